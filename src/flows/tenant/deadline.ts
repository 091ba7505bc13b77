import { type Instant, later } from "../model/ids.ts";
import { type Tenant } from "./tenant.ts";

/** From now, how long people have. */
export function deadline(at: Instant, tenant: Tenant): Instant {
  return later(at, tenant.approvalExpiresAfterMs);
}

/** From a card or an approval: when it ends without one, or counts no more. That of a plan may have a limit of its own. */
export function approvalDeadline(
  at: Instant,
  { approvals, approvalExpiresAfterMs }: Tenant,
  isOfPlan: boolean,
): Instant {
  const { planExpiresAfterMs = approvalExpiresAfterMs } = approvals;
  return later(at, isOfPlan ? planExpiresAfterMs : approvalExpiresAfterMs);
}
