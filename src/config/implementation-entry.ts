import { z } from "zod";

const OperationId = z.string().min(1).max(100);

/** Workday's implementation service of one tenant: not a public one, and off unless somebody says so. */
export const ImplementationEntry = z
  .strictObject({
    enabled: z.boolean().default(false),
    version: z
      .string()
      .regex(/^v\d{1,2}\.\d$/)
      .default("v47.0")
      .describe("Of this service alone. The bot was written against v47.0."),
    securityOperations: z
      .strictObject({ Get: OperationId, Put: OperationId, View: OperationId, Modify: OperationId })
      .optional()
      .describe(
        "The tenant's Security_Operation_ID of each access, as Get_Domain_Security_Policy shows them. No list of them is published.",
      ),
  })
  .describe(
    "Core_Implementation_Service, which is not a public web service. Off unless enabled; untried. See docs/setup/workday.md.",
  );
