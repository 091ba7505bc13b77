import type { Observe } from "../flows/ports/observe.ts";
import type { Workday } from "../flows/ports/workday.ts";
import type { Secret } from "../secret.ts";
import { findAccount, findUserOfSystem } from "./adapters/integration-system-users.ts";
import { findIntegrationSystem, listIntegrationSystems } from "./adapters/integration-systems.ts";
import { probe } from "./adapters/probe.ts";
import { readSignOns } from "./adapters/sign-on-log.ts";
import { createTryClient } from "./oauth/oauth.ts";
import { putIntegrationSystem } from "./operations/put-integration-system.ts";
import { putIntegrationSystemUser } from "./operations/put-integration-system-user.ts";
import {
  readGroupPermissions,
  readPasswordExemptions,
  readTimestamps,
} from "./reports/permission-reports.ts";
import { createReadReport } from "./reports/read-report.ts";
import { type ReportNames, readPendingChanges, readSecurityGroups } from "./reports/reports.ts";
import type { Pacer } from "./wire/pacer.ts";
import { put, type Sender } from "./wire/perform.ts";
import { type Call, createSoap } from "./wire/soap.ts";
import type { Outlook } from "./wql/look-out.ts";
import { type OpenedWql, openWql, type WqlOptions } from "./wql/open-wql.ts";
import type { TenantReads } from "./wql/tenant-reads.ts";

export interface WorkdayOptions {
  /** Origin of the services host, which differs from the host people browse. */
  readonly servicesUrl: string;
  readonly tenant: string;
  /** Such as `v31.2`. The newest differs from tenant to tenant. */
  readonly version: string;
  /** The bot's own account; its name is without the tenant. */
  readonly account: { readonly userName: string; readonly password: Secret };
  /** Absent where the tenant has none: then the bot says that it cannot see. */
  readonly reports?: ReportNames;
  /** Of the service with the log of sign-ons, such as `v40.0`; the version of the others unless said. */
  readonly signOnVersion?: string;
  /** The bot's own API client, by which the tenant answers WQL. Absent where it has none: reports alone are read. */
  readonly wql?: WqlOptions;
  /** The REST call that a new API client is tried with. */
  readonly apiClientProbe?: string;
  /** Milliseconds for one call, from the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  readonly allowHttpOnLoopback?: boolean;
  /** One for everything of a tenant. */
  readonly pacer?: Pacer;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
}

/** A reply longer than this is not read. */
const maxReplyBytes = 10_000_000;

/** One tenant, and by what it can be seen. */
export interface TenantWorkday extends Workday {
  /** Asks the tenant which eyes the bot has, unless it did within the hour. Absent where there is no client for WQL. */
  readonly findEyes?: () => Promise<Outlook>;
}

/**
 * Joins what one tenant offers. Nothing is asked before the first call.
 *
 * @throws where the configured address is not safe to send a password to
 */
export function createWorkday(options: WorkdayOptions): TenantWorkday {
  const { account, reports, wql } = options;
  const limits = { ...options, maxReplyBytes };
  const call = createSoap(limits);
  const me: Sender = { call, as: account };
  const read = createReadReport(limits);
  const signOns: Sender = { call: createSignOnCall(limits), as: account };
  return {
    findIntegrationSystem: (id, type) => findIntegrationSystem(me, id, type),
    listIntegrationSystems: () => listIntegrationSystems(me),
    findUserOfSystem: (systemId) => findUserOfSystem(me, systemId),
    findAccount: (userName) => findAccount(me, userName),
    putIntegrationSystem: (system) => put(me, putIntegrationSystem, system),
    putIntegrationSystemUser: (user) => put(me, putIntegrationSystemUser, user),
    readPendingChanges: () => readPendingChanges(read, reports),
    readSecurityGroups: () => readSecurityGroups(read, reports),
    readGroupPermissions: () => readGroupPermissions(read, reports),
    readPasswordExemptions: () => readPasswordExemptions(read, reports),
    readTimestamps: () => readTimestamps(read, reports),
    readSignOns: (span) => readSignOns(signOns, span, { ...limits, elapsedMs }),
    probe: (as, operation) => probe({ call, as }, operation),
    tryClient: createTryClient(limits),
    ...(wql !== undefined && toEyes(openWql({ ...limits, wql }, read))),
  };
}

function createSignOnCall(
  limits: Parameters<typeof createSoap>[0] & Pick<WorkdayOptions, "signOnVersion">,
): Call {
  return createSoap({ ...limits, version: limits.signOnVersion ?? limits.version });
}

function elapsedMs(): number {
  return performance.now();
}

/** Where the tenant answers WQL, what it shows goes before the reports. */
function toEyes({ lookOut, reads }: OpenedWql): TenantReads & Pick<TenantWorkday, "findEyes"> {
  return { ...reads, findEyes: lookOut.get };
}
