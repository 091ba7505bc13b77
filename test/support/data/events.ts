import type { Event } from "../../../src/flows/request/event.ts";
import { anAsking, anOpening, expiresAt, inTime, start } from "./a-request.ts";
import { ben } from "./people.ts";

/** Events that many a request's story is made of. */
export const opening: Event = anOpening();
export const created: Event = { kind: "step-begun", step: "create-user" };
export const granted: Event = { kind: "step-begun", step: "grant-permissions" };
export const asked: Event = anAsking();
export const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };
export const awaited: Event = { kind: "window-awaited", opensAt: inTime };
export const activating: Event = { kind: "step-begun", step: "activate" };
export const handed: Event = { kind: "handed-over", step: "activate", expiresAt };
export const failed: Event = {
  kind: "step-failed",
  step: "activate",
  words: "Down.",
  isAnswered: false,
  expiresAt,
};
export const delayed: Event = {
  kind: "step-delayed",
  step: "create-user",
  outside: "Workday",
  words: "Workday is busy and turned the call away (503).",
  attempt: 3,
  since: start,
  retryAt: inTime,
};
export const voided: Event = { kind: "approval-voided", difference: { added: [], gone: [] } };
export const denied: Event = {
  kind: "closing",
  closing: { kind: "denied", by: ben, reason: "No" },
  plan: [],
};
export const left: Event = {
  kind: "left-behind",
  item: { what: "account", words: "It stays." },
};
