import { z } from "zod";
import type { Lapsed } from "../../flows/request/event.ts";
import { StoredPersonId } from "./stored-names.ts";

/** Whose approval counts no more, and why. */
export const StoredLapsed = z.strictObject({
  person: StoredPersonId,
  // Requests from before there was delegation have none.
  for: StoredPersonId.exactOptional(),
  why: z.enum([
    "guest",
    "bot",
    "deactivated",
    "foreign",
    "not-a-requester",
    "not-as-the-recipe",
    "not-a-doer",
    "not-an-approver",
    "not-an-attester",
    "not-the-requester",
    "not-involved",
    "own-request",
    "did-a-step",
    "has-a-hand",
    "approved-it",
    "asked-for-it",
    "delegation-over",
    "no-passkey",
  ]),
}) satisfies z.ZodType<Lapsed>;
