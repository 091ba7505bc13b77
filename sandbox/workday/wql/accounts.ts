import type { Account, TenantState } from "../state.ts";
import { type Grain, named, type Row, type Source, self } from "./source.ts";

/**
 * Every account. No field of this source was recorded: a fine tenant has those that the settings of an account would need, a
 * coarse one has none.
 */
export function toAccountSource(state: TenantState, grain: Grain): Source {
  return {
    alias: "allWorkdayAccounts",
    fields: [
      ["classOfInstance1", "Single instance"],
      self("workdayAccount"),
      ["workdayID", "Text"],
      ...(grain === "fine"
        ? [
            ["accountLocked", "Boolean"] as const,
            ["accountDisabled", "Boolean"] as const,
            ["accountExpirationDate", "Date"] as const,
            ["requireNewPasswordAtNextSignIn", "Boolean"] as const,
          ]
        : []),
    ],
    rows: () => listShown(state).map((account) => toRow(state, account)),
  };
}

function toRow(state: TenantState, account: Account): Row {
  const { wid, userName, isLocked, isDisabled, expiresOn, requireNewPassword } = account;
  return {
    workdayAccount: named(state, "account", userName),
    workdayID: wid,
    accountLocked: isLocked,
    accountDisabled: isDisabled,
    requireNewPasswordAtNextSignIn: requireNewPassword,
    ...(expiresOn !== "" && { accountExpirationDate: expiresOn }),
  };
}

function listShown({ accounts, definition }: TenantState): readonly Account[] {
  const own = definition.accounts[0]?.userName;
  return [...accounts.values()].filter(
    ({ userName }) => definition.wql?.hides !== "own-account" || userName !== own,
  );
}
