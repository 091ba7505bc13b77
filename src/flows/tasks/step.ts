import { type Task, type TaskHand, taskNames } from "./task.ts";

/** Steps that the bot does itself through a public web service or the vault. */
export type OwnStep = (typeof ownSteps)[number];

/** Every step of the bot's own, for schemas. */
export const ownSteps = [
  "create-integration-system",
  "create-user",
  "issue-credential",
  "verify",
  "scramble-user",
  "disable-secret",
  "tell-before",
  "tell-after",
  "disable-old-versions",
  "enable-token-sign-on",
  "disable-old-client-secrets",
  "disable-client-secrets",
  "make-segments",
  "change-settings",
  "restore-settings",
] as const;

/** What an approval is for: everything that is pending and goes live, or everything that follows in the plan. */
export type ApprovalStep = (typeof approvalSteps)[number];

/** Every approval, for schemas. */
export const approvalSteps = ["approve", "approve-plan"] as const;

/** The approval of what goes live. */
export const ofActivation: ApprovalStep = "approve";

/** Whether an approval is for everything that follows in the plan. */
export function isOfPlan(approval: ApprovalStep): boolean {
  return approval === "approve-plan";
}

/** One step of a plan, with the hand that does it. */
export type Step =
  | { readonly name: OwnStep; readonly hand: "api" }
  | { readonly name: Task["name"]; readonly hand: TaskHand; readonly task: Task }
  | { readonly name: ApprovalStep; readonly hand: "approver" };

export type StepName = Step["name"];

/** What an approval is for: the steps after it, up to the next one. Nothing where the plan does not have it. */
export function listFollowing(plan: readonly Step[], approval: ApprovalStep): readonly Step[] {
  const at = plan.findIndex(({ name }) => name === approval);
  if (at < 0) return [];
  const after = plan.slice(at + 1);
  const next = after.findIndex(({ hand }) => hand === "approver");
  return next < 0 ? after : after.slice(0, next);
}

/** Whether a plan that is approved goes on to an activation, which an approval of its own may come before. */
export function isActivatedLater(plan: readonly Step[]): boolean {
  const names = plan.map(({ name }) => name);
  return names.includes("approve-plan") && names.includes("approve");
}

/** What is done by an approval of the plan before its activation has one of its own, or follows. */
export function listMade(plan: readonly Step[]): readonly Step[] {
  return listFollowing(plan, "approve-plan");
}

/** Every step of any plan, for schemas. */
export const stepNames = [
  ...ownSteps,
  ...taskNames,
  ...approvalSteps,
] as const satisfies readonly StepName[];
