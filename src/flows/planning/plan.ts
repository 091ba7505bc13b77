import { asksForPlan } from "../authorization/approval-times.ts";
import { kindOf } from "../kinds/kinds.ts";
import type { RequestId } from "../model/ids.ts";
import type { Draft } from "../request/draft.ts";
import type { Step } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** The steps that a request takes, in order. */
export function planFor(draft: Draft, tenant: Tenant, id: RequestId): readonly Step[] {
  const place = { tenant, id, asksForPlan: asksForPlan(draft, tenant) };
  return kindOf(draft).plan(draft, place);
}
