import type { Selectable } from "kysely";
import { z } from "zod";
import type { Display, ReplyPart, Writing } from "../../flows/ports/outbox.ts";
import type { Phase } from "../../flows/request/phase.ts";
import type { Tables } from "../database/tables.ts";
import { StoredCount, StoredInstant } from "../stored/stored-names.ts";

const StoredPart = z.strictObject({
  through: z.int(),
  part: z.int(),
}) satisfies z.ZodType<ReplyPart>;

/** A call to Slack as the database keeps it. */
const StoredWriting = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("post") }),
  z.strictObject({ kind: z.literal("update") }),
  z.strictObject({ kind: z.literal("reply"), ...StoredPart.shape }),
  z.strictObject({ kind: z.literal("tell"), through: z.int() }),
]) satisfies z.ZodType<Writing>;

/** Fails to compile where a phase is missing: what was shown in it could not be read again. */
const phases = {
  working: "working",
  "waiting-for-person": "waiting-for-person",
  "waiting-for-window": "waiting-for-window",
  "waiting-for-release": "waiting-for-release",
  "waiting-for-approval": "waiting-for-approval",
  "waiting-for-answer": "waiting-for-answer",
  "waiting-for-outside": "waiting-for-outside",
  stuck: "stuck",
  done: "done",
  ended: "ended",
} as const satisfies { readonly [Kind in Phase["kind"]]: Kind };

const StoredPhase = z.enum(phases) satisfies z.ZodType<Phase["kind"]>;

const Row = z.object({
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  through_seq: z.int(),
  told_seq: z.int(),
  posted_version: z.int(),
  shown_version: z.int(),
  shown_phase: StoredPhase.nullable(),
  shown_at: StoredCount.pipe(StoredInstant).nullable(),
  reply: StoredPart.nullable(),
  writing: StoredWriting.nullable(),
  round: z.int(),
  doubts: z.int(),
  is_doubtful: z.boolean(),
});

/** What Slack shows of one request, read from its row. */
export function toDisplay(row: Selectable<Tables["announcement"]>): Display {
  const { channel, ts, shown_phase: phase, shown_at: at, reply, writing, ...kept } = Row.parse(row);
  return {
    ...(channel !== null && ts !== null && { place: { channel, ts } }),
    postedVersion: kept.posted_version,
    shownVersion: kept.shown_version,
    ...(phase !== null && { shownPhase: phase }),
    ...(at !== null && { shownAt: at }),
    throughSeq: kept.through_seq,
    toldSeq: kept.told_seq,
    ...(reply !== null && { reply }),
    ...(writing !== null && { writing }),
    round: kept.round,
    doubts: kept.doubts,
    isDoubtful: kept.is_doubtful,
  };
}
