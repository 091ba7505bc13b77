import { z } from "zod";
import type { Closing } from "../../flows/request/event.ts";
import { StoredLeftBehind } from "./stored-facts.ts";
import { StoredPersonId } from "./stored-names.ts";
import { StoredPlan, StoredStepName } from "./stored-plan.ts";

const by = { by: StoredPersonId };
// Requests from before there was delegation have none.
const forWhom = { for: StoredPersonId.exactOptional() };

const StoredClosing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("denied"), ...by, ...forWhom, reason: z.string() }),
  z.strictObject({ kind: z.literal("withdrawn"), ...by }),
  z.strictObject({ kind: z.literal("expired") }),
]) satisfies z.ZodType<Closing>;

/** Events of a request that does not end well: its clean-up, and what that left. */
export const storedClosingEvents = [
  z.strictObject({
    kind: z.literal("closing"),
    closing: StoredClosing,
    plan: StoredPlan,
    perhaps: z.array(StoredStepName).readonly().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("gave-up"),
    step: StoredStepName,
    words: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("left-behind"), item: StoredLeftBehind }),
  z.strictObject({ kind: z.literal("gone"), what: StoredLeftBehind.shape.what }),
  z.strictObject({ kind: z.literal("ended") }),
] as const;
