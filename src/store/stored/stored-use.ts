import { z } from "zod";
import type { Origin, Used, UseNews } from "../../flows/model/account-use.ts";
import type { SignOnRefusal } from "../../flows/model/sign-on-log.ts";
import { StoredInstant } from "./stored-names.ts";

const origin = { address: z.string(), channel: z.string() };

const StoredOrigin = z.strictObject(origin) satisfies z.ZodType<Origin>;

export const StoredOrigins = z.array(StoredOrigin).readonly();

export const StoredUsed = z.strictObject({
  ...origin,
  at: StoredInstant,
}) satisfies z.ZodType<Used>;

const StoredRefusal = z.enum([
  "locked-or-expired",
  "authentication-policy",
  "channel",
  "new-password-required",
  "wrong-password",
  "unsaid",
]) satisfies z.ZodType<SignOnRefusal>;

export const StoredUseNews = z.discriminatedUnion("what", [
  z.strictObject({
    what: z.literal("unused"),
    days: z.number(),
    lastAt: StoredInstant.exactOptional(),
  }),
  z.strictObject({ what: z.literal("new-origins"), origins: z.array(StoredUsed).readonly() }),
  z.strictObject({
    what: z.literal("refused"),
    why: StoredRefusal,
    times: z.int(),
    last: StoredUsed,
  }),
]) satisfies z.ZodType<UseNews>;
