import type { GivenApproval } from "../../flows/request/given-approval.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, section } from "../blocks/block.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";

/** What approvers said with their approvals, for the message: nothing where nobody said anything. */
export function showNotes(given: readonly GivenApproval[]): Block[] {
  return given.flatMap((one) =>
    one.note === undefined
      ? []
      : [section(`*Note by ${mentionBoth(one)}:* ${quoteNote(one.note, 500)}`)],
  );
}

/** One note in a sentence, in `mrkdwn`. */
export function quoteNote(note: string, most = 1000): string {
  return `“${escape(truncate(note, most))}”`;
}
