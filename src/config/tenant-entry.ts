import { z } from "zod";
import { taskNames } from "../flows/task.ts";

const Minutes = z.int().min(6).max(999);
const Hand = z.enum(["runner", "person"]);
const UserKey = z.string().regex(/^[UW][A-Z0-9]+$/, { error: "a user id, such as U024BE7LH" });
const GroupKey = z.string().regex(/^S[A-Z0-9]+$/, { error: "a user group id, such as S0614TZR7" });
const People = z
  .strictObject({
    people: z.array(UserKey).default([]),
    groups: z.array(GroupKey).default([]),
  })
  .refine(({ people, groups }) => people.length + groups.length > 0, {
    error: "at least one Slack user id or user group id",
  });

const SecretSource = z
  .union(
    [
      z.strictObject({ env: z.string().regex(/^[A-Z][A-Z0-9_]*$/) }),
      z.strictObject({ file: z.string() }),
    ],
    { error: "{env: NAME} or {file: path}, never the value itself" },
  )
  .describe("Where the value is: {env: NAME} or {file: path}. Never the value itself.");

const Report = z.strictObject({
  name: z.string(),
  columns: z.record(z.string(), z.string()).default({}),
});

const Reports = z.strictObject({
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
});

const ProbeEntry = z.strictObject({
  domain: z.string(),
  operation: z.enum([
    "Get_Workers",
    "Get_Integration_System_Users",
    "Get_Integration_Systems",
    "Get_Learning_Topics",
  ]),
});

/** Pairs to start from. All of them are inferences: which read proves which domain is the tenant's to say. */
const startingProbes: z.infer<typeof ProbeEntry>[] = [
  { domain: "Worker Data: Public Worker Reports", operation: "Get_Workers" },
  { domain: "Worker Data: Current Staffing Information", operation: "Get_Workers" },
  { domain: "Worker Data: Active and Terminated Workers", operation: "Get_Workers" },
  { domain: "Worker Data: Workers", operation: "Get_Workers" },
  { domain: "Integration Security", operation: "Get_Integration_System_Users" },
  { domain: "Integration Build", operation: "Get_Integration_Systems" },
  { domain: "Manage: Learning Content", operation: "Get_Learning_Topics" },
];

/** Domains that administer security itself. */
const startingRefusals = [
  "Security Administration",
  "Security Configuration",
  "Integration Security",
  "Set Up: Tenant Setup - Security",
];

const Hands = z
  .strictObject({
    default: Hand.default("person"),
    "create-security-group": Hand.optional(),
    "add-group-member": Hand.optional(),
    "grant-permissions": Hand.optional(),
    activate: Hand.optional(),
    "revoke-permissions": Hand.optional(),
    "remove-group-member": Hand.optional(),
    "inactivate-security-group": Hand.optional(),
  })
  .prefault({});

const Hours = z.number().min(0.0001).max(720);

const ApproverCount = z.int().min(1).max(5);

const Approvals = z
  .strictObject({
    needed: ApproverCount.default(1).describe("How many people have to approve, each another."),
    neededWhenUnseen: ApproverCount.optional().describe(
      "How many where the bot cannot see what else is pending. As many as needed, unless said.",
    ),
  })
  .refine(({ needed, neededWhenUnseen = needed }) => neededWhenUnseen >= needed, {
    path: ["neededWhenUnseen"],
    error: "as many as needed, or more",
  })
  .prefault({});

/** One Workday tenant. */
export const TenantEntry = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, { error: "the tenant's name, as it stands in URLs" }),
  label: z.string().min(1).max(60),
  production: z.boolean(),
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, { error: "a channel id, such as C024BE91L" })
    .describe("The Slack channel where this tenant's requests live."),
  servicesUrl: z
    .url({ protocol: /^https?$/ })
    .describe("The services host, which is not the host that people browse."),
  version: z
    .string()
    .regex(/^v\d{1,2}\.\d$/)
    .describe("Of the web services, such as v31.2."),
  account: z.strictObject({ userName: z.string().min(1), password: SecretSource }),
  timeoutSeconds: z.number().min(0.1).max(300).default(30),
  reports: Reports.optional(),
  requesters: People,
  doers: People,
  approvers: People,
  approvals: Approvals,
  remindAfterHours: z
    .array(Hours)
    .max(10)
    .refine((hours) => hours.every((one, at) => at === 0 || one > (hours[at - 1] ?? 0)), {
      error: "hours that grow, such as [4, 12, 24]",
    })
    .default([4, 12, 24])
    .describe("When approvers are reminded in the thread, in hours since the card was posted."),
  escalation: z
    .strictObject({ afterHours: Hours, approvers: People })
    .optional()
    .describe("People who may approve too, once the card has waited for so many hours."),
  approvalExpiresAfterHours: z.number().min(0.0001).max(720).default(72),
  hands: Hands,
  taskLinks: z.partialRecord(z.enum(taskNames), z.url({ protocol: /^https$/ })).default({}),
  passwordRules: z
    .strictObject({
      length: z.int().min(12).max(64).default(24),
      upper: z.boolean().default(true),
      lower: z.boolean().default(true),
      digit: z.boolean().default(true),
      special: z.boolean().default(true),
    })
    .prefault({}),
  maxSessionTimeoutMinutes: Minutes.default(720),
  integrationTemplate: z.string().optional(),
  userNameRule: z
    .strictObject({
      pattern: z.string().refine(isPattern, "a regular expression"),
      words: z.string(),
    })
    .optional(),
  protectedAccounts: z.array(z.string()).default([]),
  protectedGroups: z.array(z.string()).default([]),
  refusedDomains: z.array(z.string()).default(startingRefusals),
  sensitiveDomains: z
    .array(z.string())
    .default([])
    .describe(
      "Domains that are allowed although they administer security: they need two approvers. Take them out of refusedDomains too.",
    ),
  probes: z.array(ProbeEntry).default(startingProbes),
  secrets: z
    .strictObject({
      prefix: z
        .string()
        .regex(/^[0-9a-zA-Z-]{1,20}$/)
        .default("workday-isu"),
      expiresAfterDays: z.int().min(1).max(3_650).default(365),
    })
    .prefault({}),
});

export type TenantEntry = z.infer<typeof TenantEntry>;
export type SecretSource = z.infer<typeof SecretSource>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
