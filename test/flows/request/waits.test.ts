import { describe, expect, it } from "vitest";
import { later, theRest } from "../../../src/flows/model/ids.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Phase } from "../../../src/flows/request/phase.ts";
import {
  anAsking,
  anOpening,
  expiresAt,
  given,
  inTime,
  start,
} from "../../support/data/a-request.ts";

const restMs = expiresAt - inTime;
const restedUntil = later(expiresAt, restMs);
const handed: Event = { kind: "handed-over", step: "activate", expiresAt };
const rested: Event = {
  kind: "rested",
  outside: "Workday",
  since: inTime,
  until: expiresAt,
  expiresAt: restedUntil,
};
const reminded: Event = { kind: "reminded", due: 1, expiresAt: restedUntil };
const { asked } = anAsking();

describe("a wait in which nobody could act for a while", () => {
  it.each<[what: string, before: readonly Event[], phase: Phase]>([
    [
      "of a task has its deadline moved, and remembers until when it rested",
      [handed, rested],
      {
        kind: "waiting-for-person",
        step: "activate",
        handedAt: later(start, 60_000),
        expiresAt: restedUntil,
        restedUntil: expiresAt,
      },
    ],
    [
      "for approvers remembers how long that was, after a reminder too",
      [anAsking(), rested, reminded],
      {
        kind: "waiting-for-approval",
        asked: { ...asked, expiresAt: restedUntil },
        given: [],
        reminded: 1,
        rest: { ms: restMs, until: expiresAt },
      },
    ],
    [
      "for approvers remembers whom it has called, after a reminder too",
      [anAsking(), { kind: "escalated", expiresAt, parts: [theRest] }, reminded],
      {
        kind: "waiting-for-approval",
        asked,
        given: [],
        reminded: 1,
        called: [theRest],
      },
    ],
    [
      "for approvers adds up what it rested twice",
      [anAsking(), rested, rested],
      {
        kind: "waiting-for-approval",
        asked: { ...asked, expiresAt: restedUntil },
        given: [],
        reminded: 0,
        rest: { ms: 2 * restMs, until: expiresAt },
      },
    ],
    ["is none of a request that is at work", [rested], { kind: "working", since: 1 }],
  ])("%s", (_what, before, phase) => {
    expect(given(anOpening(), ...before).phase).toEqual(phase);
  });
});
