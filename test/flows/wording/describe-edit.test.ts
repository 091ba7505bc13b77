import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/flows/request/draft.ts";
import {
  listEdited,
  listEditedFields,
  listLastEdit,
} from "../../../src/flows/wording/describe-edit.ts";
import { aDraft, anEditDraft, aSegmentDraft, existingSystem } from "../../support/data/a-draft.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { ann, ben } from "../../support/data/people.ts";

const none = { Get: [], Put: [], View: [], Modify: [] };

describe("listEdited", () => {
  it.each<[what: string, before: Draft, after: Draft, lines: readonly string[]]>([
    ["nothing, however it is written down", aDraft(), { ...aDraft(), reason: aDraft().reason }, []],
    [
      "domains line by line",
      aDraft({ permissions: { ...none, Get: ["One", "Two"] } }),
      aDraft({ permissions: { ...none, Get: ["One"], Put: ["Three"] } }),
      ["domain taken out: Get: Two", "domain added: Put: Three"],
    ],
    [
      "business processes line by line",
      aDraft({ businessProcesses: [{ policy: "Hire", action: "Import" }] }),
      aDraft(),
      ["business process taken out: Hire: Import"],
    ],
    [
      "what a field is made of",
      aDraft({ system: existingSystem }),
      aDraft(),
      [
        "system: kind: existing; id: INT_Payroll; name: Payroll integration → kind: new; name: Viva integration",
      ],
    ],
    [
      "yes and no, numbers, and what is there no more",
      aDraft({ doNotAllowUiSessions: true, sessionTimeoutMinutes: 0, ticket: "https://t/1" }),
      aDraft({ doNotAllowUiSessions: false, sessionTimeoutMinutes: 30 }),
      [
        "session timeout minutes: 0 → 30",
        "do not allow ui sessions: yes → no",
        "ticket: https://t/1 → nothing",
      ],
    ],
    [
      "lists, and how many people are named",
      { ...aDraft(), kind: "rotate", tell: [], furtherTokens: [] },
      { ...aDraft(), kind: "rotate", tell: [ann, ben] },
      ["tell: nothing → 2 named", "further tokens: nothing → nothing"],
    ],
    [
      "who else is in a group",
      anEditDraft({ alsoInGroup: ["ISU_A"] }),
      anEditDraft({ alsoInGroup: ["ISU_A", "ISU_B"] }),
      ["also in group: ISU_A → ISU_A, ISU_B"],
    ],
    [
      "what moves into segments by the group that does it",
      aSegmentDraft(),
      {
        ...aSegmentDraft({ permissions: none }),
        segmented: {
          ...aSegmentDraft().segmented,
          permissions: { ...none, Get: ["Worker Data: Workers"] },
          groupName: "Other",
          content: ["Your first week"],
          isInactive: true,
        },
      },
      [
        "segment-based group: ISSG_Viva segments → Other",
        "learning content: nothing → Your first week",
        "segment-based group is inactive: nothing → yes",
        "domain taken out: Get: Worker Data: Workers",
        "domain taken out: Get: Manage: Learning Content in the segments",
        "domain taken out: Get: Reports: Learning Record in the segments",
        "domain taken out: Put: Manage: Learning Content in the segments",
        "domain added: Get: Worker Data: Workers in the segments",
      ],
    ],
    [
      "what is about no account",
      { kind: "activate", tenant: acme, reason: "One" },
      { kind: "activate", tenant: acme, reason: "Two" },
      ["reason: One → Two"],
    ],
  ])("tells %s", (_what, before, after, lines) => {
    expect(listEdited(before, after)).toEqual(lines);
    expect(listEditedFields(before, after).length > 0).toBe(lines.length > 0);
  });
});

describe("listLastEdit", () => {
  it("is what an approver's card begins with, and nothing where there was none", () => {
    const lastEdit = { by: ann, typed: requestId, changes: ["reason: One → Two"], at: start };

    expect(listLastEdit({})).toEqual([]);
    expect(listLastEdit({ lastEdit })).toEqual([
      { title: "Edited since it was asked for, old → new (1):", lines: ["reason: One → Two"] },
    ]);
  });
});
