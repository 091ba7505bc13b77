import type { TenantEntry } from "../config/tenant-entry.ts";
import { changesPolicies } from "../flows/step-kinds/facts.ts";
import { taskNames } from "../flows/tasks/task.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { type Finding, findingsOf } from "./finding.ts";

type Judged = Pick<
  Tenant,
  "name" | "production" | "changeWindows" | "approvals" | "hands" | "workdayAccounts"
>;

const what = "one approval for plan and activation";

/**
 * Whether an activation can ever follow from the approval of its plan, where that is when the tenant approves. Nothing where
 * it is not, or where it is meant so.
 */
export function judgePlanFollows(
  { name, hands, workdayAccounts, ...rules }: Judged,
  { wql, reports }: Pick<TenantEntry, "wql" | "reports">,
): readonly Finding[] {
  if (!isToFollow(rules)) return [];
  const { ok, warning } = findingsOf(`Workday ${name}`);
  const made = new Set(taskNames.filter(changesPolicies).map((task) => hands[task]));
  if ((wql ?? reports?.pendingDomainPolicies) === undefined) {
    const words = "Nothing shows what is pending: every activation is approved once more.";
    return [warning(what, words, "Name wql, or the reports of pending changes.")];
  }
  if (made.size === 1 && made.has("person"))
    return [ok(what, "People make the permissions: every activation is approved once more.")];
  if (made.has("runner") && workdayAccounts?.runner === undefined) {
    const words =
      "Nobody said by which Workday account the runner works, so its changes cannot be told from others: every activation is approved once more.";
    return [warning(what, words, "Set workdayAccounts.runner, or say approvals.at: activation.")];
  }
  return [ok(what, "An activation follows where a look shows exactly what was approved.")];
}

/** Whether it is meant to: a production tenant without change windows has each activation approved, whatever it says. */
function isToFollow({
  approvals,
  production,
  changeWindows,
}: Pick<Judged, "approvals" | "production" | "changeWindows">): boolean {
  if (approvals.at !== "plan") return false;
  return !production || (approvals.activation === "follows" && changeWindows.length > 0);
}
