import type { types } from "@slack/bolt";
import type { Block } from "./block.ts";

/** Lines of two screens of a phone: what a window or a card should take at the most. */
export const phoneLines = 40;

/** Characters in a line on a phone. */
const width = 45;

/** Lines of a phone that blocks take, about, before Slack folds anything. */
export function countPhoneLines(blocks: readonly Block[]): number {
  return blocks.map(linesOf).reduce((sum, one) => sum + one, 0);
}

/** Lines of a phone that a text takes, about: of a link or a moment only what is read. */
export function countTextLines(text: string): number {
  return text
    .split("\n")
    .map((line) => line.replace(/<[^|<>]*\|([^<>]*)>/g, "$1").replace(/[*`]/g, ""))
    .map((line) => Math.max(1, Math.ceil(line.length / width)))
    .reduce((sum, one) => sum + one, 0);
}

function linesOf(block: Block): number {
  const { type } = block;
  if (type === "header" || type === "alert") return countTextLines(block.text.text);
  if (type === "context") return countAll(block.elements.filter((one) => one.type !== "image"));
  // Buttons stand side by side, two or three in a row.
  if (type === "actions") return Math.ceil(block.elements.length / 2);
  if (type === "section") {
    const { text, fields = [], accessory } = block;
    return countAll([...present(text), ...fields]) + (accessory === undefined ? 0 : 1);
  }
  if (type !== "input") return 0;
  return countAll([block.label, ...present(block.hint)]) + heightOf(block.element);
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}

function countAll(texts: readonly { readonly text: string }[]): number {
  return texts.map(({ text }) => countTextLines(text)).reduce((sum, one) => sum + one, 0);
}

/** A field that takes several lines shows three; boxes and choices that stand open have a line each. */
function heightOf(element: types.InputBlock["element"]): number {
  if (element.type === "plain_text_input") return element.multiline === true ? 3 : 1;
  const isOpen = element.type === "checkboxes" || element.type === "radio_buttons";
  return isOpen ? element.options.length : 1;
}
