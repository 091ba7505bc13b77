import { z } from "zod";

const Report = z.strictObject({
  name: z.string(),
  columns: z.record(z.string(), z.string()).default({}),
});

/** The tenant's custom reports that the bot reads. */
export const ReportsEntry = z.strictObject({
  owner: z.string().describe("The account that owns the reports."),
  pendingDomainPolicies: Report.optional(),
  pendingBusinessProcessPolicies: Report.optional(),
  securityGroups: Report.optional(),
  groupPermissions: Report.optional().describe(
    "What every group may do, active and pending: what went live is compared with what was asked.",
  ),
  securityTimestamps: Report.optional().describe(
    "The activations of the tenant: one that no request explains raises an alarm.",
  ),
  passwordExemptions: Report.optional().describe(
    "The users exempt from password expiration: whether a new account is one of them is looked at.",
  ),
  accounts: Report.optional().describe(
    "The accounts, and whether each is locked, disabled, or ends by itself: whether an account is one of them is looked at.",
  ),
});
