import { z } from "zod";
import type { Event } from "../../flows/request/event.ts";
import { approvalSteps } from "../../flows/tasks/step.ts";
import { storedClosingEvents } from "./stored-closing.ts";
import { StoredDraft } from "./stored-draft.ts";
import {
  StoredFacts,
  StoredPendingChanges,
  StoredPendingDifference,
  StoredVerification,
  StoredVerificationItem,
} from "./stored-facts.ts";
import { StoredLapsed } from "./stored-lapsed.ts";
import { StoredBefore, StoredWentLive, StoredWhoActivated } from "./stored-live.ts";
import {
  StoredCredentialId,
  StoredInstant,
  StoredPersonId,
  StoredRequestId,
} from "./stored-names.ts";
import {
  StoredGiven,
  StoredMemberships,
  StoredOther,
  StoredParts,
  StoredRequestIds,
} from "./stored-others.ts";
import { StoredOutside } from "./stored-outside.ts";
import { StoredPlan, StoredStepName } from "./stored-plan.ts";
import { storedReviewEvents } from "./stored-review.ts";

const by = { by: StoredPersonId };
// Requests from before there was delegation have neither.
const forWhom = { for: StoredPersonId.exactOptional() };
const ofParts = { parts: StoredRequestIds.exactOptional() };
const standIns = {
  standIns: z
    .array(z.strictObject({ ...by, for: StoredPersonId }))
    .readonly()
    .exactOptional(),
};
const step = { step: StoredStepName };
const expires = { expiresAt: StoredInstant };

/**
 * An event as the database keeps it. What is written is checked by it too, so that nothing is ever kept
 * that could not be read again.
 */
