import type { BotDeps } from "./bot/slack/deps.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config/read-config.ts";
import type { TenantEntry } from "./config/tenant-entry.ts";
import { toTenant } from "./config/to-tenant.ts";
import type { TenantName } from "./flows/model/ids.ts";
import type { Clock } from "./flows/ports/clock.ts";
import type { FlowDeps, TenantContext } from "./flows/ports/deps.ts";
import type { Implementation } from "./flows/ports/implementation.ts";
import type { Observe } from "./flows/ports/observe.ts";
import type { Recipes } from "./flows/ports/recipes.ts";
import type { Runner } from "./flows/ports/runner.ts";
import { withoutHands } from "./flows/ports/without-hands.ts";
import type { Catalogue } from "./flows/tenant/catalogue.ts";
import { createNonce } from "./random.ts";
import type { Secret } from "./secret.ts";
import { createImplementation } from "./workday/adapters/implementation.ts";
import { createLearning } from "./workday/adapters/learning.ts";
import { createDomainCache } from "./workday/reports/domain-cache.ts";
import { createRunner } from "./workday/runner/runner.ts";
import {
  parseSigningKey,
  parseVerifyingKey,
  type SigningKey,
} from "./workday/runner/signing-keys.ts";
import { createPacer } from "./workday/wire/pacer.ts";
import { createSystemCache, type SystemCache } from "./workday/wire/system-cache.ts";
import type { X509Key } from "./workday/wire/x509-key.ts";
import { createWorkday, type TenantWorkday, type WorkdayOptions } from "./workday/workday.ts";

/** Every configured tenant, with what reaches it. */
export interface TenantContexts extends Pick<FlowDeps, "contextOf" | "isConfigured" | "tenants"> {
  readonly searchSystems: BotDeps["searchSystems"];
  readonly listDomains: BotDeps["listDomains"];
  /** Tenants that answer WQL to the bot's own client, each with how to ask what can be seen by it. */
  readonly watched: readonly {
    readonly tenant: TenantName;
    readonly findEyes: NonNullable<TenantWorkday["findEyes"]>;
  }[];
}

const systemsMaxAgeMs = 300_000;
const domainsMaxAgeMs = 3_600_000;

/** What every tenant's connections share. */
interface Around {
  readonly clock: Clock;
  readonly observe: Observe;
  /** For whom Workday is called: they take turns. */
  readonly caller: () => string;
}

type Place = TenantContext & {
  readonly systems: SystemCache;
  readonly listDomains: () => readonly string[];
};

export function createTenantContexts(
  config: Config,
  { catalogue, recipes }: { readonly catalogue: Catalogue; readonly recipes: Recipes },
  around: Around,
): TenantContexts {
  const runner = openRunner(config, around.observe);
  const places = new Map<TenantName, Place>();
  const watched: TenantContexts["watched"][number][] = [];
  const common = { team: config.file.slack.team, catalogue, findRecipe: recipes.find };
  for (const entry of config.file.tenants) {
    const tenant = toTenant(entry, common);
    const { findEyes, ...reached } = openTenant(toWorkdayOptions(config, entry), entry, around);
    if (findEyes !== undefined) watched.push({ tenant: tenant.name, findEyes });
    const place: Place = { tenant, ...reached, ...(runner && { runner }) };
    places.set(tenant.name, tenant.observe === true ? withoutHands(place) : place);
  }
  function contextOf(name: TenantName): Place {
    const place = places.get(name);
    if (place === undefined) throw new Error(`The tenant ${name} is not configured any more`);
    return place;
  }
  return {
    tenants: [...places.values()].map(({ tenant }) => tenant),
    contextOf,
    isConfigured: (name) => places.has(name),
    searchSystems: (name, text) => contextOf(name).systems.search(text),
    listDomains: (name) => contextOf(name).listDomains(),
    watched,
  };
}

/** One pace for everything that calls this tenant. */
function openTenant(
  own: WorkdayOptions,
  entry: TenantEntry,
  { clock, observe, caller }: Around,
): Omit<Place, "tenant" | "runner"> & Pick<TenantWorkday, "findEyes"> {
  const pacer = createPacer({
    callsPerSecond: entry.callsPerSecond,
    caller,
    now: () => performance.now(),
    pause: systemClock.pause,
  });
  const options = { ...own, pacer, observe };
  const workday = createWorkday(options);
  const systems = createSystemCache({
    list: workday.listIntegrationSystems,
    find: workday.findIntegrationSystem,
    now: clock.now,
    maxAgeMs: systemsMaxAgeMs,
  });
  const listDomains = createDomainCache({
    read: workday.readGroupPermissions,
    now: clock.now,
    maxAgeMs: domainsMaxAgeMs,
  });
  const implementation = openImplementation(options, entry);
  const { findEyes } = workday;
  return {
    workday,
    learning: createLearning(options),
    systems,
    listDomains,
    ...(implementation && { implementation }),
    ...(findEyes && { findEyes }),
  };
}

/** Nothing unless it is switched on. */
function openImplementation(
  options: WorkdayOptions,
  entry: TenantEntry,
): Implementation | undefined {
  const { implementationService: service } = entry;
  if (service?.enabled !== true) return undefined;
  return createImplementation({
    ...options,
    version: service.version,
    ...(service.securityOperations && { operations: service.securityOperations }),
  });
}

/** What reaches one tenant's web services and reports. */
export function toWorkdayOptions(config: Config, entry: TenantEntry): WorkdayOptions {
  const { reports, signOns } = entry;
  const client = config.secrets.wqlClients.get(entry.name);
  return {
    servicesUrl: entry.servicesUrl,
    tenant: entry.name,
    version: entry.version,
    account: { userName: entry.account.userName, ...credentialsOf(config, entry.name) },
    timeoutMs: entry.timeoutSeconds * 1_000,
    apiClientProbe: entry.apiClientProbe,
    ...(reports && { reports }),
    ...(signOns.version !== undefined && { signOnVersion: signOns.version }),
    ...(client && { wql: { ...client, fields: entry.wql?.fields ?? {} } }),
    allowHttpOnLoopback: config.file.allowLoopbackHttp,
  };
}

function credentialsOf(
  { secrets }: Config,
  tenant: string,
): { readonly password: Secret } | { readonly x509: X509Key } {
  const x509 = secrets.workdayKeys.get(tenant);
  if (x509 !== undefined) return { x509 };
  const password = secrets.workdayPasswords.get(tenant);
  if (password === undefined) throw new Error("Checked by the configuration");
  return { password };
}

function openRunner({ file, secrets }: Config, observe: Observe): Runner | undefined {
  if (file.runner === undefined || secrets.runnerSigningKey === undefined) return undefined;
  const { url, publicKey, pollEverySeconds, timeoutMinutes } = file.runner;
  const ownKey = secrets.runnerSigningKey;
  const runnerKey = parseVerifyingKey(publicKey);
  if (!runnerKey.ok) throw new Error("Checked by the configuration");
  return createRunner({
    url,
    signingKey: () => readSigningKey(ownKey),
    runnerKey: runnerKey.value,
    pollEveryMs: pollEverySeconds * 1_000,
    timeoutMs: timeoutMinutes * 60_000,
    pause: systemClock.pause,
    wallClock: systemClock.now,
    nonce: createNonce,
    observe,
    allowHttpOnLoopback: file.allowLoopbackHttp,
  });
}

function readSigningKey(secret: Secret): SigningKey {
  const key = parseSigningKey(secret);
  if (!key.ok) throw new Error("Checked by the configuration");
  return key.value;
}
