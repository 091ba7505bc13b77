import { type Instant, later } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { AnswerWait, ApprovalWait } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * What those who may approve are told while they do not: a reminder at each configured time, and once that
 * more people may decide. Times that went by while nobody looked are one reminder together. After a *Not now* they are
 * called once at the moment that it said, and not before. Whoever has to answer a question is reminded at the same times,
 * counted from the question.
 */
export function remind(request: Request, at: Instant, tenant: Tenant): readonly Event[] {
  const { phase, isEscalated } = request;
  if (phase.kind === "waiting-for-answer") return remindToAnswer(phase, at, tenant);
  if (phase.kind !== "waiting-for-approval") return [];
  const { asked, postponed } = phase;
  const { expiresAt } = asked;
  const askedAt = countedFrom(phase);
  const due = countDue(askedAt, at, tenant);
  const isCalledAgain = postponed === undefined ? due > phase.reminded : at >= postponed.askAgainAt;
  return [
    ...(isEscalationDue(phase, at, tenant) && !isEscalated
      ? [{ kind: "escalated", expiresAt } as const]
      : []),
    ...(isCalledAgain ? [{ kind: "reminded", due, expiresAt } as const] : []),
  ];
}

function remindToAnswer(
  { since, reminded = 0, expiresAt }: AnswerWait,
  at: Instant,
  tenant: Tenant,
): readonly Event[] {
  const due = countDue(since, at, tenant);
  return due > reminded ? [{ kind: "answer-reminded", due, expiresAt }] : [];
}

function countDue(from: Instant, at: Instant, { remindAfterMs }: Tenant): number {
  return remindAfterMs.filter((ms) => at >= later(from, ms)).length;
}

/** Whether a card has been out for so long that those on the second list may decide by these rules. */
export function isEscalationDue(
  phase: ApprovalWait,
  at: Instant,
  { escalation }: Pick<Tenant, "escalation">,
): boolean {
  return escalation !== undefined && at >= later(countedFrom(phase), escalation.afterMs);
}

/** While nobody could approve, nobody is reminded. */
function countedFrom({ asked, rest }: ApprovalWait): Instant {
  return later(asked.askedAt, rest?.ms ?? 0);
}
