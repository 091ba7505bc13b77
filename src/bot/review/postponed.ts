import type { Postponed } from "../../flows/request/phase.ts";
import type { ReviewEvent } from "../../flows/request/review-event.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, section } from "../blocks/block.ts";
import { escape, moment } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";

/** Who said *Not now* to a card, and what happens next. */
export function postponedCard(postponed: Postponed | undefined): Block[] {
  if (postponed === undefined) return [];
  return [
    section(
      `*Not now*, said ${mentionBoth(postponed)} ${moment(postponed.at)}${quoteReason(postponed.reason)} ${describeNext(postponed)} Whoever may decide can still do so now.`,
    ),
  ];
}

/** The same for the thread, in `mrkdwn`. */
export function describePostponed(event: Extract<ReviewEvent, { kind: "postponed" }>): string {
  return `${mentionBoth(event)} pressed Not now${quoteReason(event.reason)} Nothing is decided. ${describeNext(event)}`;
}

function describeNext({ askAgainAt }: Pick<Postponed, "askAgainAt">): string {
  return `The approvers are called again ${moment(askAgainAt)}; the deadline stays as it was.`;
}

function quoteReason(reason: string | undefined): string {
  return reason === undefined ? "." : `: “${escape(truncate(reason, 500))}”`;
}
