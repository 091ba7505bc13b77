import { describeInvisibleInText } from "../../unicode/invisible.ts";
import { type Block, plain } from "../blocks/block.ts";
import { actions } from "../payloads/action-ids.ts";
import type { Submission } from "../payloads/parse-payload.ts";

export const noteBlock = "note";

/** Most characters of a note: it stands on the card, whole. */
const longest = 500;

/** Asks what an approver wants to say with their approval, if anything. */
export const noteField: Block = {
  type: "input",
  block_id: noteBlock,
  optional: true,
  label: plain("Note (the requester reads it)", 2000),
  element: {
    type: "plain_text_input",
    action_id: actions.input,
    multiline: true,
    max_length: longest,
  },
};

/** What was typed; nothing where only blanks were. */
export function readNote({ inputs }: Submission): { readonly note?: string } {
  const note = (inputs.get(noteBlock)?.value ?? "").trim();
  return note === "" ? {} : { note };
}

/** What is wrong with a note, in words; `undefined` where nothing is. */
export function checkNote({ note }: { readonly note?: string }): string | undefined {
  return note === undefined ? undefined : describeInvisibleInText(note);
}
