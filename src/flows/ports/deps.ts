import type { SecretKind } from "../model/api-client.ts";
import type { Instant, TenantName } from "../model/ids.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Answerer } from "./answerer.ts";
import type { Channels } from "./channels.ts";
import type { Clock } from "./clock.ts";
import type { Delegations } from "./delegations.ts";
import type { Directory } from "./directory.ts";
import type { Engine } from "./engine.ts";
import type { Implementation } from "./implementation.ts";
import type { Learning } from "./learning.ts";
import type { Log } from "./log.ts";
import type { Outbox } from "./outbox.ts";
import type { PageName, Passkeys } from "./passkeys.ts";
import type { Random } from "./random.ts";
import type { Recipes } from "./recipes.ts";
import type { Runner } from "./runner.ts";
import type { Store } from "./store.ts";
import type { SecretTags, Vault } from "./vault.ts";
import type { Watch } from "./watch.ts";
import type { Workday } from "./workday.ts";

/** One tenant with everything that reaches it. */
export interface TenantContext {
  readonly tenant: Tenant;
  readonly workday: Workday;
  readonly learning: Learning;
  /** Absent where no task of this tenant is a runner's. */
  readonly runner?: Runner;
  /** Absent unless the configuration switches Workday's implementation service on. */
  readonly implementation?: Implementation;
}

/** What the workflows need from outside. */
export interface FlowDeps {
  /** Every configured tenant. */
  readonly tenants: readonly Tenant[];
  /** Throws for a tenant that is not in the configuration any more: no request may lose its rules. */
  readonly contextOf: (tenant: TenantName) => TenantContext;
  /** False for a tenant that is not configured any more: its requests rest until it is back. */
  readonly isConfigured: (tenant: TenantName) => boolean;
  readonly vault: Vault;
  /** The secret's name for an account, its password's unless said: the same account, the same name. */
  readonly nameSecret: (tenant: Tenant, userName: string, kind?: SecretKind) => string;
  /** How a person stores a value by hand; absent where the bot's own page takes it. */
  readonly describeVaultCommand?: (secret: {
    readonly name: string;
    readonly file: string;
    readonly tags: SecretTags;
    readonly expiresAt: Instant;
  }) => string;
  readonly store: Store;
  readonly watch: Watch;
  readonly delegations: Delegations;
  readonly passkeys: Passkeys;
  /** The address of one of the bot's own pages, with a token after `#`; absent where it has no pages. */
  readonly pageLink?: (page: PageName, token: string) => string;
  readonly directory: Directory;
  readonly outbox: Pick<Outbox, "tell" | "findDisplay">;
  readonly channels: Channels;
  readonly answerer: Answerer;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly random: Random;
  /** As they are now: a request knows the name of its recipe only. */
  readonly recipes: Pick<Recipes, "find">;
  readonly log: Log;
}
