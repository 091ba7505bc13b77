import { isSameAccount } from "../../flows/model/account-name.ts";
import type { Fault } from "../../flows/model/fault.ts";
import type { ListedAccount } from "../../flows/model/listed-account.ts";
import { ok, type Result } from "../../result.ts";
import { toExpiry, withoutHiddenExpiry } from "../reports/account-report.ts";
import { readFlag, readName, type WqlRow } from "./cells.ts";
import { type Reader, unreadableWql } from "./read-all.ts";
import { type Selected, selectRows, toAll } from "./select-rows.ts";

interface AccountRow {
  readonly userName: string;
  readonly locked: boolean | "left-out";
  readonly disabled: boolean | "left-out";
  readonly expires: string | undefined;
  /** `undefined` where the tenant has no field of it. */
  readonly newPassword: boolean | "left-out" | undefined;
}

/**
 * Reads which accounts are locked, disabled, or end by themselves.
 *
 * Whether Workday leaves out a *no*, or says it, the bot's own account tells, which is neither locked nor disabled: what
 * stands there means no, and anything else than that and yes is `unreadable`. So is a list without the bot's own account,
 * and one that has an account twice.
 *
 * @param account the bot's own, by user name
 * @see Workday WQL, source `allWorkdayAccounts`: one row for each account. Its fields are inferences, as is that a row
 *   is named by its user name
 */
export async function readAccounts(
  reader: Reader,
  selected: Selected,
  account: string,
): Promise<Result<readonly ListedAccount[], Fault>> {
  const read = await selectRows(reader, selected);
  if (!read.ok) return read;
  const rows = toAll(read.value, selected.source, (row) => toRow(row, selected));
  if (!rows.ok) return rows;
  const own = rows.value.find(({ userName }) => isSameAccount(userName, account));
  if (own === undefined) return unreadableWql(ownIsHidden);
  const isOdd = rows.value.some(
    ({ locked, disabled }) =>
      ![true, own.locked].includes(locked) || ![true, own.disabled].includes(disabled),
  );
  if (own.locked === true || own.disabled === true || isOdd) return unreadableWql(unclear);
  if (new Set(rows.value.map(({ userName }) => userName.toLowerCase())).size < rows.value.length) {
    return unreadableWql(twice);
  }
  return ok(withoutHiddenExpiry(rows.value.map((row) => toAccount(row, own))));
}

const ownIsHidden =
  "WQL does not show the bot's own account in the list of accounts: rows are hidden from the client.";
const twice = "WQL lists an account twice: its pages do not fit together.";
const unclear = "WQL does not say of every account whether it is locked or disabled.";

function toRow(row: WqlRow, { fields }: Selected): AccountRow | undefined {
  const userName = readName(row, fields["User"]);
  const locked = readFlag(row, fields["Locked"]);
  const disabled = readFlag(row, fields["Disabled"]);
  const expires = readName(row, fields["Expires"]);
  const alias = fields["New_Password"];
  const newPassword = alias === undefined ? undefined : readFlag(row, alias);
  const isReadable = expires !== undefined || !Object.hasOwn(row, fields["Expires"] ?? "");
  if (userName === undefined || locked === undefined || disabled === undefined) return undefined;
  return isReadable ? { userName, locked, disabled, expires, newPassword } : undefined;
}

function toAccount(row: AccountRow, own: AccountRow): ListedAccount {
  const { userName, locked, disabled, expires } = row;
  const needsNewPassword = toNewPassword(row, own);
  return {
    userName,
    isLocked: locked === true,
    isDisabled: disabled === true,
    expiry: toExpiry(expires),
    ...(needsNewPassword !== undefined && { needsNewPassword }),
    by: "wql",
  };
}

/** The bot signs on, so its own account need not change its password: what stands there means no. */
function toNewPassword({ newPassword }: AccountRow, own: AccountRow): boolean | undefined {
  if (newPassword === undefined || newPassword === true) return newPassword;
  return newPassword === own.newPassword ? false : undefined;
}
