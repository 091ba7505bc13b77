import { isSameAccount } from "../flows/model/account-name.ts";
import type { Fault } from "../flows/model/fault.ts";
import { instant } from "../flows/model/ids.ts";
import type { SignOnLog } from "../flows/model/sign-on-log.ts";
import type { Workday } from "../flows/ports/workday.ts";
import type { Result } from "../result.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { type Trial, withLimit } from "./with-limit.ts";

/** Whoever looks has signed on within it, even where the clocks differ. */
const lookBackMs = 900_000;

const what = "eye: sign-ons";

/**
 * Reads the tenant's log of sign-ons of the last quarter of an hour. The doctor's own sign-on has to be in it. It changes
 * nothing, and what is missing is a warning: everything else goes without.
 */
export async function checkSignOnLog(
  workday: Pick<Workday, "readSignOns">,
  { now, account, ...trial }: Omit<Trial, "what"> & { now: () => number; account: string },
): Promise<readonly Finding[]> {
  return withLimit({ ...trial, what }, async () => {
    const to = now();
    const span = { from: instant(to - lookBackMs), to: instant(to + lookBackMs) };
    return [judgeSignOnLog(trial.area, account, await workday.readSignOns(span))];
  });
}

const logs = {
  service: "The log of sign-ons.",
  wql: "The log of sign-ons by WQL, source allSystemAccountSignons: Get_Workday_Account_Signons is not open to the bot.",
} as const;

/** What an answer of the log means for what the bot can tell from it. */
export function judgeSignOnLog(
  area: string,
  account: string,
  read: Result<SignOnLog, Fault>,
): Finding {
  const { ok, warning } = findingsOf(area);
  if (!read.ok) return warning(what, `None. ${read.error.words}`, remedies[read.error.kind]);
  if (read.value.kind === "too-many") {
    return ok(what, "The log of sign-ons. It is long, and is read in small pieces.");
  }
  const isShown = read.value.signOns.some(({ userName }) => isSameAccount(userName, account));
  return isShown
    ? ok(what, `${logs[read.value.by ?? "service"]} It shows the bot's own.`)
    : warning(
        what,
        `None. The log of sign-ons does not show that ${account} has just signed on.`,
        "Look in Workday whether it lists sign-ons by web services, and whether the domain's policy is constrained.",
      );
}

const version =
  "Name a version of the web services that has the log under signOns.version, such as v40.0; without it nothing is told of how accounts are used.";
const again = "Try again; without it nothing is told of how accounts are used.";

const remedies: Readonly<Record<Fault["kind"], string>> = {
  denied:
    "Grant Get on Workday Account Monitoring, or on System Auditing, to a security group of the bot's account, and activate it; without it nothing is told of how accounts are used.",
  rejected: version,
  unreadable: version,
  unreachable: again,
  unknown: again,
};
