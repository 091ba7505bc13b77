import { describe, expect, it } from "vitest";
import { findActivation } from "../../../src/flows/lifecycle/activation-timeline.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { Event, Recorded } from "../../../src/flows/request/event.ts";
import { expiresAt } from "../../support/data/a-request.ts";
import { dan } from "../../support/data/people.ts";

const handed: Event = { kind: "handed-over", step: "activate", expiresAt };
const begun: Event = { kind: "step-begun", step: "activate" };
const finished: Event = { kind: "step-finished", step: "activate", facts: {} };

/** One event a millisecond, from the first on. */
function storyOf(...events: readonly Event[]): readonly Recorded[] {
  return events.map((event, index) => ({ seq: index + 1, at: instant(index + 1), event }));
}

describe("to whom an activation was given", () => {
  it.each<[what: string, events: readonly Event[], given: object]>([
    ["a person", [handed, { ...finished, by: dan }], { last: 1, until: 2, to: dan }],
    ["the runner", [begun, finished], { last: 1, until: 2, to: "runner" }],
    ["the runner, twice", [begun, begun, finished], { last: 2, until: 3, to: "runner" }],
  ])("is %s", (_what, events, given) => {
    expect(findActivation(storyOf(...events))).toEqual({ given });
  });

  it.each<[what: string, events: readonly Event[]]>([
    ["nothing was handed over", []],
    ["nobody said that it is done", [handed]],
    [
      "another step was done",
      [
        { ...handed, step: "grant-permissions" },
        { ...finished, step: "grant-permissions" },
      ],
    ],
  ])("is not said where %s", (_what, events) => {
    expect(findActivation(storyOf(...events))).toEqual({});
  });
});
