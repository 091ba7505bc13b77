import type { Observe } from "../../flows/ports/observe.ts";
import type { Workday } from "../../flows/ports/workday.ts";
import type { ClientCredentials } from "../oauth/token.ts";
import { readAccountReport } from "../reports/account-report.ts";
import { readGroupPermissions } from "../reports/permission-reports.ts";
import type { ReadReport } from "../reports/read-report.ts";
import { type ReportNames, readPendingHalf, readSecurityGroups } from "../reports/reports.ts";
import { createReadActivationRuns, type ReadActivationRuns } from "./activity-log.ts";
import { createGetPage } from "./client.ts";
import { createLookOut, type LookOut } from "./look-out.ts";
import type { Fields } from "./match-fields.ts";
import { createWqlSignOns } from "./sign-ons.ts";
import { createTenantReads, type ReportReads, type TenantReads } from "./tenant-reads.ts";
import { type Thing, things } from "./wanted.ts";

/** How one tenant's WQL is reached. */
export interface WqlOptions extends ClientCredentials {
  /** The tenant's own aliases, by what is looked for and the report's column. */
  readonly fields: Partial<Readonly<Record<Thing, Fields>>>;
}

interface Surroundings {
  readonly servicesUrl: string;
  readonly tenant: string;
  readonly account: { readonly userName: string };
  readonly reports?: ReportNames;
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
  readonly allowHttpOnLoopback?: boolean;
  readonly fetch?: typeof globalThis.fetch;
  readonly observe?: Observe;
  readonly wql: WqlOptions;
}

export interface OpenedWql {
  readonly readActivationRuns: ReadActivationRuns;
  readonly lookOut: LookOut;
  readonly readSignOns: Workday["readSignOns"];
  readonly reads: TenantReads;
}

/** A list of many pages may take so many times as long as one call. */
const callsForAList = 4;

/**
 * Opens the tenant's eyes: WQL where it shows enough, and the reports. Nothing is asked before the first look.
 *
 * @throws where the configured address is not safe to send a secret to
 */
export function openWql(options: Surroundings, read: ReadReport): OpenedWql {
  const { account, reports, timeoutMs, wql } = options;
  const asClient = { ...options, client: wql, elapsedMs };
  const get = createGetPage(asClient);
  const reader = { get, elapsedMs, limitMs: timeoutMs * callsForAList };
  const reads = toReads(read, reports);
  const lookOut = createLookOut({
    reader,
    account: account.userName,
    reports: reads.configured,
    named: wql.fields,
  });
  return {
    lookOut,
    readActivationRuns: createReadActivationRuns(asClient),
    readSignOns: createWqlSignOns({
      reader,
      findSources: lookOut.findSources,
      account: account.userName,
    }),
    reads: createTenantReads({ lookOut, reader, account: account.userName, reports: reads }),
  };
}

function elapsedMs(): number {
  return performance.now();
}

function toReads(read: ReadReport, reports: ReportNames | undefined): ReportReads {
  return {
    configured: things.filter((thing) => reports?.[thing] !== undefined),
    pending: (thing) => readPendingHalf(read, reports, thing),
    groups: () => readSecurityGroups(read, reports),
    permissions: () => readGroupPermissions(read, reports),
    accounts: () => readAccountReport(read, reports),
  };
}
