import type { Fault } from "../../flows/model/fault.ts";
import { ok, type Result } from "../../result.ts";
import type { ReadReport, Row } from "./read-report.ts";
import type { ReportNames } from "./reports.ts";

export type ReportKey = Exclude<keyof ReportNames, "owner">;

interface Columns {
  readonly needed: readonly string[];
  /** A row may leave these out where they are empty. */
  readonly optional: readonly string[];
  /** Read only where the configuration names them; what they tell is unverified otherwise. */
  readonly named?: readonly string[];
}

/** The columns that `reports.ts` reads, by their own names. */
export const reportColumns: Readonly<Record<ReportKey, Columns>> = {
  pendingDomainPolicies: {
    needed: ["Domain_Security_Policy", "Security_Group", "Access", "Change"],
    optional: ["Changed_By"],
  },
  pendingBusinessProcessPolicies: {
    needed: ["Business_Process_Security_Policy", "Action", "Security_Group", "Change"],
    optional: ["Changed_By"],
  },
  securityGroups: {
    needed: ["Security_Group", "Status"],
    optional: ["Member"],
    named: [
      "Group_Type",
      "Organizations",
      "Organization_Scope",
      "Administered_By",
      "Included_In",
      "Business_Processes",
      "Initiates",
    ],
  },
  groupPermissions: {
    needed: ["Security_Group", "Domain_Security_Policy", "Access", "Status"],
    optional: [],
  },
  securityTimestamps: { needed: ["Timestamp"], optional: ["Comment", "Activated_By"] },
  passwordExemptions: { needed: ["User"], optional: [] },
  accounts: {
    needed: ["User", "Locked", "Disabled"],
    optional: ["Expires"],
    named: ["Expires", "New_Password"],
  },
};

export interface ReportCheck {
  readonly rows: number;
  /** Columns that some row lacks, or that hold more than one value, by the names that were configured. */
  readonly missing: readonly string[];
  /** Columns that nobody named, by their own names. */
  readonly unnamed: readonly string[];
  /** Columns that somebody named and no row shows anything in, by the names that were configured. */
  readonly empty: readonly string[];
}

/**
 * Reads one report and compares its columns with those the bot needs. A report names its columns only in
 * its rows: with no row there is nothing to compare.
 *
 * @see Workday Reports as a Service: customreport2, format=json
 */
export async function checkReport(
  read: ReadReport,
  owner: string,
  { key, name, columns }: Asked,
): Promise<Result<ReportCheck, Fault>> {
  const rows = await read({ owner, name });
  if (!rows.ok) return rows;
  const { needed, optional, named = [] } = reportColumns[key];
  const missing = [
    ...needed.filter((column) => !rows.value.every((row) => holds(row, columns[column] ?? column))),
    ...optional.filter((column) => rows.value.some((row) => isOdd(row, columns[column] ?? column))),
  ];
  return ok({
    rows: rows.value.length,
    missing: missing.map((column) => columns[column] ?? column),
    unnamed: named.filter((column) => columns[column] === undefined),
    empty: named
      .flatMap((column) => columns[column] ?? [])
      .filter((column) => rows.value.every((row) => (row[column] ?? "") === "")),
  });
}

interface Asked {
  readonly key: ReportKey;
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
}

function holds(row: Row, column: string): boolean {
  return row[column] !== undefined;
}

/** There, and not a single value. */
function isOdd(row: Row, column: string): boolean {
  return Object.hasOwn(row, column) && row[column] === undefined;
}
