import type { Fault } from "../../flows/model/fault.ts";
import type { ShownGroupType } from "../../flows/model/group-settings.ts";
import type { PendingChange, PendingChanges } from "../../flows/model/pending.ts";
import type { SecurityGroup } from "../../flows/ports/workday.ts";
import { err, ok, type Result } from "../../result.ts";
import {
  type GroupReach,
  readReach,
  uniteLists,
  uniteReach,
  withoutHidden,
} from "./group-reach.ts";
import { readGroupType, splitCell, uniteTypes } from "./group-type.ts";
import type { ReadReport, Row } from "./read-report.ts";

/** One custom report, enabled as a web service. A column that is not named has its own name. */
interface ReportName {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
}

export interface ReportNames {
  /** The account that owns the reports. */
  readonly owner: string;
  readonly pendingDomainPolicies?: ReportName | undefined;
  readonly pendingBusinessProcessPolicies?: ReportName | undefined;
  readonly securityGroups?: ReportName | undefined;
  readonly groupPermissions?: ReportName | undefined;
  readonly securityTimestamps?: ReportName | undefined;
  readonly passwordExemptions?: ReportName | undefined;
  readonly accounts?: ReportName | undefined;
}

/**
 * Reads what is pending. Both reports are needed to see: with one of them the other half would be hidden,
 * so that counts as "cannot see".
 *
 * @see Workday, the reports Domain and Business Process Security Policies with Pending Changes
 */
export async function readPendingChanges(
  read: ReadReport,
  reports: ReportNames | undefined,
): Promise<Result<PendingChanges, Fault>> {
  const { owner = "", pendingDomainPolicies, pendingBusinessProcessPolicies } = reports ?? {};
  if (pendingDomainPolicies === undefined || pendingBusinessProcessPolicies === undefined) {
    return ok({ kind: "cannot-see" });
  }
  const domains = await readPendingDomains(read, { owner, report: pendingDomainPolicies });
  if (!domains.ok) return domains;
  const processes = await readPendingProcesses(read, {
    owner,
    report: pendingBusinessProcessPolicies,
  });
  if (!processes.ok) return processes;
  return ok({ kind: "seen", changes: [...domains.value, ...processes.value] });
}

interface OwnedReport {
  readonly owner: string;
  readonly report: ReportName;
}

/** Reads what is pending in domain security policies. */
function readPendingDomains(
  read: ReadReport,
  { owner, report }: OwnedReport,
): Promise<Result<readonly PendingChange[], Fault>> {
  return readRows(read, owner, { report, fromRow: toDomainChange });
}

/** Reads what is pending in the policies of business processes. */
function readPendingProcesses(
  read: ReadReport,
  { owner, report }: OwnedReport,
): Promise<Result<readonly PendingChange[], Fault>> {
  return readRows(read, owner, { report, fromRow: toProcessChange });
}

/** One half of what is pending. */
type PendingHalf = "pendingDomainPolicies" | "pendingBusinessProcessPolicies";

const readHalf = {
  pendingDomainPolicies: readPendingDomains,
  pendingBusinessProcessPolicies: readPendingProcesses,
};

/** Reads one half of what is pending; `undefined` where the configuration names no report for it. */
export async function readPendingHalf(
  read: ReadReport,
  reports: ReportNames | undefined,
  half: PendingHalf,
): Promise<Result<readonly PendingChange[] | undefined, Fault>> {
  const { owner = "", [half]: report } = reports ?? {};
  return report === undefined ? ok(undefined) : readHalf[half](read, { owner, report });
}

/**
 * Reads the security groups with their members, and their types where the report has columns for them:
 * a row for each member, or one with several after semicolons. Rows of one name that contradict each other are several
 * groups; a status that is not known is a fault, since it would pass for *inactive*, and so is a report without any member.
 */
export async function readSecurityGroups(
  read: ReadReport,
  reports: ReportNames | undefined,
): Promise<Result<readonly SecurityGroup[] | undefined, Fault>> {
  const { owner = "", securityGroups: report } = reports ?? {};
  if (report === undefined) return ok(undefined);
  const rows = await readRows(read, owner, {
    report,
    fromRow: (cell) => toMembership(cell, report),
  });
  if (!rows.ok) return rows;
  const memberships = rows.value.filter((row) => row !== undefined);
  if (memberships.length < rows.value.length) {
    const words = `The report ${report.name} has a status that is neither Active nor Inactive. Correct the report.`;
    return err({ kind: "unreadable", outside: "Workday reports", words });
  }
  if (memberships.every(({ member }) => member === "")) {
    return emptyReport(report.name, "a member of any group");
  }
  const groups = new Map<string, SecurityGroup>();
  for (const row of memberships) {
    const key = toGroupKey(row);
    groups.set(key, unite(groups.get(key), row));
  }
  return ok(withoutHidden([...groups.values()]));
}

