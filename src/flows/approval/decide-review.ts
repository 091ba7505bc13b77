import { err, ok } from "../../result.ts";
import { dayMs, type Instant, later } from "../model/ids.ts";
import type { Command } from "../request/click.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { deadline } from "../tenant/deadline.ts";
import { nameBoth, refuseCard } from "./decide-approval.ts";
import type { DecisionContext, Settled } from "./decision-context.ts";

/** Leaves everything waiting that the card is of: nothing is decided, and its deadline stays. */
export function postpone(
  { phase }: Request,
  { digest, reason }: Extract<Command, { kind: "postpone" }>,
  { by, at, standsInFor = [] }: DecisionContext,
): Settled {
  if (phase.kind !== "waiting-for-approval") return err("already-settled");
  const late = refuseCard(phase.asked, digest, at);
  if (late !== undefined) return err(late);
  const [voter = by] = standsInFor;
  const askAgainAt = planAskAgain(at, phase.asked.expiresAt);
  return ok([
    {
      kind: "postponed",
      ...nameBoth(by, voter),
      ...(reason !== undefined && { reason }),
      askAgainAt,
    },
  ]);
}

/** When approvers are called again: in a day, or after half of the time that is left where that is sooner. */
export function planAskAgain(at: Instant, expiresAt: Instant): Instant {
  const leftMs = expiresAt - at;
  const halfMs = (leftMs - (leftMs % 2)) / 2;
  return later(at, halfMs < dayMs ? halfMs : dayMs);
}

/** So often one card can be sent back: waiting stays bounded. */
const mostQuestions = 3;

/**
 * Sends it back with a question. A release goes to nobody, since it is of several requesters: each of its requests is asked
 * about by itself, and leaves it until the answer.
 */
export function sendBack(
  request: Request,
  { digest, question }: Extract<Command, { kind: "send-back" }>,
  { by, at, tenant, standsInFor = [], release }: DecisionContext,
): Settled {
  const refusal =
    request.phase.kind === "waiting-for-release"
      ? refuseOfMember(request, release, at)
      : refuseQuestion(request, digest, at);
  if (refusal !== undefined) return err(refusal);
  const [voter = by] = standsInFor;
  const expiresAt = deadline(at, tenant);
  return ok([{ kind: "sent-back", ...nameBoth(by, voter), question, expiresAt }]);
}

function refuseQuestion(
  { phase, members, questions }: Request,
  digest: string,
  at: Instant,
): SettleRefusal | undefined {
  if (phase.kind === "waiting-for-answer") return "sent-back";
  if (phase.kind !== "waiting-for-approval") return "already-settled";
  const late = refuseCard(phase.asked, digest, at);
  if (late !== undefined || members !== undefined) return late ?? "one-of-a-release";
  const { askedAt } = phase.asked;
  const asked = questions.filter((one) => one.at >= askedAt).length;
  return asked >= mostQuestions ? "enough-questions" : undefined;
}

/** While its release is shown to approvers. Each question takes it out of that, so all that it was ever asked count. */
function refuseOfMember(
  { questions }: Request,
  release: Request | undefined,
  at: Instant,
): SettleRefusal | undefined {
  if (release?.phase.kind !== "waiting-for-approval") return "already-settled";
  if (at >= release.phase.asked.expiresAt) return "too-late";
  return questions.length >= mostQuestions ? "enough-questions" : undefined;
}

/** Answers the question that is open. Approvers have as much time left as they had when it was sent back. */
export function answerQuestion(
  { phase, questions }: Request,
  { question, answer: words }: Extract<Command, { kind: "answer" }>,
  { by, at }: DecisionContext,
): Settled {
  if (phase.kind !== "waiting-for-answer" || question !== questions.length - 1)
    return err("nothing-to-answer");
  const { back, since } = phase;
  if (at >= phase.expiresAt) return err("too-late");
  const until = back && { expiresAt: later(back.asked.expiresAt, at - since) };
  return ok([{ kind: "answered", by, answer: words, ...until }]);
}
