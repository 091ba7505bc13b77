import type { ActivationRun } from "../flows/model/activity.ts";
import type { Fault } from "../flows/model/fault.ts";
import { instant } from "../flows/model/ids.ts";
import type { Workday } from "../flows/ports/workday.ts";
import type { Result } from "../result.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { type Trial, withLimit } from "./with-limit.ts";

const lookBackMs = 900_000;

const what = "eye: activity log";

/**
 * Reads the tenant's activity log of the last quarter of an hour, where the bot has an API client to ask with. It changes
 * nothing, and what is missing is a warning: everything else goes without.
 */
export async function checkActivityLog(
  { readActivationRuns: read }: Pick<Workday, "readActivationRuns">,
  { now, ...trial }: Omit<Trial, "what"> & { now: () => number },
): Promise<readonly Finding[]> {
  if (read === undefined) return [];
  return withLimit({ ...trial, what }, async () => {
    const to = now();
    const span = { from: instant(to - lookBackMs), to: instant(to) };
    return [judgeActivityLog(trial.area, await read(span))];
  });
}

/** What an answer of the log means for what the bot can tell from it. */
export function judgeActivityLog(
  area: string,
  read: Result<readonly ActivationRun[], Fault>,
): Finding {
  const { ok, warning } = findingsOf(area);
  if (!read.ok) return warning(what, `None. ${read.error.words}`, remedies[read.error.kind]);
  return read.value.length > 0
    ? ok(what, "The activity log. It shows who ran an activation.")
    : ok(
        what,
        "The activity log answers. So does one that is switched off, with nothing: see that Enable User Activity Logging is on.",
      );
}

const without = "without it nobody but the report of activations tells who ran one.";

const remedies: Readonly<Record<Fault["kind"], string>> = {
  denied: `Give the bot's API client the scope System, and its account Get and View on System Auditing; ${without}`,
  rejected: `Switch Enable User Activity Logging on in Edit Tenant Setup - System; ${without}`,
  unreadable: `Nothing can be set for it; ${without}`,
  unreachable: `Try again; ${without}`,
  unknown: `Try again; ${without}`,
};
