import type { Fault } from "../flows/model/fault.ts";
import type { TimeSpan } from "../flows/model/sign-on-log.ts";
import type { Observe } from "../flows/ports/observe.ts";
import type { ProbeAnswer, Workday } from "../flows/ports/workday.ts";
import type { ProbeOperation } from "../flows/tenant/tenant.ts";
import type { Result } from "../result.ts";
import { findAccount, findUserOfSystem } from "./adapters/integration-system-users.ts";
import { findIntegrationSystem, listIntegrationSystems } from "./adapters/integration-systems.ts";
import { probe } from "./adapters/probe.ts";
import { readSignOns } from "./adapters/sign-on-log.ts";
import { createTryClient } from "./oauth/oauth.ts";
import { putIntegrationSystem } from "./operations/put-integration-system.ts";
import { putIntegrationSystemUser } from "./operations/put-integration-system-user.ts";
import { readAccountReport } from "./reports/account-report.ts";
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
import type { Credentials } from "./wire/username-token.ts";
import type { Outlook } from "./wql/look-out.ts";
import { type OpenedWql, openWql, type WqlOptions } from "./wql/open-wql.ts";
import { readByEither } from "./wql/sign-ons.ts";
import type { TenantReads } from "./wql/tenant-reads.ts";

export interface WorkdayOptions {
  /** Origin of the services host, which differs from the host people browse. */
  readonly servicesUrl: string;
  readonly tenant: string;
  /** Such as `v31.2`. The newest differs from tenant to tenant. */
  readonly version: string;
  /** The bot's own account; its name is without the tenant. */
  readonly account: Credentials;
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
  /** Signs on as the bot itself and makes one harmless read. */
  readonly tryOwn: (operation: ProbeOperation) => Promise<Result<ProbeAnswer, Fault>>;
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
  function readLog(span: TimeSpan): ReturnType<Workday["readSignOns"]> {
    return readSignOns(signOns, span, { ...limits, elapsedMs });
  }
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
    readAccounts: () => readAccountReport(read, reports),
    readTimestamps: () => readTimestamps(read, reports),
    readSignOns: readLog,
    probe: (as, operation) => probe({ call, as }, operation),
    tryOwn: (operation) => probe(me, operation),
    tryClient: createTryClient(limits),
    ...(wql !== undefined && toEyes(openWql({ ...limits, wql }, read), readLog)),
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
function toEyes(
  { lookOut, reads, readActivationRuns, readSignOns: byWql }: OpenedWql,
  byService: Workday["readSignOns"],
): TenantReads & Pick<TenantWorkday, "findEyes" | "readActivationRuns" | "readSignOns"> {
  const readLog = readByEither(byService, byWql);
  return { ...reads, readActivationRuns, readSignOns: readLog, findEyes: lookOut.get };
}
