import { isSameAccount } from "../model/account-name.ts";
import type { ListedAccount } from "../model/listed-account.ts";
import type { Observation } from "../model/observation.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import {
  byEye,
  type ComparedFacts,
  type Comparison,
  type Expectation,
  expectThat,
  found,
} from "./expectation.ts";

/** The accounts of the tenant, as its list shows them. */
export type ObservedAccounts = Observation<readonly ListedAccount[]>;

const inWorkday = "Look at the account in Workday.";

/**
 * Whether an account that is in use can go on: it is neither locked nor disabled, and does not end by itself. Nobody
 * asks for any of these, and no web service of integration system users has an element for them.
 */
export function compareLock(userName: string, accounts: ObservedAccounts): Comparison {
  const expected = [
    expectThat("lock", `Whether ${userName} is locked or disabled`, inWorkday),
    expectThat("expiry", `Whether ${userName} expires`, inWorkday),
  ];
  if (accounts.kind === "cannot-see") {
    return { expected, findings: toUnseen(expected, accounts.words) };
  }
  const own = accounts.part.filter((one) => isSameAccount(one.userName, userName));
  if (own.length === 0) {
    const why = `The tenant's list of accounts does not show ${userName}.`;
    return { expected, findings: toUnseen(expected, why) };
  }
  // A list that has it several times may say several things of it.
  return { expected, findings: own.flatMap((one) => byEye(one.by, findStanding(one))) };
}

function toUnseen(expected: readonly Expectation[], why: string): readonly ComparedFacts[] {
  return expected.map(({ fact, what }) => found(fact, [unseen(what, why)]));
}

function findStanding(account: ListedAccount): readonly ComparedFacts[] {
  const { expiry } = account;
  const lock = found("lock", listLocks(account));
  if (expiry.kind === "not-shown") return [lock];
  return [lock, found("expiry", expiry.kind === "on" ? [expires(account, expiry.on)] : [])];
}

function listLocks({ userName, isLocked, isDisabled }: ListedAccount): readonly VerificationItem[] {
  return [
    ...(isLocked ? [toItem("other", `${userName} is locked: nobody can sign on with it.`)] : []),
    ...(isDisabled
      ? [toItem("other", `${userName} is disabled: nobody can sign on with it.`)]
      : []),
  ];
}

function expires({ userName }: ListedAccount, on: string): VerificationItem {
  return toItem("other", `${userName} expires on ${on}, and nobody asked for it.`);
}
