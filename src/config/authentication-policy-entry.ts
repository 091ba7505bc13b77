import { z } from "zod";

/** Present for a tenant with an authentication policy. */
export const AuthenticationPolicyEntry = z
  .strictObject({
    name: z.string().min(1).max(150).optional().describe("Which one, where there are several."),
    allowedTypes: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(20)
      .default(["User Name Password"])
      .describe("How a new account may sign on, as Workday names it."),
  })
  .optional()
  .describe(
    "For a tenant with an authentication policy: every new account is allowed in it, and the policies are activated. No such step, unless said.",
  );
