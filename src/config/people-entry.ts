import { z } from "zod";
import { approvalTimes } from "../flows/tenant/tenant.ts";

/** Who may do what, how many have to, and how long they have. */
const UserKey = z.string().regex(/^[UW][A-Z0-9]+$/, { error: "a user id, such as U024BE7LH" });
const GroupKey = z.string().regex(/^S[A-Z0-9]+$/, { error: "a user group id, such as S0614TZR7" });
export const People = z
  .strictObject({
    people: z.array(UserKey).default([]),
    groups: z.array(GroupKey).default([]),
  })
  .refine(({ people, groups }) => people.length + groups.length > 0, {
    error: "at least one Slack user id or user group id",
  });

export const WorkdayAccounts = z
  .record(
    z.union([UserKey, z.literal("runner")], {
      error: "a user id, such as U024BE7LH, or runner",
    }),
    z.string().min(1).max(200),
  )
  .describe(
    "The Workday account of a doer or an approver (by Slack user id), and of the runner. Nobody approves what their account changed; a verdict says where somebody else activated.",
  );

const Hours = z.number().min(0.0001).max(720);

const ApproverCount = z.int().min(1).max(5);

export const ExpiresAfterHours = z.number().min(0.0001).max(720);

const counts = {
  needed: ApproverCount.default(1).describe("How many people have to approve, each another."),
  neededWhenUnseen: ApproverCount.optional().describe(
    "How many where the bot cannot see what else is pending. As many as needed, unless said.",
  ),
  at: z
    .enum(approvalTimes)
    .optional()
    .describe(
      "When what is pending until an activation is approved: plan, before anything is made; activation, before its activation; or both. plan, unless said; under perRecipe: as the tenant says. An activation may follow from the approval of its plan. What takes effect without an activation is approved before, in any case.",
    ),
  beforeCreation: z
    .boolean()
    .optional()
    .describe("What `at` was called before: true is both, and false is activation."),
  planExpiresAfterHours: ExpiresAfterHours.optional().describe(
    "How long a plan waits for its approval, and how long that approval counts. approvalExpiresAfterHours, unless said.",
  ),
};

function areOrdered({
  needed,
  neededWhenUnseen = needed,
}: {
  readonly needed: number;
  readonly neededWhenUnseen?: number | undefined;
}): boolean {
  return neededWhenUnseen >= needed;
}

function isSaidOnce({ at, beforeCreation }: z.infer<z.ZodObject<typeof counts>>): boolean {
  return at === undefined || beforeCreation === undefined;
}

const saidTwice = { path: ["beforeCreation"], error: "no beforeCreation, since at says it" };

const disordered = { path: ["neededWhenUnseen"], error: "as many as needed, or more" };

const ApprovalCounts = z
  .strictObject(counts)
  .refine(areOrdered, disordered)
  .refine(isSaidOnce, saidTwice);

export const Approvals = z
  .strictObject({
    ...counts,
    activation: z
      .enum(["follows"])
      .optional()
      .describe(
        "follows: also with production: true an activation may follow from the approval of its plan. It needs changeWindows. There it is approved by itself, unless said.",
      ),
    secondFactor: z
      .enum(["passkey"])
      .optional()
      .describe(
        "passkey: approvers confirm with one on the bot's own page (web), so that a stolen Slack session approves nothing.",
      ),
  })
  .refine(areOrdered, disordered)
  .refine(isSaidOnce, saidTwice);

export const RemindAfterHours = z
  .array(Hours)
  .max(10)
  .refine((hours) => hours.every((one, at) => one > (hours[at - 1] ?? 0)), {
    error: "hours that grow, such as [4, 12, 24]",
  });

export const Escalation = z.strictObject({ afterHours: Hours, approvers: People });

export const RecipeRulesEntry = z.strictObject({
  requesters: People.optional().describe("Who may ask for it, and is offered its form."),
  doers: People.optional(),
  approvers: People.optional(),
  approvals: ApprovalCounts.optional(),
  escalation: Escalation.optional(),
  remindAfterHours: RemindAfterHours.optional(),
  approvalExpiresAfterHours: ExpiresAfterHours.optional(),
});