/** Every tenant has some: rows are hidden, or a column is called otherwise, and nothing that is left out means none. */
export function emptyReport(name: string, what: string): Result<never, Fault> {
  const words = `The report ${name} does not show ${what}: its rows are hidden from the bot's account, or a column has another name.`;
  return err({ kind: "unreadable", outside: "Workday reports", words });
}

/** Rows of one group agree on its status and its type. */
function toGroupKey({ name, active, type }: Membership): string {
  return JSON.stringify([name, active, type?.kind, type?.kind === "other" && type.name]);
}

/** A group's row with those before it. */
function unite(before: SecurityGroup | undefined, row: Membership): SecurityGroup {
  const { name, active, reach } = row;
  const members = uniteLists(before?.members, splitCell(row.member));
  const type = uniteTypes(before?.type, row.type);
  const told = { name, active, members, ...(type && { type }) };
  return { ...told, ...uniteReach(before ?? {}, reach) };
}

export type Read = (column: string) => string;

interface Reading<Item> {
  readonly report: ReportName;
  readonly fromRow: (cell: Read) => Item;
}

/** A column that no row may lack and one does is a wrong configuration, not an empty cell: it would hide a change. */
export async function readRows<Item>(
  read: ReadReport,
  owner: string,
  { report, fromRow }: Reading<Item>,
): Promise<Result<readonly Item[], Fault>> {
  const rows = await read({ owner, name: report.name });
  if (!rows.ok) return rows;
  const missing = new Set<string>();
  const items = rows.value.map((row) =>
    fromRow((column) => readCell(row, report, { column, missing })),
  );
  if (missing.size === 0) return ok(items);
  const words = `The report ${report.name} lacks the column ${[...missing].join(" and ")}. Add it, or name the column it has in the configuration.`;
  return err({ kind: "unreadable", outside: "Workday reports", words });
}

/** Columns that a row may leave out where they are empty. */
const optional = new Set([
  "Changed_By",
  "Member",
  "Comment",
  "Activated_By",
  "Organizations",
  "Organization_Scope",
  "Expires",
  "Administered_By",
  "Included_In",
  "Business_Processes",
  "Initiates",
]);

function readCell(
  row: Row,
  { columns }: ReportName,
  { column, missing }: { readonly column: string; readonly missing: Set<string> },
): string {
  const name = columns[column] ?? column;
  const value = row[name];
  const isMissing = Object.hasOwn(row, name) || !optional.has(column);
  if (value === undefined && isMissing) missing.add(name);
  return value ?? "";
}

function toDomainChange(cell: Read): PendingChange {
  return {
    kind: "domain",
    policy: cell("Domain_Security_Policy"),
    action: "",
    securityGroup: cell("Security_Group"),
    access: cell("Access"),
    change: cell("Change"),
    ...toChangedBy(cell),
  };
}

function toProcessChange(cell: Read): PendingChange {
  return {
    kind: "business-process",
    policy: cell("Business_Process_Security_Policy"),
    action: cell("Action"),
    securityGroup: cell("Security_Group"),
    access: "",
    change: cell("Change"),
    ...toChangedBy(cell),
  };
}

function toChangedBy(cell: Read): { readonly changedBy?: string } {
  const changedBy = cell("Changed_By");
  return changedBy === "" ? {} : { changedBy };
}

interface Membership {
  readonly name: string;
  readonly active: boolean;
  readonly member: string;
  readonly type: ShownGroupType | undefined;
  readonly reach: GroupReach;
}

/** @returns `undefined` for a status that is not known */
function toMembership(cell: Read, { columns }: ReportName): Membership | undefined {
  const told = {
    name: cell("Security_Group"),
    member: cell("Member"),
    type: columns["Group_Type"] === undefined ? undefined : readGroupType(cell, columns),
    reach: readReach(cell, columns),
  };
  const active = statuses[cell("Status").toLowerCase()];
  return active === undefined ? undefined : { ...told, active };
}

const statuses: Readonly<Record<string, boolean | undefined>> = { active: true, inactive: false };
