import { z } from "zod";
import { StoredInstant, StoredPersonId } from "./stored-names.ts";

const by = { by: StoredPersonId };
const forWhom = { for: StoredPersonId.exactOptional() };
const expires = { expiresAt: StoredInstant };

/** Events of a card that is not decided on yet: an approver's *Not now*, their question, and its answer. */
export const storedReviewEvents = [
  z.strictObject({
    kind: z.literal("postponed"),
    ...by,
    ...forWhom,
    reason: z.string().exactOptional(),
    askAgainAt: StoredInstant,
  }),
  z.strictObject({
    kind: z.literal("sent-back"),
    ...by,
    ...forWhom,
    question: z.string(),
    ...expires,
  }),
  z.strictObject({ kind: z.literal("answer-reminded"), due: z.int(), ...expires }),
  z.strictObject({
    kind: z.literal("answered"),
    ...by,
    answer: z.string(),
    expiresAt: StoredInstant.exactOptional(),
  }),
] as const;
