import { describe, expect, it } from "vitest";
import { listKnownProcesses } from "../../../src/flows/inventory/group-processes.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft, anEditDraft } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { aRollback } from "../../support/data/a-rollback.ts";

const email = { policy: "Change Email", action: "Initiate" };
const name = { policy: "Change Name" };
const draft = aDraft({ businessProcesses: [email] });

function done(...drafts: readonly Draft[]): readonly Request[] {
  return drafts.map((one) => given(anOpening(one)));
}

describe("listKnownProcesses", () => {
  it.each<[what: string, drafts: readonly Draft[], known: readonly string[]]>([
    ["nothing", [], []],
    ["what one account asked for", [draft], ["Change Email"]],
    [
      "what two accounts of the group asked for",
      [draft, aDraft({ userName: "ISU_Two", groupName: "issg_viva", businessProcesses: [name] })],
      ["Change Email", "Change Name"],
    ],
    [
      "what an edit left and added",
      [draft, anEditDraft({ processesBefore: [email], businessProcesses: [name] })],
      ["Change Name"],
    ],
    [
      "what an edit gave another action of",
      [
        draft,
        anEditDraft({
          processesBefore: [email],
          businessProcesses: [{ ...email, action: "Other" }],
        }),
      ],
      ["Change Email"],
    ],
    [
      "nothing of an account that ended",
      [draft, { ...anEditDraft({ businessProcesses: [email] }), kind: "retire" }],
      [],
    ],
    ["nothing of a request about no account", [aRollback(), draft], ["Change Email"]],
    ["nothing of another group's", [aDraft({ groupName: "Other", businessProcesses: [name] })], []],
    ["nothing of a request without processes", [aDraft()], []],
  ])("lists %s", (_what, drafts, known) => {
    expect(listKnownProcesses(done(...drafts), draft)).toEqual(known);
  });
});
