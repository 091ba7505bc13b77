import type { Instant } from "../../flows/model/ids.ts";
import type { AnswerWait } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Question, ReviewEvent } from "../../flows/request/review-event.ts";
import { type Block, type ButtonSpec, section } from "../blocks/block.ts";
import { mention, moment } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { quoteNote } from "./notes.ts";
import { describePostponed } from "./postponed.ts";

/** The question that a request was sent back with, and who answers it until when. */
export function answerCard({ askedBy, questions }: Request, wait: AnswerWait): Block[] {
  return [
    ...questions.slice(-1).map((one) => section(showQuestion(one))),
    section(
      `${mention(askedBy)}, press Answer until ${moment(wait.expiresAt)}: without an answer the request expires then. Whoever answers for ${mention(askedBy)} does not count as an approver of it. ${wait.back === undefined ? outOfRelease : onItsCard}`,
    ),
  ];
}

const onItsCard =
  "Nobody can approve it before; the time to decide stands still, and what was approved so far counts still.";

const outOfRelease =
  "The requests that it was to go live with wait for the answer, and are asked for together then; if it expires, without it.";

function showQuestion(one: Question): string {
  return `*Question by ${mentionBoth(one)}:* ${quoteNote(one.question)}`;
}

/** Answers the question that is open. */
export function answerButton({ id, questions }: Request): ButtonSpec {
  return {
    id: actions.answer,
    text: "Answer",
    value: serializeMetadata({ request: id, question: questions.length - 1 }),
    style: "primary",
  };
}

function describeGoingOn(until: Instant | undefined): string {
  return until === undefined
    ? "It waits for its activation again."
    : `The approval goes on where it was, until ${moment(until)}.`;
}

/** What approvers ask and are answered, for the thread, in `mrkdwn`. */
export function describeReview(event: ReviewEvent): string {
  switch (event.kind) {
    case "postponed":
      return describePostponed(event);
    case "sent-back":
      return `${mentionBoth(event)} sent it back with a question: ${quoteNote(event.question)} Without an answer it expires ${moment(event.expiresAt)}.`;
    case "answer-reminded":
      return `Still no answer. Without one it expires ${moment(event.expiresAt)}.`;
    case "answered":
      return `${mention(event.by)} answered: ${quoteNote(event.answer)} ${describeGoingOn(event.expiresAt)}`;
  }
}
