import { kindOf } from "../kinds/kinds.ts";
import { valuesOf } from "../model/api-client.ts";
import type { Outside } from "../model/fault.ts";
import { type Instant, later } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Notice } from "../request/notice.ts";
import type { Outage } from "../request/outage.ts";
import type { Phase } from "../request/phase.ts";
import type { Request } from "../request/request.ts";

/** Whether what a request waits for is tried again now: its time has come, or somebody else got through since. */
export function resume(
  { phase }: Request,
  at: Instant,
  outages: readonly Outage[],
): readonly Event[] {
  if (phase.kind !== "waiting-for-outside") return [];
  const { outside, triedAt, retryAt } = phase;
  const isBack = outages.some(
    (outage) => outage.outside === outside && (outage.overAt ?? triedAt) > triedAt,
  );
  return isBack || at >= retryAt ? [{ kind: "resumed" }] : [];
}

/** Whether people cannot act on a request now: nothing of it runs out, and nobody is reminded. */
export function isResting(request: Request, outages: readonly Outage[]): boolean {
  return outages.some(({ outside, overAt }) => overAt === undefined && bars(outside, request));
}

/** The deadlines that are moved by outages that are over. */
export function moveDeadline(request: Request, outages: readonly Outage[]): readonly Event[] {
  const wait = toWait(request.phase);
  if (wait === undefined) return [];
  const [over] = outages.flatMap(({ outside, since, overAt }) =>
    overAt !== undefined && overAt > wait.since && bars(outside, request)
      ? [{ outside, since: since > wait.since ? since : wait.since, until: overAt }]
      : [],
  );
  if (over === undefined) return [];
  const expiresAt = later(wait.expiresAt, over.until - over.since);
  return [{ kind: "rested", ...over, expiresAt }];
}

/** Since when a wait has not been moved, and when it ends. */
function toWait(
  phase: Phase,
): { readonly since: Instant; readonly expiresAt: Instant } | undefined {
  if (phase.kind === "waiting-for-person") {
    return { since: phase.restedUntil ?? phase.handedAt, expiresAt: phase.expiresAt };
  }
  if (phase.kind !== "waiting-for-approval") return undefined;
  const { askedAt, expiresAt } = phase.asked;
  return { since: phase.rest?.until ?? askedAt, expiresAt };
}

/**
 * Whether an outage keeps people from acting: a task is done in Workday, what its page shows goes into the vault, and an
 * approval counts only for what is read at the click.
 */
function bars(outside: Outside, request: Request): boolean {
  const { phase } = request;
  const isWorkday = outside === "Workday" || outside === "Workday reports";
  if (phase.kind === "waiting-for-approval") return isWorkday && readsTenant(request);
  if (phase.kind !== "waiting-for-person") return false;
  return isWorkday || (outside === "Key Vault" && valuesOf(phase.step).length > 0);
}

/** Whether an approval that is waited for looks at a report of the tenant. */
export function readsTenant({ phase, draft }: Request): boolean {
  if (phase.kind !== "waiting-for-approval") return false;
  return phase.asked.pending.kind === "seen" || kindOf(draft).undoes !== undefined;
}

/** What a tenant's channel hears of an outage: once that it is there, and once that it is over. */
export function toOutageNotice(
  { tenant, outside, since, overAt }: Outage,
  waiting: number,
): Notice {
  const common = { tenant, madeAt: overAt ?? since };
  const of = `${tenant} ${outside} ${since}`;
  return overAt === undefined
    ? { key: `outage ${of}`, ...common, matter: { kind: "outage", outside, since, waiting } }
    : {
        key: `outage over ${of}`,
        ...common,
        matter: { kind: "outage-over", outside, since, overAt },
      };
}
