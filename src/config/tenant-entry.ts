import { z } from "zod";
import { taskNames } from "../flows/tasks/task.ts";
import { probeOperations } from "../flows/tenant/tenant.ts";
import { AccountEntry } from "./account-entry.ts";
import { AuthenticationPolicyEntry } from "./authentication-policy-entry.ts";
import { ChangeWindowEntry, FreezeEntry } from "./effect-times-entry.ts";
import { Hands } from "./hands-entry.ts";
import { ImplementationEntry } from "./implementation-entry.ts";
import { NamesEntry } from "./names-entry.ts";
import { Pattern } from "./pattern.ts";
import {
  Approvals,
  Escalation,
  ExpiresAfterHours,
  People,
  RecipeRulesEntry,
  RemindAfterHours,
  WorkdayAccounts,
} from "./people-entry.ts";
import { ReportsEntry } from "./reports-entry.ts";
import { RotationEntry } from "./rotation-entry.ts";
import { SignOnsEntry } from "./sign-ons-entry.ts";
import { TicketsEntry } from "./tickets-entry.ts";
import { WqlEntry } from "./wql-entry.ts";

const Minutes = z.int().min(6).max(999);

const ProbeEntry = z.strictObject({ domain: z.string(), operation: z.enum(probeOperations) });

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

const Names = z.array(z.string()).default([]);

/** One Workday tenant. */
export const TenantEntry = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, { error: "the tenant's name, as it stands in URLs" }),
  label: z.string().min(1).max(60),
  production: z.boolean(),
  observe: z
    .boolean()
    .optional()
    .describe(
      "Whether the bot only reads, watches and plans in this tenant, and does nothing: a way to begin. Not unless said.",
    ),
  maxOpenRequestsPerPerson: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(50)
    .describe("The most requests that one person may have open in this tenant at once."),
  needsTicket: z
    .boolean()
    .optional()
    .describe("Whether every request for this tenant has to name a ticket. Not unless said."),
  tickets: TicketsEntry.optional().describe(
    "How tickets are numbered and where each is: then a number is enough, and nothing else is taken. Any address, unless said.",
  ),
  requestersMayActivate: z
    .boolean()
    .optional()
    .describe(
      "Whether who asked for a change may carry out its activation by hand, for a tenant without a second doer. The record says so each time. Not unless said.",
    ),
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
  account: AccountEntry,
  timeoutSeconds: z.number().min(0.1).max(300).default(30),
  callsPerSecond: z
    .number()
    .min(0.1)
    .max(1_000)
    .default(8)
    .describe(
      "How many calls to Workday may begin in a second: web services, reports and tokens together, of each replica.",
    ),
  reports: ReportsEntry.optional(),
  wql: WqlEntry.optional().describe(
    "An API client of the bot's own, by which it asks the tenant itself (WQL) what its reports would tell. Off unless said.",
  ),
  requesters: People,
  doers: People,
  approvers: People,
  readers: People.optional().describe(
    "Who may list the tenant's accounts with /workday-isu list. Doers and approvers, unless said.",
  ),
  auditors: People.optional().describe(
    "Who may read the audit trail of the tenant's requests with /workday-isu audit. Nobody, unless said.",
  ),
  approvals: Approvals.prefault({}),
  releases: z
    .enum(["together", "each"])
    .default("together")
    .describe(
      "Whether requests that come to their activation at about the same time share one card, one approval and one activation, or each has a card of its own.",
    ),
  remindAfterHours: RemindAfterHours.default([4, 12, 24]).describe(
    "When approvers are reminded in the thread, in hours since the card was posted.",
  ),
  escalation: Escalation.optional().describe(
    "People who may approve too, once the card has waited for so many hours.",
  ),
  approvalExpiresAfterHours: ExpiresAfterHours.default(72),
  changeWindows: z
    .array(ChangeWindowEntry)
    .max(50)
    .default([])
    .describe(
      "When approved changes may be activated. Outside of them an approved request waits for the next. None: always.",
    ),
  freezes: z
    .array(FreezeEntry)
    .max(50)
    .default([])
    .describe(
      "When nothing that is approved may take effect, change window or not. An approved request waits for the end.",
    ),
  hands: Hands,
  implementationService: ImplementationEntry.optional(),
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
  names: NamesEntry.optional().describe(
    "Patterns of the names that the form proposes for a recipe; without one the recipe's own. Nobody has to keep them.",
  ),
  userNameRule: z
    .strictObject({
      pattern: Pattern,
      words: z.string(),
    })
    .optional(),
  protectedAccounts: Names.describe(
    "Accounts that no request is about, in whatever letters that look the same.",
  ),
  protectedGroups: Names.describe(
    "Security groups that no request is about, in whatever letters that look the same.",
  ),
  workdayAccounts: WorkdayAccounts.default({}),
  refusedDomains: Names.describe(
    "Domains, and policies of business processes, that are refused besides those that the catalogue marks.",
  ),
  sensitiveDomains: z
    .array(z.string())
    .default([])
    .describe(
      "Domains, and policies of business processes, that are allowed although they administer security: they need two approvers.",
    ),
  probes: z.array(ProbeEntry).default(startingProbes),
  apiClientProbe: z
    .string()
    .regex(/^[a-z][A-Za-z]*\/v\d+(\.\d+)?\/[A-Za-z0-9/_-]+$/)
    .default("common/v1/workers/me")
    .describe(
      "The harmless REST call that a new API client is tried with: service, version and what follows the tenant in its address.",
    ),
  secrets: z
    .strictObject({
      prefix: z
        .string()
        .regex(/^[0-9a-zA-Z-]{1,20}$/)
        .default("workday-isu"),
      expiresAfterDays: z.int().min(1).max(3_650).default(365),
    })
    .prefault({}),
  rotation: RotationEntry.prefault({}).describe(
    "When passwords are due, and when their owners and the channel hear of it.",
  ),
  signOns: SignOnsEntry.prefault({}).describe(
    "What is told from the log of sign-ons, where the bot's account may read it.",
  ),
  delegation: z
    .strictObject({
      to: People.describe("Who may be named to decide for an approver who is away."),
      maxDays: z.int().min(1).max(366).default(30).describe("The longest delegation."),
    })
    .optional()
    .describe(
      "Approvers may delegate while they are away: /workday-isu delegate. Off unless said.",
    ),
  exemptFromPasswordExpiry: z
    .boolean()
    .default(false)
    .describe(
      "Whether a new account is exempt from password expiration where nobody opens More settings.",
    ),
  authenticationPolicy: AuthenticationPolicyEntry,
  perRecipe: z
    .record(z.string(), RecipeRulesEntry)
    .default({})
    .describe(
      "By a recipe's name, or blank for requests without one: each key here replaces the tenant's own for requests that are filled from the recipe and ask for nothing that it does not name. A request that asks for more falls under the tenant's own rules.",
    ),
});

export type TenantEntry = z.infer<typeof TenantEntry>;
