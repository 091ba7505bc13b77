import { z } from "zod";

/** What is told from a tenant's log of sign-ons, where the bot may read it. */
export const SignOnsEntry = z.strictObject({
  version: z
    .string()
    .regex(/^v\d{1,2}\.\d$/)
    .optional()
    .describe("Of the service with the log, such as v40.0; the tenant's version, unless said."),
  unusedAfterDays: z
    .number()
    .min(0)
    .max(3_650)
    .default(90)
    .describe("An account that nobody used for so many days is told once. 0 turns it off."),
  tellNewOrigins: z
    .boolean()
    .default(true)
    .describe(
      "Whether an account that is used from an address or by a channel not seen before is told, once each.",
    ),
});
