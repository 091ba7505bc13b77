import { type Bot, type BotOptions, type BotWatch, createBot } from "./bot/app.ts";
import type { BotDeps } from "./bot/slack/deps.ts";
import type { Config } from "./config/read-config.ts";
import { isDatabaseAway } from "./engine/database-away.ts";
import { inviteToConfirm, inviteToEnrol } from "./flows/authorization/links.ts";
import { groundIn as toGround } from "./flows/intake/open-request.ts";
import { prepare } from "./flows/intake/prepare.ts";
import { prepareEdit } from "./flows/intake/prepare-edit.ts";
import { findHeld } from "./flows/intake/prepare-permissions.ts";
import { findSettings } from "./flows/intake/prepare-settings.ts";
import { proposeFreeNames } from "./flows/intake/propose-free-names.ts";
import { findExisting } from "./flows/inventory/existing-account.ts";
import { recordCardShown } from "./flows/lifecycle/card-shown.ts";
import { inviteToEnter } from "./flows/pages/enter-secrets.ts";
import type { FlowDeps } from "./flows/ports/deps.ts";
import type { DraftSourcesWithVault } from "./flows/ports/draft-sources.ts";
import type { Tenant } from "./flows/tenant/tenant.ts";
import type { Foundation } from "./foundation.ts";
import { createRandom } from "./random.ts";
import { createAuditReader } from "./store/audit/audit-reader.ts";
import { createPublisherLease } from "./store/requests/publisher-lease.ts";
import { createPublisherLedger } from "./store/requests/publisher-ledger.ts";
import type { TenantContexts } from "./tenant-contexts.ts";

/** Joins the bot with what it asks of the flows. They are made after it, so they are asked for when they are needed. */
export function openBot(
  { config, recipes, catalogue, database, clock, log, scrubber }: Foundation,
  watch: BotWatch,
  {
    places,
    flows,
    ...kept
  }: { readonly places: TenantContexts; readonly flows: () => FlowDeps } & Pick<
    BotDeps,
    "store" | "delegations" | "engine" | "outbox"
  >,
): Bot {
  return createBot(
    { ...toBotOptions(config), watch },
    {
      tenants: places.tenants,
      recipes,
      catalogue,
      ...kept,
      audit: createAuditReader({ db: database.db, auditKey: config.secrets.auditKey }),
      searchSystems: places.searchSystems,
      listDomains: places.listDomains,
      ...toFinders(createGround(flows)),
      ...toReads(places, flows),
      ...toInvitations(flows),
      newRequestId: createRandom(scrubber).requestId,
      now: clock.now,
      isReady: database.isReady,
      log,
    },
    {
      lease: createPublisherLease({ db: database.db, replica: config.replica }),
      ledger: createPublisherLedger(database),
      onShown: (shown) => recordCardShown(kept.store, shown),
      isDatabaseAway,
    },
  );
}

function toBotOptions(config: Config): BotOptions {
  const { slack, operators } = config.file;
  const { botToken, signingSecret, appToken } = config.secrets;
  return {
    botToken,
    ...(signingSecret && { signingSecret }),
    ...(appToken && { appToken }),
    operators: operators?.contact,
    newerBlocks: slack.newerBlocks,
    ...(slack.apiUrl !== undefined && { apiUrl: slack.apiUrl }),
    delivery:
      slack.delivery === "http"
        ? { kind: "http", port: slack.port, host: slack.host }
        : { kind: "socket", healthPort: slack.port },
  };
}

function toReads(
  { contextOf }: TenantContexts,
  flows: () => FlowDeps,
): Pick<BotDeps, "readTimestamps" | "findUses"> {
  return {
    readTimestamps: (tenant) => contextOf(tenant).workday.readTimestamps(),
    findUses: (tenant) => flows().watch.findUses(tenant),
  };
}

function toFinders(
  groundIn: (tenant: Tenant) => DraftSourcesWithVault,
): Pick<
  BotDeps,
  "prepare" | "prepareEdit" | "proposeFreeNames" | "findExisting" | "findHeld" | "findSettings"
> {
  return {
    prepare: (raw, tenant) => prepare(groundIn(tenant), raw, tenant),
    prepareEdit: (content) => prepareEdit(groundIn(content.tenant), content),
    proposeFreeNames: (request, tenant) => proposeFreeNames(groundIn(tenant), request, tenant),
    findExisting: (tenant, named) => findExisting(groundIn(tenant), tenant, named),
    findHeld: (tenant, named) => findHeld(groundIn(tenant), tenant, named),
    findSettings: (tenant, named) => findSettings(groundIn(tenant), tenant, named),
  };
}

function toInvitations(flows: () => FlowDeps): Pick<BotDeps, "passkeys" | "inviteToEnter"> {
  return {
    passkeys: {
      inviteToEnrol: (person) => inviteToEnrol(flows(), person),
      inviteToConfirm: (by, credential) => inviteToConfirm(flows(), by, credential),
    },
    inviteToEnter: (about) => inviteToEnter(flows(), about),
  };
}

function createGround(flows: () => FlowDeps): (tenant: Tenant) => DraftSourcesWithVault {
  return (tenant) => toGround(flows(), tenant);
}
