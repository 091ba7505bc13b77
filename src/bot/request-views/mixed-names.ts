import type { types } from "@slack/bolt";
import type { Draft } from "../../flows/request/draft.ts";
import { listMixed, mixedNames } from "../../flows/request/mixed-names.ts";
import { type Block, plain, plainSection } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { actions } from "../payloads/action-ids.ts";

/** The box that says that names are meant as they are. Slack sends no window in which it is not checked. */
export const namesMeantBlock = "names-meant";

const meant: types.PlainTextOption = {
  text: plain("The names are spelt as I mean them", 75),
  value: "yes",
};

/** Asks about names that mix scripts; nothing where none does. */
export function askMixedNames(draft: Draft): Block[] {
  const lines = listMixed(draft);
  if (lines.length === 0) return [];
  const shown = cutLines(lines, 2500, "all of them are in the request's thread");
  return [
    plainSection(`${mixedNames} (${lines.length}):\n${shown}`),
    {
      type: "input",
      block_id: namesMeantBlock,
      label: plain("Is this how they are spelt?", 2000),
      hint: plain("If not, press Change something, and type them again by hand.", 2000),
      element: { type: "checkboxes", action_id: actions.input, options: [meant] },
    },
  ];
}
