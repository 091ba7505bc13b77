import type { TenantEntry } from "../config/tenant-entry.ts";
import type { Fault } from "../flows/model/fault.ts";
import { checkReport, type ReportCheck, type ReportKey } from "../workday/reports/check-report.ts";
import type { ReadReport } from "../workday/reports/read-report.ts";
import type { Eyes } from "../workday/wql/decide-eye.ts";
import { things } from "../workday/wql/wanted.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { withLimit } from "./with-limit.ts";

interface Visit {
  readonly area: string;
  readonly read: ReadReport;
  readonly limitMs: number;
  /** Absent where the tenant answers no WQL to the bot's own client. */
  readonly eyes?: Eyes;
}

/** What goes without a report, in the words that people will meet. */
const without: Readonly<Record<ReportKey, string>> = {
  pendingDomainPolicies: "the approval card says that the bot cannot see what else is pending",
  pendingBusinessProcessPolicies:
    "the approval card says that the bot cannot see what else is pending",
  groupPermissions:
    "what the new user's group may do is not looked at, and every request is unverified",
  securityTimestamps: "an activation that no request asked for raises no alarm",
  passwordExemptions:
    "whether an account is exempt from password expiration is not looked at, and is called unverified",
  accounts:
    "whether an account is locked, disabled or expires is not looked at, and every request about one is unverified",
  securityGroups: "whether the new user is in its group is not looked at, and is called unverified",
};

const keys = [
  "pendingDomainPolicies",
  "pendingBusinessProcessPolicies",
  "securityGroups",
  "groupPermissions",
  "securityTimestamps",
  "passwordExemptions",
  "accounts",
] as const satisfies readonly ReportKey[];

/**
 * Reads each configured report, and says what goes without those that are not. Where the tenant was asked for its eyes, that
 * table says it already of what WQL could show.
 */
export async function checkReports(entry: TenantEntry, visit: Visit): Promise<readonly Finding[]> {
  const { eyes } = visit;
  const toldByEyes: readonly string[] = eyes === undefined ? [] : Object.keys(eyes);
  const wanted = keys.filter(
    (key) => entry.reports?.[key] !== undefined || !toldByEyes.includes(key),
  );
  const checks = wanted.map((key) => checkOne(entry, key, visit));
  return (await Promise.all(checks)).flat();
}

/** What a tenant may show by WQL, in place of the report. */
function isOfWql(key: ReportKey): boolean {
  return things.some((thing) => thing === key);
}

async function checkOne(
  { reports }: TenantEntry,
  key: ReportKey,
  { area, read, limitMs }: Visit,
): Promise<readonly Finding[]> {
  const findings = findingsOf(area);
  const what = `report ${key}`;
  const report = reports?.[key];
  if (reports === undefined || report === undefined) {
    const remedy = `Make the report and name it under reports.${key}: docs/setup/workday.md has its columns.${isOfWql(key) ? " Or let the bot ask the tenant itself: wql, in the same document." : ""}`;
    return [findings.warning(what, `None is configured: ${without[key]}.`, remedy)];
  }
  return withLimit({ area, what, limitMs: limitMs + 500 }, async () => {
    const checked = await checkReport(read, reports.owner, { key, ...report });
    if (checked.ok) return [judgeReport({ area, what, name: report.name, key }, checked.value)];
    const remedy = remedyFor(checked.error, reports.owner);
    return [findings.failed(what, checked.error.words, remedy)];
  });
}

interface Judged {
  readonly area: string;
  readonly what: string;
  readonly name: string;
  readonly key: ReportKey;
}

/** What the columns say. A report tells its columns only in its rows. */
export function judgeReport(
  { area, what, name, key }: Judged,
  { rows, missing, unnamed, empty }: ReportCheck,
): Finding {
  const { ok, failed, warning } = findingsOf(area);
  if (rows === 0 && key === "passwordExemptions") {
    const words = `${name} answers with nobody. An empty list proves nothing: every request is unverified for it.`;
    const remedy =
      "Exempt the bot's own account from password expiration (Maintain Password Rules), and see that the report shows it to the bot's account by its user name.";
    return warning(what, words, remedy);
  }
  const toName =
    unnamed.length === 0
      ? ""
      : ` What ${unnamed.join(", ")} would tell is unverified: name them under columns where the report has them.`;
  const toFill =
    rows === 0 || empty.length === 0
      ? ""
      : ` No row shows anything in ${empty.join(", ")}, so what these would tell is unverified: see that they are spelt so in the report, and that some row has something there.`;
  const rest = `${toName}${toFill}`;
  if (rows === 0) return ok(what, `${name} answers. Cannot tell its columns: no rows.${rest}`);
  if (missing.length === 0) return ok(what, `${name} answers, with every column.${rest}`);
  const words = `${name} lacks the column ${missing.join(" and ")}, or it holds more than one value.`;
  const remedy = "Add the column to the report, or name the one it has under columns.";
  return failed(what, words, remedy);
}

function remedyFor({ kind }: Fault, owner: string): string {
  switch (kind) {
    case "denied":
      return "Share the report with the bot's account, and grant its data source's domain.";
    case "rejected":
      return `Enable the report as a web service, and see that ${owner} owns it and its name is spelt so.`;
    case "unreachable":
    case "unknown":
      return "Try again; if it stays, run the report in Workday and see how long it takes.";
    case "unreadable":
      return "See that the report is an Advanced one, enabled as a web service.";
  }
}
