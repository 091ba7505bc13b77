import type { GivenApproval } from "../../flows/request/given-approval.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, context, section } from "../blocks/block.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";

/** Most notes of a card, and characters of each: five lines of a phone. The thread has all of them, whole. */
const mostNotes = 3;
const noteLength = 220;

/** What approvers said with their approvals, the newest of it, for the message: nothing where nobody said anything. */
export function showNotes(given: readonly GivenApproval[]): Block[] {
  const notes = given.flatMap((one) => (one.note === undefined ? [] : [{ one, note: one.note }]));
  const shown = notes.slice(-mostNotes);
  const isAll =
    notes.length === shown.length && shown.every(({ note }) => note.length <= noteLength);
  return [
    ...shown.map(({ one, note }) =>
      section(`*Note by ${mentionBoth(one)}:* ${quoteNote(note, noteLength)}`),
    ),
    ...(isAll ? [] : [context(`All notes (${notes.length}) are in the thread, whole.`)]),
  ];
}

/** One note in a sentence, in `mrkdwn`. */
export function quoteNote(note: string, most = 1000): string {
  return `“${escape(truncate(note, most))}”`;
}
