import type { AnnouncementLog } from "../flows/announcement-log.ts";
import type { Draft, TenantCheck } from "../flows/draft.ts";
import type { Instant, RequestId, TenantName } from "../flows/ids.ts";
import type { Directory, Engine, IntegrationSystem, Log, Recipes, Store } from "../flows/ports.ts";
import type { Tenant } from "../flows/tenant.ts";
import type { Result } from "../result.ts";
import type { Respond } from "./respond.ts";
import type { SlackClients } from "./slack-call.ts";

/** What the bot needs from the rest of the house. */
export interface BotDeps {
  readonly tenants: readonly Tenant[];
  readonly recipes: Recipes;
  readonly store: Store;
  readonly engine: Engine;
  readonly announcements: AnnouncementLog;
  /** From a cached list, at once; `isLoading` while the first list is on its way. */
  readonly searchSystems: (
    tenant: TenantName,
    text: string,
  ) => Promise<{ readonly systems: readonly IntegrationSystem[]; readonly isLoading: boolean }>;
  readonly checkTenant: (draft: Draft, tenant: Tenant) => Promise<Result<void, TenantCheck>>;
  readonly newRequestId: () => RequestId;
  readonly now: () => Instant;
  readonly isReady: () => Promise<boolean>;
  readonly log: Log;
}

/** What a listener works with. */
export interface BotParts {
  readonly deps: BotDeps;
  readonly slack: SlackClients;
  readonly directory: Directory;
  readonly respond: Respond;
}

export function findTenant(deps: Pick<BotDeps, "tenants">, name: string): Tenant | undefined {
  return deps.tenants.find((tenant) => tenant.name === name);
}
