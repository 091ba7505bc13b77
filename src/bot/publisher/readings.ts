import type { Event, Recorded } from "../../flows/request/event.ts";
import type { Facts } from "../../flows/request/step-facts.ts";

/**
 * Who reads of an event in the thread: `call` somebody who has to act or be alarmed now, `record` somebody who looks
 * for it later, `silent` nobody. The whole timeline stands in `status` and in `audit`.
 */
export type Reading = "call" | "record" | "silent";

const readings = {
  opened: "record",
  edited: "record",
  "step-begun": "silent",
  "step-finished": "record",
  "handed-over": "call",
  started: "record",
  "start-lapsed": "call",
  "person-refused": "call",
  "step-failed": "call",
  "step-delayed": "record",
  resumed: "silent",
  rested: "record",
  retried: "silent",
  "approval-asked": "call",
  approved: "record",
  "approval-followed": "record",
  reminded: "call",
  escalated: "call",
  postponed: "record",
  "sent-back": "call",
  "answer-reminded": "call",
  answered: "call",
  "approval-voided": "call",
  "approval-lapsed": "call",
  "window-awaited": "silent",
  "release-awaited": "silent",
  "release-joined": "silent",
  gathered: "silent",
  released: "record",
  "window-opened": "silent",
  "window-closed": "call",
  "went-live": "call",
  closing: "record",
  "gave-up": "record",
  "left-behind": "record",
  gone: "record",
  done: "record",
  ended: "record",
  drifted: "record",
  "looked-again": "record",
  attested: "record",
  "signed-on": "record",
  "card-shown": "silent",
} as const satisfies Record<Event["kind"], Reading>;

/** How an event is read, by its kind and by what it brings. */
export function readingOf(event: Event): Reading {
  if (event.kind === "step-finished") return isWorthReading(event) ? "record" : "silent";
  // One line for an outage, however often it is tried.
  if (event.kind === "step-delayed") return event.isTold === true ? "record" : "silent";
  if (event.kind === "went-live") return isAlarming(event) ? "call" : "record";
  return readings[event.kind];
}

/** A secret's place, what was verified, and what a person says of their task are looked for later. */
function isWorthReading({ facts, note }: Extract<Event, { kind: "step-finished" }>): boolean {
  return note !== undefined || worthReading.some((name) => facts[name] !== undefined);
}

const worthReading = [
  "secret",
  "client",
  "probes",
  "verification",
] as const satisfies readonly (keyof Facts)[];

/** Something went live, or is gone, that no approver was shown. */
function isAlarming({ live }: Extract<Event, { kind: "went-live" }>): boolean {
  return live.kind === "seen" && live.strange.count + live.gone > 0;
}

export function isToldInThread({ event }: Recorded): boolean {
  return readingOf(event) !== "silent";
}
