import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import { canEdit, isMadeForGood } from "../../../src/flows/approval/decide-edit.ts";
import { theBot } from "../../../src/flows/model/ids.ts";
import type { SegmentedAccess } from "../../../src/flows/model/segments.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft, aSegmentDraft } from "../../support/data/a-draft.ts";
import {
  anAsking,
  anOpening,
  expiresAt,
  given,
  inTime,
  requestId,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";

const begun: Event = { kind: "step-begun", step: "create-user" };
const activating: Event = { kind: "step-begun", step: "activate" };
const stuck: Event = {
  kind: "step-failed",
  step: "grant-permissions",
  words: "No such domain.",
  isAnswered: true,
  expiresAt,
};
const none = { Get: [], Put: [], View: [], Modify: [] };
const badge = { ...none, Get: ["Badge Data"] };
const asked = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });

describe("canEdit", () => {
  it.each<[which: string, can: boolean, request: Request]>([
    ["one whose plan waits for its approver", true, given(anOpening(), asked)],
    ["one that is stuck before anything is begun", true, given(anOpening(), stuck)],
    ["one that is stuck when something is made", true, given(anOpening(), begun, stuck)],
    ["one that is at work", false, given(anOpening())],
    [
      "one that a person is at",
      false,
      given(anOpening(), { kind: "handed-over", step: "activate", expiresAt }),
    ],
    ["one whose changes may be live", false, given(anOpening(), begun, activating, stuck)],
    ["one that is carried out", false, given(anOpening(), { kind: "done" })],
    [
      "one that ends",
      false,
      given(anOpening(), asked, {
        kind: "closing",
        closing: { kind: "withdrawn", by: ann },
        plan: [],
      }),
    ],
    ["a release", false, { ...given(anOpening(), asked), askedBy: theBot, members: [requestId] }],
  ])("says of %s: %s", (_which, can, request) => {
    expect(canEdit(request)).toBe(can);
  });
});

describe("decide, of an edit", () => {
  const settling = { by: ann, at: inTime, tenant: aTenant() };
  const edit = {
    draft: aDraft({ reason: "Another" }),
    typed: requestId,
    edits: 0,
    held: undefined,
  };
  const command = { kind: "edit", draft: requestId } as const;

  it("refuses one of a request whose release is being activated", () => {
    const request = given(anOpening(), asked);
    const release = given(anOpening(), activating);

    expect(decide(request, command, { ...settling, edit, release })).toEqual({
      ok: false,
      error: "cannot-edit-now",
    });
  });

  it.each<[what: string, changes: Parameters<typeof aDraft>[0], refusal: Refusal | undefined]>([
    ["another group than is made", { groupName: "ISSG_Other" }, "made-already"],
    ["other permissions", { permissions: { ...none, Get: ["Badge Data"] } }, undefined],
    ["a group and a reason", { groupName: "ISSG_Other", reason: "Another" }, "made-already"],
    ["a reason and a ticket", { reason: "Another", ticket: "HR-1" }, undefined],
  ])("answers one of %s, where something is made", (_what, changes, refusal) => {
    const request = given(anOpening(), begun, stuck);

    const decided = decide(request, command, {
      ...settling,
      edit: { ...edit, draft: aDraft(changes) },
    });

    expect(decided.ok ? undefined : decided.error).toBe(refusal);
  });

  it("lets another group be asked for while nothing is made", () => {
    const draft = aDraft({ groupName: "ISSG_Other" });

    expect(
      decide(given(anOpening(), stuck), command, { ...settling, edit: { ...edit, draft } }),
    ).toMatchObject({ ok: true, value: [{ kind: "edited", draft }] });
  });

  it("says of settings that are changed to withdraw them", () => {
    const made: Event = { kind: "step-begun", step: "change-settings" };
    const change = { doNotAllowUiSessions: false };
    const draft: Draft = { ...aDraft(), kind: "settings", shown: {}, change };
    const asking = { ...settling, edit: { ...edit, draft: { ...draft, reason: "Another" } } };
    function decided(...events: readonly Event[]): unknown {
      return decide(given(anOpening(draft), ...events), command, asking);
    }

    expect(decided(made, stuck)).toEqual({ ok: false, error: "made-for-good" });
    expect(isMadeForGood(given(anOpening(draft), made, stuck))).toBe(true);
    expect(isMadeForGood(given(anOpening(draft), stuck))).toBe(false);
    expect(isMadeForGood(given(anOpening(draft), made))).toBe(false);
    expect(decided(stuck)).toMatchObject({ ok: true });
  });

  it.each<[what: string, change: Partial<SegmentedAccess>, marked: boolean, can: boolean]>([
    ["what may be done in them", { permissions: badge }, false, true],
    ["what moves with it", { permissions: badge, moved: badge }, false, true],
    ["content that is not marked", { content: ["Your first week"] }, false, true],
    ["content that may be marked", { content: ["Your first week"] }, true, false],
    ["the group's name", { groupName: "Other" }, false, false],
    ["that the group is inactive", { isInactive: true }, false, false],
    ["the segments", { segments: { kind: "existing", names: ["Benefits"] } }, false, false],
  ])("decides of segments that are made: %s", (_what, change, isMarked, can) => {
    const draft = aSegmentDraft();
    const segmented = { ...draft.segmented, ...change };
    const made: Event = { kind: "step-begun", step: "make-segments" };
    const marked: Event = { kind: "step-begun", step: "add-segments-to-content" };
    const request = given(anOpening(draft), made, ...(isMarked ? [marked] : []), stuck);

    const asking = { ...edit, draft: { ...draft, segmented } };
    const decided = decide(request, command, { ...settling, edit: asking });

    expect(decided.ok ? undefined : decided.error).toBe(can ? undefined : "made-already");
  });

  it("needs to know what is asked for", () => {
    expect(() => decide(given(anOpening(), asked), command, settling)).toThrow("what is asked for");
  });
});
