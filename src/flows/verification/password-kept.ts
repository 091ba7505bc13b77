import type { Fault } from "../model/fault.ts";
import type { LoggedSignOn } from "../model/sign-on-log.ts";
import { toItem, type VerificationItem } from "../model/verification.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";

/** The fact's name, as it is stored. */
export const passwordKept = "password-kept";

/** What the tenant's log of sign-ons tells of one account since its settings were put. */
export type SignOnsSince =
  /** Somebody else than the bot signed on with the password: that stays true. */
  | { readonly kind: "signed-on" }
  | {
      readonly kind: "read";
      /** Of the account, none of which may be the bot's own or shows the password. */
      readonly signOns: readonly LoggedSignOn[];
      /** Whether those are all of them. */
      readonly isWhole: boolean;
    }
  | {
      readonly kind: "cannot-see";
      readonly words: string;
      /** Absent where the log answers, and hides something. */
      readonly fault?: Fault;
    };

/**
 * That an account keeps its password when its settings are put without one. The bot cannot read the stored password, so
 * only a sign-on with it shows that. One is enough, whatever else was refused; a refusal counts only where the whole log
 * shows none.
 */
export function comparePasswordKept(userName: string, since: SignOnsSince): Comparison {
  const what = `That ${userName} still has the password that it had`;
  const untried = "No password was sent, and nobody has tried whether Workday keeps it then.";
  const items = findItems(userName, since);
  return {
    expected: [expectThat(passwordKept, what, `${untried} ${tellWhere(since)}`)],
    findings: items === undefined ? [] : byEye("sign-on-log", [found(passwordKept, items)]),
  };
}

/** `undefined` where the log does not tell. */
function findItems(userName: string, since: SignOnsSince): readonly VerificationItem[] | undefined {
  if (since.kind === "cannot-see") return undefined;
  if (since.kind === "signed-on") return [];
  const isRefused = since.signOns.some(({ outcome }) => outcome === "wrong-password");
  if (!since.isWhole || !isRefused) return undefined;
  const words = `${userName} was refused for a wrong password after its settings were put, and nobody has signed on with its password since.`;
  return [toItem("other", words)];
}

const again = "Press Look again once the vendor has signed on.";

function tellWhere(since: SignOnsSince): string {
  switch (since.kind) {
    case "signed-on":
      return "The log of sign-ons shows somebody who signed on with it since.";
    case "read":
      return since.isWhole
        ? `The log of sign-ons shows nobody who signed on with it since. ${again}`
        : `The log of sign-ons was not read whole, and as far as it was it shows nobody who signed on with it since. ${again}`;
    case "cannot-see":
      return `The log of sign-ons does not tell: ${since.words} Look whether its integration signs on as before.`;
  }
}
