import type { Outside } from "../model/fault.ts";
import type { Instant, TenantName } from "../model/ids.ts";

/** Something outside that one tenant's requests need is away, or was. There is one at a time of each. */
export interface Outage {
  readonly tenant: TenantName;
  readonly outside: Outside;
  readonly since: Instant;
  /** When somebody got through again; absent while it is away. */
  readonly overAt?: Instant;
}
