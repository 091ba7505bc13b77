import type { Fault } from "../../flows/model/fault.ts";
import { instant } from "../../flows/model/ids.ts";
import type {
  GroupPermission,
  GroupPermissions,
  SecurityTimestamp,
  SecurityTimestamps,
} from "../../flows/model/tenant-reports.ts";
import { err, ok, type Result } from "../../result.ts";
import { readMoment } from "../fields/log-parts.ts";
import { splitCell, splitNames } from "./group-type.ts";
import type { ReadReport } from "./read-report.ts";
import { emptyReport, type Read, type ReportNames, readRows } from "./reports.ts";

/**
 * Reads what every security group may do: a row for each group, domain and access. One read serves a whole
 * inventory: reports have no paging, and this one has no prompt. One without a row hides what every tenant has.
 */
export async function readGroupPermissions(
  read: ReadReport,
  reports: ReportNames | undefined,
): Promise<Result<GroupPermissions, Fault>> {
  const { owner = "", groupPermissions: report } = reports ?? {};
  if (report === undefined) return ok({ kind: "cannot-see" });
  const rows = await readRows(read, owner, { report, fromRow: toPermissions });
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return emptyReport(report.name, "what any group may do");
  const readable = rows.value.filter((row) => row !== undefined);
  const permissions = readable.flat();
  if (readable.length === rows.value.length) return ok({ kind: "seen", permissions });
  const words = `The report ${report.name} has a status that is none of Active, Pending and Disabled, or an access that is none of Get, Put, View and Modify. Correct the report.`;
  return err({ kind: "unreadable", outside: "Workday reports", words });
}

/** Reads when and by whom pending security policy changes were activated. */
export async function readTimestamps(
  read: ReadReport,
  reports: ReportNames | undefined,
): Promise<Result<SecurityTimestamps, Fault>> {
  const { owner = "", securityTimestamps: report } = reports ?? {};
  if (report === undefined) return ok({ kind: "cannot-see" });
  const rows = await readRows(read, owner, { report, fromRow: toTimestamp });
  if (!rows.ok) return rows;
  const timestamps = rows.value.filter((row) => row !== undefined);
  if (timestamps.length === rows.value.length) return ok({ kind: "seen", timestamps });
  const words = `The report ${report.name} has a timestamp that is no moment in time with its zone, such as 2026-11-22T14:00:00.000Z. Correct the column's format.`;
  return err({ kind: "unreadable", outside: "Workday reports", words });
}

/** Reads who is exempt from password expiration: a row for each user. */
export async function readPasswordExemptions(
  read: ReadReport,
  reports: ReportNames | undefined,
): Promise<Result<readonly string[] | undefined, Fault>> {
  const { owner = "", passwordExemptions: report } = reports ?? {};
  if (report === undefined) return ok(undefined);
  const rows = await readRows(read, owner, { report, fromRow: (cell) => splitCell(cell("User")) });
  return rows.ok ? ok(rows.value.flat()) : rows;
}

const statuses: Readonly<Record<string, GroupPermission["status"]>> = {
  active: "active",
  pending: "pending",
  disabled: "disabled",
};

type Right = Pick<GroupPermission, "access" | "isJoined">;

/** Workday's grids join two: whoever may put may get, and whoever may modify may view. */
const accesses: Readonly<Record<string, readonly Right[] | undefined>> = {
  get: [{ access: "Get" }],
  "get only": [{ access: "Get" }],
  put: [{ access: "Put" }],
  "get and put": [{ access: "Put" }, { access: "Get", isJoined: true }],
  view: [{ access: "View" }],
  "view only": [{ access: "View" }],
  modify: [{ access: "Modify" }],
  "view and modify": [{ access: "Modify" }, { access: "View", isJoined: true }],
};

/**
 * A row is of one group or of several, and of one access or of two.
 *
 * @returns `undefined` for a status or an access that is not known: it must not pass for one that is.
 */
function toPermissions(cell: Read): readonly GroupPermission[] | undefined {
  const domain = cell("Domain_Security_Policy");
  const groups = splitNames(cell("Security_Group"));
  const found = splitCell(cell("Access")).map((one) => accesses[one.toLowerCase()]);
  const status = statuses[cell("Status").toLowerCase()];
  const known = found.filter((one) => one !== undefined);
  if (status === undefined || found.length === 0 || known.length < found.length) return undefined;
  return groups.flatMap((securityGroup) =>
    known.flat().map((right) => ({ securityGroup, domain, ...right, status })),
  );
}

/** @returns `undefined` for a moment that is none, or has no time zone */
function toTimestamp(cell: Read): SecurityTimestamp | undefined {
  const at = readMoment(cell("Timestamp"));
  const line = { comment: cell("Comment"), by: cell("Activated_By") };
  return at === undefined ? undefined : { at: instant(at), ...line };
}
