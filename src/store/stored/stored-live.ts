import { z } from "zod";
import type {
  ActivationEffects,
  BeforeActivation,
  LiveList,
} from "../../flows/model/activation-effects.ts";
import type { WhoActivated } from "../../flows/model/activity.ts";
import { StoredInstant } from "./stored-names.ts";

export const StoredBefore = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("seen"),
    lines: z.string(),
    acting: z.string().exactOptional(),
    activatedAt: StoredInstant.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("cannot-see"), words: z.string() }),
]) satisfies z.ZodType<BeforeActivation>;

export const StoredLiveList = z.strictObject({
  count: z.int(),
  lines: z.array(z.string()).readonly(),
}) satisfies z.ZodType<LiveList>;

export const StoredWentLive = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("seen"),
    shown: StoredLiveList,
    strange: StoredLiveList,
    gone: z.int(),
    uncompared: z.int(),
    seesProcesses: z.literal(true).exactOptional(),
    isShared: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("cannot-see"), words: z.string() }),
]) satisfies z.ZodType<ActivationEffects>;

export const StoredWhoActivated = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("seen"),
    runs: z.array(z.strictObject({ at: StoredInstant, by: z.string() })).readonly(),
    reported: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("cannot-see"), words: z.string() }),
]) satisfies z.ZodType<WhoActivated>;
