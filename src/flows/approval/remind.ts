import { type Instant, later } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * What those who may approve are told while they do not: a reminder at each configured time, and once that
 * more people may decide. Times that went by while nobody looked are one reminder together. After a *Not now* they are
 * called once at the moment that it said, and not before.
 */
export function remind(request: Request, at: Instant, tenant: Tenant): readonly Event[] {
  const { phase, isEscalated } = request;
  if (phase.kind !== "waiting-for-approval") return [];
  const { asked, postponed } = phase;
  const { expiresAt } = asked;
  // While nobody could approve, nobody is reminded.
  const askedAt = later(asked.askedAt, phase.rest?.ms ?? 0);
  const due = tenant.remindAfterMs.filter((ms) => at >= later(askedAt, ms)).length;
  const { escalation } = tenant;
  const isCalledAgain = postponed === undefined ? due > phase.reminded : at >= postponed.askAgainAt;
  const isDue = escalation !== undefined && at >= later(askedAt, escalation.afterMs);
  return [
    ...(isDue && !isEscalated ? [{ kind: "escalated", expiresAt } as const] : []),
    ...(isCalledAgain ? [{ kind: "reminded", due, expiresAt } as const] : []),
  ];
}
