import { z } from "zod";

/** What a change ticket of a tenant looks like. */
export const TicketEntry = z.strictObject({
  prefixes: z
    .array(z.string().regex(/^[A-Z]{2,10}$/, { error: "two to ten capitals, such as CHG" }))
    .min(1)
    .describe("What a ticket's number begins with, such as CHG."),
  isNeeded: z.boolean().default(false).describe("Whether every request has to name one."),
});
