import type { Draft } from "../request/draft.ts";
import type { ApprovalTime, Tenant } from "../tenant/tenant.ts";
import { rulesOf } from "./recipe-rules.ts";

/** When a draft is approved, by the rules that it falls under. */
function approvedAt(draft: Draft, tenant: Tenant): ApprovalTime {
  return rulesOf(draft, tenant).approvals.at ?? "activation";
}

/** Whether anything of a draft is made only after an approval of its plan. */
export function asksForPlan(draft: Draft, tenant: Tenant): boolean {
  return approvedAt(draft, tenant) !== "activation";
}
