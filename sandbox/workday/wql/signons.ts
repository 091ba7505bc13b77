import { findAccount } from "../accounts.ts";
import type { SignOn, TenantState } from "../state.ts";
import { type Field, named, type Row, type Source, self } from "./source.ts";

/** As recorded. */
const fields: readonly Field[] = [
  ["classOfInstance1", "Single instance"],
  ["sign_OnTime", "Date"],
  ["signoffTime", "Date"],
  ["activeSession", "Boolean"],
  ["failedSignOn", "Boolean"],
  ["passwordChanged", "Boolean"],
  ["sessionID", "Text"],
  self("workdayAccountSignOn"),
  ["workdayID", "Text"],
  ["authenticationType", "Single instance"],
  ["authenticationFailureMessage", "Text"],
  ["signonIPAddress", "Text"],
  ["systemAccount1", "Single instance"],
  ["deviceType", "Single instance"],
  ["invalidCredentials", "Boolean"],
  ["accountLockedDisabledOrExpired", "Boolean"],
  ["userCredentials", "Text"],
  ["createdMoment", "Date"],
  ["requestOriginator", "Single instance"],
  ["tenantAccessReadOnly", "Boolean"],
];

/**
 * Every sign-on and attempt of a time, oldest first. As recorded: without a filter and its two moments it answers nothing.
 * Whether Workday leaves out what is not so is not known: a fine tenant says it, a coarse one does not.
 */
export function toSignonSource(state: TenantState): Source {
  return {
    alias: "allSystemAccountSignons",
    fields,
    required: {
      filters: ["workdaySystemAccountSignonsInRange", "currentWorkdaySystemAccountSignonsInRange"],
      parameters: ["fromMoment", "toMoment"],
    },
    rows: (parameters) => {
      const from = Date.parse(parameters.get("fromMoment") ?? "");
      const to = Date.parse(parameters.get("toMoment") ?? "");
      return state.signOns
        .filter(({ at }) => at >= from && at <= to)
        .map((signOn) => toRow(state, signOn));
    },
  };
}

/** An attempt under a name that nobody has is of no account. */
function toRow(state: TenantState, { userName, at, ok, type, address, refusal }: SignOn): Row {
  const account = findAccount(state, userName);
  return {
    sign_OnTime: new Date(at).toISOString(),
    workdayAccountSignOn: named(state, "sign-on", `${userName} ${at}`),
    authenticationType: named(state, "authentication-type", type),
    signonIPAddress: address,
    ...(account && { systemAccount1: named(state, "account", account.userName) }),
    ...toFlags(state, {
      failedSignOn: !ok,
      invalidCredentials: refusal === "wrong-password",
      accountLockedDisabledOrExpired: refusal === "locked",
    }),
  };
}

function toFlags(state: TenantState, flags: Readonly<Record<string, boolean>>): Row {
  const isFine = state.definition.wql?.grain === "fine";
  return Object.fromEntries(Object.entries(flags).filter(([, is]) => is || isFine));
}
