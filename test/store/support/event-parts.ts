/** What several of the stored events hold alike. */
export const change = {
  kind: "domain",
  policy: "Worker Data: Public Worker Reports",
  action: "",
  securityGroup: "ISSG_Viva",
  access: "Get",
  change: "Added",
  changedBy: "lmcneil",
} as const;

const { changedBy: _nobody, ...own } = { ...change, kind: "business-process" } as const;

/** Of a business process, by nobody whom the tenant shows. */
export const ofProcess = own;

export const secret = {
  name: "isu-viva-0a1b",
  version: "00112233445566778899aabbccddeeff",
  url: "https://acme.vault.azure.net/secrets/isu-viva-0a1b",
  versionedUrl:
    "https://acme.vault.azure.net/secrets/isu-viva-0a1b/00112233445566778899aabbccddeeff",
};
