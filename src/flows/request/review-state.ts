import type { Instant, PersonId } from "../model/ids.ts";
import type { AnswerWait, ApprovalWait, Phase } from "./phase.ts";
import type { Question, ReviewEvent } from "./review-event.ts";
import { union } from "./union.ts";

/** What of a request is moved by what approvers ask and are answered. */
interface Reviewed {
  readonly askedBy: PersonId;
  readonly carriedOutBy: readonly PersonId[];
  readonly questions: readonly Question[];
  readonly phase: Phase;
}

type Of<Kind extends ReviewEvent["kind"]> = Extract<ReviewEvent, { kind: Kind }>;

/** After an approver answered neither yes nor no, or was answered. Where nobody waits for that, nothing changes. */
export function moveReview(
  reviewed: Reviewed,
  event: ReviewEvent,
  at: Instant,
): Partial<Omit<Reviewed, "askedBy">> {
  const { phase } = reviewed;
  switch (event.kind) {
    case "postponed":
      return phase.kind === "waiting-for-approval" ? { phase: putOff(phase, event, at) } : {};
    case "sent-back":
      return phase.kind === "waiting-for-approval" ? sendBack(reviewed, phase, { event, at }) : {};
    case "answered":
      return phase.kind === "waiting-for-answer" ? goBack(reviewed, phase, { event, at }) : {};
  }
}

function putOff(wait: ApprovalWait, event: Of<"postponed">, at: Instant): ApprovalWait {
  const { kind: _postponed, ...said } = event;
  return { ...wait, postponed: { ...said, at } };
}

function sendBack(
  { questions }: Reviewed,
  back: ApprovalWait,
  { event, at }: { readonly event: Of<"sent-back">; readonly at: Instant },
): Pick<Reviewed, "phase" | "questions"> {
  const { kind: _sent, expiresAt, ...asked } = event;
  return {
    phase: { kind: "waiting-for-answer", back, since: at, expiresAt },
    questions: [...questions, { ...asked, at }],
  };
}

/** Whoever answered for the requester has a hand in the request. */
function goBack(
  { questions, askedBy, carriedOutBy }: Reviewed,
  { back, since }: AnswerWait,
  { event, at }: { readonly event: Of<"answered">; readonly at: Instant },
): Omit<Reviewed, "askedBy"> {
  const { by, answer: words, expiresAt } = event;
  const ms = (back.rest?.ms ?? 0) + at - since;
  const phase = { ...back, asked: { ...back.asked, expiresAt }, rest: { ms, until: at } };
  const answered = questions.map((one, index) =>
    index === questions.length - 1 ? { ...one, answer: { by, at, words } } : one,
  );
  const hands = by === askedBy ? carriedOutBy : union(carriedOutBy, by);
  return { phase, questions: answered, carriedOutBy: hands };
}
