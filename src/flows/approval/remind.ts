import { listCalledParts, rulesOfPart } from "../authorization/approvers.ts";
import { rulesOf } from "../authorization/recipe-rules.ts";
import { type Instant, later } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { AnswerWait, ApprovalWait } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import { countFor } from "../request/waits.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * What those who may approve are told while they do not: a reminder at each configured time, and once that
 * more people may decide, of a card with parts for each by its own rules. Times that went by while nobody looked are one
 * reminder together. After a *Not now* they are called once at the moment that it said, and not before. Whoever has to
 * answer a question is reminded at the same times, counted from the question.
 *
 * @param tenant the tenant's own rules
 */
export function remind(request: Request, at: Instant, tenant: Tenant): readonly Event[] {
  const { phase } = request;
  const rules = rulesOf(request.draft, tenant);
  if (phase.kind === "waiting-for-answer") return remindToAnswer(phase, at, rules);
  if (phase.kind !== "waiting-for-approval") return [];
  const { asked, postponed } = phase;
  const { expiresAt } = asked;
  const askedAt = countedFrom(phase);
  const due = countDue(askedAt, at, rules);
  const isCalledAgain = postponed === undefined ? due > phase.reminded : at >= postponed.askAgainAt;
  return [
    ...escalate(request, phase, { at, tenant }),
    ...(isCalledAgain ? [{ kind: "reminded", due, expiresAt } as const] : []),
  ];
}

/** Whose second list is called by now, and was not before: nobody's where enough have approved that part. */
function escalate(
  request: Request,
  phase: ApprovalWait,
  { at, tenant }: { readonly at: Instant; readonly tenant: Tenant },
): readonly Event[] {
  const { asked, given } = phase;
  const { parts, expiresAt } = asked;
  if (parts === undefined) {
    const isDue = isEscalationDue(phase, at, rulesOf(request.draft, tenant));
    return isDue && !request.isEscalated ? [{ kind: "escalated", expiresAt }] : [];
  }
  const called = listCalledParts(request, phase);
  const due = parts
    .filter(({ request: part, needed }) => !called.includes(part) && countFor(part, given) < needed)
    .map(({ request: part }) => part)
    .filter((part) => isEscalationDue(phase, at, rulesOfPart(request, tenant, { asked, part })));
  return due.length > 0 ? [{ kind: "escalated", expiresAt, parts: due }] : [];
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