export const StoredEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("opened"),
    id: StoredRequestId,
    ...by,
    draft: StoredDraft,
    plan: StoredPlan,
    inherited: z.array(StoredPersonId).readonly().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("edited"),
    ...by,
    draft: StoredDraft,
    typed: StoredRequestId,
    plan: StoredPlan,
    kept: z.array(StoredStepName).readonly(),
    changes: z.array(z.string()).readonly(),
    inherited: z.array(StoredPersonId).readonly().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("step-begun"),
    ...step,
    before: StoredBefore.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("step-finished"),
    ...step,
    facts: StoredFacts,
    by: StoredPersonId.exactOptional(),
    note: z.string().exactOptional(),
    isOnTrust: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("handed-over"),
    ...step,
    ...expires,
    before: StoredBefore.exactOptional(),
    windowClosesAt: StoredInstant.exactOptional(),
    commands: z.array(z.string()).readonly().exactOptional(),
    isOnTrust: z.literal(true).exactOptional(),
    needsStart: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("started"),
    ...step,
    ...by,
    until: StoredInstant,
    before: StoredBefore.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("start-lapsed"), ...step }),
  z.strictObject({
    kind: z.literal("person-refused"),
    ...step,
    ...by,
    why: z.string(),
    ...expires,
  }),
  z.strictObject({
    kind: z.literal("step-failed"),
    ...step,
    words: z.string(),
    isAnswered: z.boolean(),
    isDone: z.literal(true).exactOptional(),
    by: StoredPersonId.exactOptional(),
    field: z.string().exactOptional(),
    ...expires,
  }),
  z.strictObject({ kind: z.literal("retried"), ...by }),
  z.strictObject({
    kind: z.literal("step-delayed"),
    ...step,
    outside: StoredOutside,
    words: z.string(),
    attempt: z.int(),
    since: StoredInstant,
    retryAt: StoredInstant,
    isTold: z.literal(true).exactOptional(),
    sentAt: StoredInstant.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("resumed") }),
  z.strictObject({
    kind: z.literal("rested"),
    outside: StoredOutside,
    since: StoredInstant,
    until: StoredInstant,
    ...expires,
  }),
  z.strictObject({
    kind: z.literal("approval-asked"),
    asked: z.strictObject({
      // Requests from before there were two approvals had that of the activation.
      step: z.enum(approvalSteps).default("approve"),
      digest: z.string(),
      pending: StoredPendingChanges,
      // Requests from before it was looked at whose changes are pending.
      others: z.array(StoredOther).readonly().default([]),
      memberships: StoredMemberships.exactOptional(),
      // Requests from before there was a quorum were asked for one approval.
      needed: z.int().default(1),
      parts: StoredParts.exactOptional(),
      askedAt: StoredInstant,
      ...expires,
      opensAt: StoredInstant.exactOptional(),
      freeze: z.string().exactOptional(),
      // Approvals from before an activation could follow from one never let it.
      follows: z.literal(true).exactOptional(),
      // Roll backs from before there were emergencies waited for a change window.
      isEmergency: z.literal(true).exactOptional(),
      again: z.array(z.string()).readonly().exactOptional(),
    }),
    unseen: z.array(z.string()).readonly(),
    ...standIns,
  }),
  z.strictObject({
    kind: z.literal("approved"),
    ...by,
    ...forWhom,
    digest: z.string(),
    credential: StoredCredentialId.exactOptional(),
    countsFor: StoredRequestIds.exactOptional(),
    release: StoredRequestId.exactOptional(),
    note: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("approval-followed"),
    approvers: z.array(StoredPersonId).readonly(),
    digest: z.string(),
    pending: StoredPendingChanges,
    given: z.array(StoredGiven).readonly().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("reminded"), due: z.int(), ...expires, ...standIns }),
  z.strictObject({ kind: z.literal("escalated"), ...expires, ...ofParts }),
  ...storedReviewEvents,
  z.strictObject({
    kind: z.literal("approval-voided"),
    difference: StoredPendingDifference,
    isOutdated: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("approval-lapsed"),
    people: z.array(StoredLapsed).readonly(),
    isTooOld: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("release-awaited"),
    heldAt: StoredStepName,
    gathersUntil: StoredInstant,
    for: StoredRequestIds,
  }),
  z.strictObject({
    kind: z.literal("release-joined"),
    heldAt: StoredStepName,
    release: StoredRequestId,
    unseen: z.array(z.string()).readonly(),
  }),
  z.strictObject({ kind: z.literal("gathered"), members: StoredRequestIds, plan: StoredPlan }),
  z.strictObject({
    kind: z.literal("released"),
    steps: z.array(StoredStepName).readonly(),
    release: StoredRequestId,
    given: z.array(StoredGiven).readonly(),
    digest: z.string(),
    pending: StoredPendingChanges,
  }),
  z.strictObject({
    kind: z.literal("window-awaited"),
    opensAt: StoredInstant,
    freeze: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("window-opened") }),
  z.strictObject({ kind: z.literal("window-closed") }),
  z.strictObject({
    kind: z.literal("went-live"),
    live: StoredWentLive,
    who: StoredWhoActivated.exactOptional(),
  }),
  ...storedClosingEvents,
  z.strictObject({ kind: z.literal("done"), verification: StoredVerification.exactOptional() }),
  z.strictObject({ kind: z.literal("drifted"), items: z.array(StoredVerificationItem).readonly() }),
  z.strictObject({
    kind: z.literal("looked-again"),
    ...by,
    verification: StoredVerification,
    drift: z.array(StoredVerificationItem).readonly(),
  }),
  z.strictObject({
    kind: z.literal("attested"),
    ...by,
    facts: z.array(z.strictObject({ fact: z.string(), what: z.string() })).readonly(),
  }),
  z.strictObject({
    kind: z.literal("signed-on"),
    signedOnAt: StoredInstant,
    address: z.string(),
    channel: z.string(),
  }),
  z.strictObject({ kind: z.literal("card-shown"), afterMs: z.int() }),
]) satisfies z.ZodType<Event>;

/** Fails to compile when an event is added or changed that the schema above would refuse. */
export function toStoredEvent(event: Event): z.input<typeof StoredEvent> {
  return event;
}
