import { z } from "zod";

/** When a tenant's passwords are due. Days may be fractions. */
export const RotationEntry = z.strictObject({
  everyDays: z
    .number()
    .min(0.00001)
    .max(3_650)
    .optional()
    .describe("From a password's issue until it is due; secrets.expiresAfterDays, unless said."),
  remindBeforeDays: z
    .array(z.number().min(0).max(365))
    .max(10)
    .default([30, 7, 0])
    .refine((days) => days.every((one, at) => one < (days[at - 1] ?? Number.POSITIVE_INFINITY)), {
      error: "days that fall, such as [30, 7, 0]",
    })
    .describe("An empty list turns reminders off. What is overdue is told again every week."),
});
