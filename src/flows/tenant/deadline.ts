import { type Instant, later } from "../model/ids.ts";
import { type Tenant } from "./tenant.ts";

/** From now, how long people have. */
export function deadline(at: Instant, tenant: Tenant): Instant {
  return later(at, tenant.approvalExpiresAfterMs);
}
