import type { Draft } from "../../flows/request/draft.ts";
import type { Event } from "../../flows/request/event.ts";
import { moment } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";
import { describeAbout } from "../blocks/request-titles.ts";
import { quoteNote } from "./notes.ts";

/** What an approver says to the requester besides yes and no, in `mrkdwn`; `undefined` where an event is nothing of it. */
export function tellOfReview(event: Event, draft: Draft): string | undefined {
  if (event.kind === "sent-back")
    return `${mentionBoth(event)} asks about your request for ${describeAbout(draft)}: ${quoteNote(event.question)} Press Answer on its message until ${moment(event.expiresAt)}: without an answer it expires then, and nobody can approve it before.`;
  if (event.kind === "answer-reminded")
    return `An approver still waits for your answer about your request for ${describeAbout(draft)}. Press Answer on its message until ${moment(event.expiresAt)}: without an answer it expires then.`;
  if (event.kind !== "approved" || event.note === undefined) return undefined;
  return `${mentionBoth(event)} approved your request for ${describeAbout(draft)}, with a note: ${quoteNote(event.note)}`;
}
