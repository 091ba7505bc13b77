import type { Observe } from "../flows/ports/observe.ts";
import type { Workday } from "../flows/ports/ports.ts";
import type { Secret } from "../secret.ts";
import { findAccount, findUserOfSystem } from "./adapters/integration-system-users.ts";
import { findIntegrationSystem, listIntegrationSystems } from "./adapters/integration-systems.ts";
import { probe } from "./adapters/probe.ts";
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
import { createSoap } from "./wire/soap.ts";

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

/**
 * Joins what one tenant offers. Nothing is asked before the first call.
 *
 * @throws where the configured address is not safe to send a password to
 */
export function createWorkday(options: WorkdayOptions): Workday {
  const { account, reports } = options;
  const limits = { ...options, maxReplyBytes };
  const call = createSoap(limits);
  const me: Sender = { call, as: account };
  const read = createReadReport(limits);
  return {
    findIntegrationSystem: (id, type) => findIntegrationSystem(me, id, type),
    listIntegrationSystems: () => listIntegrationSystems(me),
    findUserOfSystem: (systemId) => findUserOfSystem(me, systemId),
    findAccount: (userName) => findAccount(me, userName),
    putIntegrationSystem: (system) => put(me, putIntegrationSystem, system),
    putIntegrationSystemUser: (user) => put(me, putIntegrationSystemUser, user),
    readPendingChanges: () => readPendingChanges(read, reports),
    readSecurityGroups: () => readSecurityGroups(read, reports),
    readPasswordExemptions: () => readPasswordExemptions(read, reports),
    readGroupPermissions: () => readGroupPermissions(read, reports),
    readTimestamps: () => readTimestamps(read, reports),
    probe: (as, operation) => probe({ call, as }, operation),
    tryClient: createTryClient(limits),
  };
}
