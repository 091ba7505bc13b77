import { describe, expect, it } from "vitest";
import { ok } from "../../../src/result.ts";
import {
  checkReport,
  type ReportKey,
  reportColumns,
} from "../../../src/workday/reports/check-report.ts";
import type { ReadReport, Row } from "../../../src/workday/reports/read-report.ts";
import { readPendingChanges, readSecurityGroups } from "../../../src/workday/reports/reports.ts";
import { valueIn } from "../../support/value-in.ts";

const keys: readonly ReportKey[] = [
  "pendingDomainPolicies",
  "pendingBusinessProcessPolicies",
  "securityGroups",
];
const report = { name: "R", columns: {} };
const reports = {
  owner: "ISU_Bot",
  pendingDomainPolicies: { ...report, name: "pendingDomainPolicies" },
  pendingBusinessProcessPolicies: { ...report, name: "pendingBusinessProcessPolicies" },
  securityGroups: { ...report, name: "securityGroups" },
};

function fullRow(key: ReportKey, without?: string): Row {
  const columns = reportColumns[key].needed.filter((column) => column !== without);
  const cells = columns.map((column) => [column, column === "Status" ? "Active" : "x"] as const);
  return { Member: "x", ...Object.fromEntries(cells) };
}

describe("reportColumns", () => {
  it("names exactly what the bot reads", async () => {
    for (const key of keys) {
      expect(await isRead(key)).toBe(true);
      for (const column of reportColumns[key].needed) {
        expect([column, await isRead(key, column)]).toEqual([column, false]);
      }
    }
  });
});

describe("checkReport", () => {
  const key = "securityGroups";

  it.each<[why: string, rows: readonly Row[], missing: readonly string[]]>([
    ["no rows", [], []],
    ["every column", [{ Group: "g", Status: "Active" }], []],
    ["a column that is not there", [{ Group: "g" }], ["Status"]],
    ["a column by its old name", [{ Security_Group: "g", Status: "Active" }], ["Group"]],
    [
      "a column with more than one value",
      [{ Group: "g", Status: "Active", Member: undefined }],
      ["Member"],
    ],
  ])("reads %s", async (_why, rows, missing) => {
    const asked = { key, name: "R", columns: { Security_Group: "Group" } } as const;

    const checked = await checkReport(async () => ok(rows), "ISU_Bot", asked);

    expect(valueIn(checked)).toMatchObject({ rows: rows.length, missing });
  });

  it.each<[key: ReportKey, columns: Readonly<Record<string, string>>, unnamed: readonly string[]]>([
    ["accounts", {}, ["Expires", "New_Password"]],
    ["accounts", { Expires: "Ends" }, ["New_Password"]],
    ["groupPermissions", {}, []],
  ])("tells which columns of %s nobody named: %j", async (asked, columns, unnamed) => {
    const checked = await checkReport(async () => ok([]), "ISU_Bot", {
      key: asked,
      name: "R",
      columns,
    });

    expect(valueIn(checked).unnamed).toEqual(unnamed);
  });
});

it.each<[what: string, rows: readonly Row[], empty: readonly string[]]>([
  ["where nothing is", [{}, { Ends: "" }], ["Ends", "Renew"]],
  ["where some row has something", [{}, { Ends: "2030-01-31", Renew: "0" }], []],
])(
  "checkReport tells which columns that are named show nothing: %s",
  async (_what, rows, empty) => {
    const asked = {
      key: "accounts",
      name: "R",
      columns: { Expires: "Ends", New_Password: "Renew" },
    } as const;

    const checked = await checkReport(async () => ok(rows), "ISU_Bot", asked);

    expect(valueIn(checked).empty).toEqual(empty);
  },
);

/** Whether the bot can read both kinds of report, of which one lacks a column. */
async function isRead(key: ReportKey, without?: string): Promise<boolean> {
  async function read({ name }: { readonly name: string }): ReturnType<ReadReport> {
    return ok([name === key ? fullRow(key, without) : fullRow(keyNamed(name))]);
  }
  const pending = await readPendingChanges(read, reports);
  const groups = await readSecurityGroups(read, reports);
  return pending.ok && groups.ok;
}

function keyNamed(name: string): ReportKey {
  const key = keys.find((each) => each === name);
  if (key === undefined) throw new Error(`No report ${name}`);
  return key;
}
