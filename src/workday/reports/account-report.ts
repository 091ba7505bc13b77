import type { Fault } from "../../flows/model/fault.ts";
import type { AccountExpiry, ListedAccount } from "../../flows/model/listed-account.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ReadReport } from "./read-report.ts";
import { type Read, type ReportNames, readRows } from "./reports.ts";

/**
 * Reads which accounts are locked, disabled, or end by themselves: a row for each account. The day on which one ends is read
 * only where the configuration names the column: it is empty for most, and a report leaves out what is empty. So is whether
 * one has to change its password.
 */
export async function readAccountReport(
  read: ReadReport,
  reports: ReportNames | undefined,
): Promise<Result<readonly ListedAccount[] | undefined, Fault>> {
  const { owner = "", accounts: report } = reports ?? {};
  if (report === undefined) return ok(undefined);
  const rows = await readRows(read, owner, {
    report,
    fromRow: (cell) => toAccount(cell, report.columns),
  });
  if (!rows.ok) return rows;
  const accounts = rows.value.filter((row) => row !== undefined);
  if (accounts.length === rows.value.length) return ok(withoutHiddenExpiry(accounts));
  const words = `The report ${report.name} has a yes or no that is none of 1, 0, true, false, Yes and No. Correct the report.`;
  return err({ kind: "unreadable", outside: "Workday reports", words });
}

/** @returns `undefined` where a yes or no is neither: it must not pass for a no */
function toAccount(
  cell: Read,
  columns: Readonly<Record<string, string>>,
): ListedAccount | undefined {
  const isLocked = toFlag(cell("Locked"));
  const isDisabled = toFlag(cell("Disabled"));
  if (isLocked === undefined || isDisabled === undefined) return undefined;
  const expiry =
    columns["Expires"] === undefined ? ({ kind: "not-shown" } as const) : toExpiry(cell("Expires"));
  const account = { userName: cell("User"), isLocked, isDisabled, expiry };
  if (columns["New_Password"] === undefined) return account;
  const needsNewPassword = toFlag(cell("New_Password"));
  return needsNewPassword === undefined ? undefined : { ...account, needsNewPassword };
}

const flags: Readonly<Record<string, boolean | undefined>> = {
  "1": true,
  true: true,
  yes: true,
  "0": false,
  false: false,
  no: false,
};

function toFlag(text: string): boolean | undefined {
  return flags[text.toLowerCase()];
}

/**
 * Where no account ends, nobody can tell whether days show at all: what is empty is left out, and so is what is hidden, or
 * stands under another name. Then none is taken for *never*.
 */
export function withoutHiddenExpiry(accounts: readonly ListedAccount[]): readonly ListedAccount[] {
  if (accounts.some(({ expiry }) => expiry.kind === "on")) return accounts;
  return accounts.map((account) => ({ ...account, expiry: { kind: "not-shown" } }));
}

/** An account that ends on no day never does. */
export function toExpiry(on: string | undefined): AccountExpiry {
  return on === undefined || on === "" ? { kind: "never" } : { kind: "on", on };
}
