import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import { canEdit } from "../../../src/flows/approval/decide-edit.ts";
import { theBot } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { aDraft } from "../../support/data/a-draft.ts";
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

  it("needs to know what is asked for", () => {
    expect(() => decide(given(anOpening(), asked), command, settling)).toThrow("what is asked for");
  });
});
