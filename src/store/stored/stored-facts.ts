import { z } from "zod";
import { clientValues } from "../../flows/model/api-client.ts";
import type {
  PendingChange,
  PendingChanges,
  PendingDifference,
} from "../../flows/model/pending.ts";
import {
  eyes,
  type JudgedFact,
  type TakenOnTrust,
  type Verification,
  type VerificationItem,
} from "../../flows/model/verification.ts";
import type { Leftover } from "../../flows/request/event.ts";
import type { Facts } from "../../flows/request/step-facts.ts";
import { StoredInstant, StoredPersonId } from "./stored-names.ts";

export const StoredPendingChange = z.strictObject({
  kind: z.enum(["domain", "business-process"]),
  policy: z.string(),
  action: z.string(),
  securityGroup: z.string(),
  access: z.string(),
  change: z.string(),
  changedBy: z.string().exactOptional(),
}) satisfies z.ZodType<PendingChange>;

export const StoredPendingChanges = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("seen"), changes: z.array(StoredPendingChange).readonly() }),
  z.strictObject({
    kind: z.literal("cannot-see"),
    policies: z.array(z.string()).readonly().exactOptional(),
    why: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("not-activated") }),
  z.strictObject({ kind: z.literal("authentication-policies") }),
]) satisfies z.ZodType<PendingChanges>;

export const StoredPendingDifference = z.strictObject({
  added: z.array(StoredPendingChange).readonly(),
  gone: z.array(StoredPendingChange).readonly(),
}) satisfies z.ZodType<PendingDifference>;

const domain = { domain: z.string() };

export const StoredVerificationItem = z.strictObject({
  kind: z.enum(["missing", "too-much", "other", "unseen"]),
  words: z.string(),
}) satisfies z.ZodType<VerificationItem>;

const StoredJudgedFact = z.strictObject({
  fact: z.string(),
  what: z.string(),
  seen: z.enum(["as-asked", "different", "unseen"]),
  eye: z.enum(eyes).exactOptional(),
  lookAt: z.string().exactOptional(),
}) satisfies z.ZodType<JudgedFact>;

const StoredOnTrust = z.strictObject({
  what: z.string(),
  by: StoredPersonId,
}) satisfies z.ZodType<TakenOnTrust>;

/** Verdicts from before facts were counted hold an outcome and items alone. */
export const StoredVerification = z.strictObject({
  outcome: z.enum(["verified", "unverified", "different"]),
  items: z.array(StoredVerificationItem).readonly(),
  facts: z.array(StoredJudgedFact).readonly().exactOptional(),
  at: StoredInstant.exactOptional(),
  onTrust: z.array(StoredOnTrust).readonly().exactOptional(),
}) satisfies z.ZodType<Verification>;

const StoredReference = z.array(z.strictObject({ type: z.string(), id: z.string() })).readonly();

const StoredSecret = z.strictObject({
  name: z.string(),
  version: z.string(),
  url: z.string(),
  versionedUrl: z.string(),
});

export const StoredFacts = z.strictObject({
  systemId: z.string().exactOptional(),
  systemWid: z.string().exactOptional(),
  userWid: z.string().exactOptional(),
  references: z.strictObject({ system: StoredReference, user: StoredReference }).exactOptional(),
  secret: StoredSecret.exactOptional(),
  client: z
    .strictObject({
      stored: z
        .array(z.strictObject({ value: z.enum(clientValues), reference: StoredSecret }))
        .readonly(),
      outcome: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("verified") }),
        z.strictObject({ kind: z.literal("call-refused"), words: z.string() }),
        z.strictObject({ kind: z.literal("unanswered"), words: z.string() }),
        z.strictObject({ kind: z.literal("not-tried"), words: z.string() }),
      ]),
    })
    .exactOptional(),
  probes: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("verified"), ...domain, operation: z.string() }),
        z.strictObject({ kind: z.literal("refused"), ...domain, operation: z.string() }),
        z.strictObject({ kind: z.literal("unanswered"), ...domain, words: z.string() }),
        z.strictObject({ kind: z.literal("not-probed"), ...domain, access: z.string() }),
      ]),
    )
    .readonly()
    .exactOptional(),
  unseen: z.array(z.string()).readonly().exactOptional(),
  verification: StoredVerification.exactOptional(),
}) satisfies z.ZodType<Facts>;

export const StoredLeftBehind = z.strictObject({
  what: z.enum([
    "integration-system",
    "account",
    "security-group",
    "permissions",
    "secret",
    "api-client",
    "segment-group",
    "segments",
    "learning-content",
  ]),
  words: z.string(),
}) satisfies z.ZodType<Leftover>;
