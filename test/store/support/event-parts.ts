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

export const { changedBy: _nobody, ...ofProcess } = {
  ...change,
  kind: "business-process",
} as const;

export const secret = {
  name: "isu-viva-0a1b",
  version: "00112233445566778899aabbccddeeff",
  url: "https://acme.vault.azure.net/secrets/isu-viva-0a1b",
  versionedUrl:
    "https://acme.vault.azure.net/secrets/isu-viva-0a1b/00112233445566778899aabbccddeeff",
};
