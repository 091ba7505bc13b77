import type { inviteToConfirm, inviteToEnrol } from "../../flows/authorization/links.ts";
import type { EditContent } from "../../flows/intake/prepare-edit.ts";
import type { Held } from "../../flows/intake/prepare-permissions.ts";
import type { FoundSettings } from "../../flows/intake/prepare-settings.ts";
import type { Proposal } from "../../flows/intake/propose-free-names.ts";
import type { Existing, Named } from "../../flows/inventory/existing-account.ts";
import type { Fault } from "../../flows/model/fault.ts";
import type { Instant, PersonId, RequestId, TenantName } from "../../flows/model/ids.ts";
import type { SecurityTimestamps } from "../../flows/model/tenant-reports.ts";
import type { inviteToEnter } from "../../flows/pages/enter-secrets.ts";
import type { AccountUses } from "../../flows/ports/account-uses.ts";
import type { AuditReader } from "../../flows/ports/audit.ts";
import type { Delegations } from "../../flows/ports/delegations.ts";
import type { Directory } from "../../flows/ports/directory.ts";
import type { Engine } from "../../flows/ports/engine.ts";
import type { Log } from "../../flows/ports/log.ts";
import type { Outbox } from "../../flows/ports/outbox.ts";
import type { Recipes } from "../../flows/ports/recipes.ts";
import type { Store } from "../../flows/ports/store.ts";
import type { IntegrationSystem } from "../../flows/ports/workday.ts";
import { accountOf, type Draft } from "../../flows/request/draft.ts";
import type { CredentialId } from "../../flows/request/passkey.ts";
import type { Raw, TenantCheck } from "../../flows/request/raw-draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Result } from "../../result.ts";
import type { LookAtChannel } from "./look-at-channel.ts";
import type { Respond } from "./respond.ts";
import type { SlackClients } from "./slack-call.ts";
import type { ReadWorkspace } from "./workspace.ts";

/** What the bot needs from the rest of the house. */
export interface BotDeps {
  readonly tenants: readonly Tenant[];
  readonly recipes: Recipes;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly audit: AuditReader;
  readonly delegations: Delegations;
  readonly engine: Engine;
  readonly outbox: Outbox;
  /** From a cached list, at once; `isLoading` while the first list is on its way. */
  readonly searchSystems: (
    tenant: TenantName,
    text: string,
  ) => Promise<{ readonly systems: readonly IntegrationSystem[]; readonly isLoading: boolean }>;
  /** Names of domains that the tenant has, from memory, at once: none before the first read, or where no eye sees them. */
  readonly listDomains: (tenant: TenantName) => readonly string[];
  /** What exactly would be asked for, or why it cannot be. Changes nothing. */
  readonly prepare: (raw: Raw, tenant: Tenant) => Promise<Result<Draft, TenantCheck>>;
  /** The same for an edit of an open request: what it would ask for, or why it cannot. Changes nothing. */
  readonly prepareEdit: (content: EditContent) => Promise<Result<Draft, TenantCheck>>;
  /** What a request for a new user that has ended would be asked with once more. Changes nothing. */
  readonly proposeFreeNames: (request: Request, tenant: Tenant) => Promise<Proposal>;
  /** Links to the bot's own pages. Each call makes another. */
  readonly passkeys: {
    readonly inviteToEnrol: (person: PersonId) => ReturnType<typeof inviteToEnrol>;
    readonly inviteToConfirm: (
      by: PersonId,
      credential: CredentialId,
    ) => ReturnType<typeof inviteToConfirm>;
  };
  /** The activations of a tenant, where it has a report of them. */
  readonly readTimestamps: (tenant: TenantName) => Promise<Result<SecurityTimestamps, Fault>>;
  /** How a tenant's accounts are used, as far as its log of sign-ons was read. */
  readonly findUses: AccountUses["findUses"];
  /** An account that exists, also one that the bot did not make. Changes nothing. */
  readonly findExisting: (tenant: Tenant, named: Named) => Promise<Result<Existing, TenantCheck>>;
  /** An account that exists, with what its group may do now. Changes nothing. */
  readonly findHeld: (tenant: Tenant, named: Named) => Promise<Result<Held, TenantCheck>>;
  /** An account that exists, with its settings as the tenant shows them now. Changes nothing. */
  readonly findSettings: (
    tenant: Tenant,
    named: Named,
  ) => Promise<Result<FoundSettings, TenantCheck>>;
  /** A link to the page that takes what a task's page shows. Each call makes another. */
  readonly inviteToEnter: (
    about: Parameters<typeof inviteToEnter>[1],
  ) => ReturnType<typeof inviteToEnter>;
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
  readonly lookAtChannel: LookAtChannel;
  readonly respond: Respond;
  readonly workspace: ReadWorkspace;
}

/** The recipe that an account was filled from, as it is now; absent where there was none, or is none any more. */
export function findRecipe(deps: Pick<BotDeps, "recipes">, draft: Draft): Recipe | undefined {
  const name = accountOf(draft)?.recipe;
  return name === undefined ? undefined : deps.recipes.find(name);
}

export function findTenant(deps: Pick<BotDeps, "tenants">, name: string): Tenant | undefined {
  return deps.tenants.find((tenant) => tenant.name === name);
}
