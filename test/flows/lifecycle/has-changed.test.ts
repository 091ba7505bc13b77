import { describe, expect, it } from "vitest";
import { hasChanged } from "../../../src/flows/lifecycle/has-changed.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, expiresAt, given, requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";

const byHand = anOpening(aDraft(), aTenant({ hands: allBy("person") }));
const handed: Event = { kind: "handed-over", step: "grant-permissions", expiresAt };
const done: Event = { kind: "step-finished", step: "grant-permissions", facts: {} };
const edited: Event = {
  kind: "edited",
  by: ann,
  draft: aDraft({ reason: "Another" }),
  typed: requestId,
  plan: byHand.plan,
  kept: [],
  changes: ["reason: one → two"],
};

describe("hasChanged", () => {
  it.each<[what: string, has: boolean, events: readonly Event[]]>([
    ["what a person is at", false, [handed]],
    ["what a person has done", true, [handed, done]],
    ["what a person had done before it was edited", true, [handed, done, anAsking(), edited]],
    ["what was edited before anything was begun", false, [anAsking(), edited]],
  ])("says of %s: %s", (_what, has, events) => {
    expect(hasChanged(given(byHand, ...events))).toBe(has);
  });
});
