import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Raw, RawPermissions } from "../../../src/flows/request/raw-draft.ts";
import { StoredDraft, StoredRaw } from "../../../src/store/stored/stored-draft.ts";
import { anEditDraft, aRawDraft } from "../../support/data/a-draft.ts";
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
    ["a change from before a group could be named", aRawChange()],
    ["a change with the group that was named", aRawChange({ groupName: "ISSG_More" })],
  ])("is read as it was: %s", (_what, sent) => {
    expect(StoredRaw.parse(kept(sent))).toEqual(sent);
  });
});
