import type { StepContext } from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import { type Instant, later } from "../model/ids.ts";
import type { LoggedSignOn, SignOnRefusal } from "../model/sign-on-log.ts";
import { accountIn } from "../request/account-of-request.ts";

/** The tenant's clock and the bot's are not the same. */
const marginMs = 300_000;

/**
 * Says why the account was refused that was just tried, as the tenant's log of sign-ons tells it; where the log cannot be
 * read, what it may be. A SOAP fault says the same of every reason. Changes nothing.
 */
export async function explainRefusal(
  { deps, place, request }: StepContext,
  triedAt: Instant,
): Promise<string> {
  const span = { from: later(triedAt, -marginMs), to: later(deps.clock.now(), marginMs) };
  const read = await place.workday.readSignOns(span);
  if (!read.ok || read.value.kind === "too-many") return words.unknown;
  const { userName } = accountIn(request);
  return words[findRefusal(read.value.signOns, userName) ?? "unknown"];
}

/** The latest attempt of the account, unless somebody got in by it. */
function findRefusal(
  signOns: readonly LoggedSignOn[],
  userName: string,
): SignOnRefusal | undefined {
  const own = signOns.filter((one) => isSameAccount(one.userName, userName));
  const last = own.toSorted((one, other) => one.at - other.at).at(-1);
  return last === undefined || last.outcome === "signed-on" ? undefined : last.outcome;
}

const again = "then press Try again: a new password is issued.";

const words: Readonly<Record<SignOnRefusal | "unknown", string>> = {
  "wrong-password":
    "Workday refuses the new user's sign-on: its log says that the password is wrong. Somebody may have set another one in the same moment. Press Try again: a new password is issued.",
  "authentication-policy": `Workday refuses the new user's sign-on: its log says that an authentication policy does not allow it. Allow it there and activate that, ${again}`,
  channel: `Workday refuses the new user's sign-on: its log says that the account may not sign on by this channel. Allow web services for it in the authentication policy, ${again}`,
  "locked-or-expired": `Workday refuses the new user's sign-on: its log says that the account is locked, disabled or expired. Correct that in Workday, ${again}`,
  "new-password-required": `Workday refuses the new user's sign-on: its log says that the account has to change its password first. Take that setting off in Workday, ${again}`,
  unsaid: `Workday refuses the new user's sign-on, and its log gives no reason. Look at the account and its authentication policy, ${again}`,
  unknown:
    "Workday refuses the new user's sign-on. An authentication policy may not allow it yet, or the account is locked. Correct that in Workday, then press Try again: a new password is issued.",
};
