import { describe, expect, it } from "vitest";
import { toRawSettings } from "../../../src/flows/intake/prepare-settings.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { CreateDraft, Draft, SettingsDraft } from "../../../src/flows/request/draft.ts";
import type { Raw, RawPermissions } from "../../../src/flows/request/raw-draft.ts";
import { StoredDraft, StoredRaw } from "../../../src/store/stored/stored-draft.ts";
import { aDraft, anEditDraft, aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";

const raw: RawPermissions = {
  kind: "permissions",
  tenant: "acme_dpt1",
  userName: "ISU_Viva",
  groupName: "ISSG_Viva",
  before: noPermissions,
  seenIn: "report",
  domains: { Get: "Payroll", Put: "", View: "", Modify: "" },
  reason: "More is needed",
  ticket: "",
};

function kept(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("a stored draft of an edit", () => {
  it.each<[what: string, draft: Draft]>([
    ["from before others in the group were named", anEditDraft()],
    ["with others in the group", anEditDraft({ alsoInGroup: ["ISU_Second"] })],
    [
      "from before business processes were edited",
      anEditDraft({ businessProcesses: [{ policy: "Contact Change" }] }),
    ],
    [
      "that changes business processes",
      anEditDraft({
        businessProcesses: [{ policy: "Contact Change" }],
        processesBefore: [{ policy: "Hire", action: "Hire" }],
      }),
    ],
  ])("is read as it was: %s", (_what, draft) => {
    expect(StoredDraft.parse(kept(draft))).toEqual(draft);
  });
});

const both = [
  { type: "WID", id: "a".repeat(32) },
  { type: "Certificate_ID", id: "Old" },
] as const;
const shown = {
  sessionTimeoutMinutes: 0,
  doNotAllowUiSessions: true,
  requireNewPassword: false,
  tokens: [
    { x509: { key: both } },
    { off: { saml: { issuer: "https://idp", identityProviderKey: both, holderOfKeyKey: [] } } },
  ],
};
const key = { type: "Certificate_ID", id: "New" } as const;

describe("a stored draft of other settings", () => {
  it.each<[what: string, asked: Omit<SettingsDraft, keyof CreateDraft | "kind">]>([
    ["that a person does", { shown: {}, change: {}, exemptionChange: "ended" }],
    [
      "with keys",
      {
        shown,
        change: {
          requireNewPassword: true,
          x509: { kind: "add", key },
          saml: { kind: "set", saml: { issuer: "https://new", identityProviderKey: key } },
        },
        policyChange: { kind: "allow", policy: { allowedTypes: ["x509"] } },
      },
    ],
    ["without any", { shown, change: { x509: { kind: "off" }, saml: { kind: "off" } } }],
  ])("is read as it was: %s", (_what, asked) => {
    const draft: Draft = {
      ...aDraft({ x509: { key }, furtherTokens: [{ x509: { key: both[0] } }] }),
      kind: "settings",
      ...asked,
    };

    expect(StoredDraft.parse(kept(draft))).toEqual(draft);
  });
});

describe("what a form sent", () => {
  it.each<[what: string, sent: Raw]>([
    ["an edit from before business processes were edited", raw],
    [
      "an edit of business processes",
      {
        ...raw,
        processesBefore: [{ policy: "Contact Change" }],
        isAdopted: true,
        businessProcesses: "Contact Change\nHire | Import Hire (Web Service)",
      },
    ],
    [
      "a new account with business processes as text",
      aRawDraft({ businessProcesses: "Contact Change" }),
    ],
    [
      "other settings",
      toRawSettings(aTenant(), {
        account: aDraft({ system: existingSystem }),
        shown,
        isExempt: true,
      }),
    ],
    ["a change from before a group could be named", aRawChange()],
    ["a change with the group that was named", aRawChange({ groupName: "ISSG_More" })],
  ])("is read as it was: %s", (_what, sent) => {
    expect(StoredRaw.parse(kept(sent))).toEqual(sent);
  });
});
