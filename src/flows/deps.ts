import type { TenantName } from "./ids.ts";
import type {
  Announcer,
  Answerer,
  Clock,
  Dice,
  Directory,
  Engine,
  Log,
  Runner,
  Store,
  Vault,
  Watch,
  Workday,
} from "./ports.ts";
import type { Tenant } from "./tenant.ts";

/** One tenant with everything that reaches it. */
export interface Place {
  readonly tenant: Tenant;
  readonly workday: Workday;
  /** Absent where no task of this tenant is a runner's. */
  readonly runner?: Runner;
}

/** What the workflows need from outside. */
export interface FlowDeps {
  /** Every configured tenant. */
  readonly tenants: readonly Tenant[];
  /** Throws for a tenant that is not in the configuration any more: no request may lose its rules. */
  readonly placeOf: (tenant: TenantName) => Place;
  /** False for a tenant that is not configured any more: its requests rest until it is back. */
  readonly hasPlace: (tenant: TenantName) => boolean;
  readonly vault: Vault;
  /** The secret's name for an account: the same account, the same name. */
  readonly nameSecret: (tenant: Tenant, userName: string) => string;
  readonly store: Store;
  readonly watch: Watch;
  readonly directory: Directory;
  readonly announcer: Announcer;
  readonly answerer: Answerer;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly log: Log;
}
