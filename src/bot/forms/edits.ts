import { canEdit } from "../../flows/approval/decide-edit.ts";
import { kindOf } from "../../flows/kinds/kinds.ts";
import { findListing } from "../../flows/planning/listing-task.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Event } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import { count } from "../../flows/text/count.ts";
import { listEdited } from "../../flows/wording/describe-edit.ts";
import { type Block, plainSection, section } from "../blocks/block.ts";
import type { RareSpec } from "../blocks/button-row.ts";
import { messages } from "../blocks/messages.ts";
import { code, mention } from "../blocks/mrkdwn.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** An edit as a sentence in `mrkdwn`; the thread lists what is different below it. */
export function describeEdit({ by, changes }: Extract<Event, { kind: "edited" }>): string {
  return `${mention(by)} edited the request (${count(changes.length, "change")}). It has to be approved again: earlier approvals do not count.`;
}

/** Above the plan of an edit. */
export function introduceEdit({ id, begun }: Request): string {
  const made =
    begun.length === 0
      ? "Nothing of it is made yet."
      : "What is made already stays; what is not asked for any more is taken back.";
  return `*${messages.nothingChangedYet}* Edit the request, and ${code(id)} asks for this instead. ${made} It has to be approved again: earlier approvals do not count. Then this happens, in this order:`;
}

/** What an edit changes, old → new. */
export function showEdited({ draft: before }: Request, draft: Draft, most: number): Block[] {
  const lines = listEdited(before, draft);
  return lines.length === 0
    ? [section("*Nothing is different from what is asked for now.*")]
    : [
        section(`*What changes (${lines.length}), old → new:*`),
        plainSection(cutLines(lines, most, "all of them are in the thread then")),
      ];
}

/**
 * Whether a request is stuck where its group gets what it may do: then it is mostly a name that is wrong, where its form
 * asks for names.
 */
function isStuckAtDomains({ draft, phase, plan }: Request): boolean {
  if (phase.kind !== "stuck" || kindOf(draft).ends !== undefined) return false;
  return plan.some((step) => step.name === phase.step && findListing(step).length > 0);
}

/** Opens the form with what was asked. */
export function editButton(request: Request): readonly RareSpec[] {
  if (!canEdit(request)) return [];
  const value = serializeMetadata({ request: request.id });
  return [
    { id: actions.edit, text: isStuckAtDomains(request) ? "Fix the domains" : "Edit", value },
  ];
}
