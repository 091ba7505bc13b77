import { instant } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { bob, noon } from "./an-opened.ts";

/** A day after the rest. */
export const later = instant(noon + 86_400_000);

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

/** A look after the end, with every kind of fact. */
export const lookedAgain: Extract<Event, { kind: "looked-again" }> = {
  kind: "looked-again",
  by: bob,
  verification: {
    outcome: "unverified",
    items: [{ kind: "unseen", words: "The group: not seen." }],
    facts: [
      { fact: "account", what: "The account ISU_Viva", seen: "as-asked", eye: "web-service" },
      { fact: "group", what: "The group", seen: "unseen", lookAt: "Look at it." },
    ],
    at: later,
    onTrust: [{ what: "creating the security group", by: bob }],
  },
  drift: [],
};
