import { describe, expect, it } from "vitest";
import { countCarriedOut } from "../../../src/flows/lifecycle/attribute-activation.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { expiresAt, recorded } from "../../support/data/a-request.ts";
import { activating, approved, asked, handed, opening, voided } from "../../support/data/events.ts";
import { dan } from "../../support/data/people.ts";

const step = "activate";
const cannot: Event = { kind: "person-refused", step, by: dan, why: "No", expiresAt };

function failedBy(changes: { isAnswered: boolean; isDone?: true; step?: StepName }): Event {
  return { kind: "step-failed", step, words: "No.", expiresAt, ...changes };
}

const unheard = failedBy({ isAnswered: false });
const no = failedBy({ isAnswered: true });
const done: Event = { kind: "step-finished", step, facts: {} };
const lapsed: Event = { kind: "approval-lapsed", people: [] };

describe("the activations that a request's story explains", () => {
  it.each<[what: string, events: readonly Event[], count: number]>([
    ["none that nobody was asked for", [asked, approved], 0],
    ["one that is under way", [activating], 1],
    ["one that is done", [activating, done], 1],
    ["one that is asked for again under the same key", [activating, unheard, activating, done], 1],
    ["one of which nobody heard, whoever approves anew", [activating, unheard, lapsed], 1],
    [
      "two where the first did not take",
      [activating, failedBy({ isAnswered: true, isDone: true }), activating, done],
      2,
    ],
    ["none that a runner answered with no", [activating, no], 0],
    ["none that a runner found void", [activating, voided], 0],
    ["none that a person could not do", [handed, cannot], 0],
    ["one that the second person did", [handed, cannot, handed, done], 1],
    [
      "one, whatever other step fails",
      [activating, failedBy({ isAnswered: true, step: "verify" })],
      1,
    ],
  ])("are %s", (_what, events, count) => {
    expect(countCarriedOut(recorded([opening, ...events]))).toBe(count);
  });
});
