import type { Block, Element } from "./blocks/block.ts";
import type { Text } from "./blocks/text.ts";
import type { Value, Values } from "./blocks/values.ts";
import type { Ephemeral, Message, View } from "./shown.ts";

/** Everything a person can read, from top to bottom; buttons in brackets, as `[Approve]`. */
export function textOf(shown: Message | Ephemeral | View): string {
  if (shown.kind === "view") return viewText(shown);
  if (shown.blocks.length === 0) return unescaped(shown.text);
  return linesOf(shown.blocks, {}, {}).join("\n");
}

function viewText({ content, values, errors }: View): string {
  const lines = linesOf(content.blocks, values, errors);
  if (content.type === "home") return lines.join("\n");
  const close = `[${content.close?.text ?? "Cancel"}]`;
  const buttons = content.submit === undefined ? close : `${close} [${content.submit.text}]`;
  return [`# ${content.title.text}`, ...lines, buttons].join("\n");
}

type Errors = Readonly<Record<string, string>>;

function linesOf(blocks: readonly Block[], values: Values, errors: Errors): readonly string[] {
  return blocks.flatMap((block) => blockLines(block, values[block.block_id ?? ""] ?? {}, errors));
}

function blockLines(
  block: Block,
  held: Readonly<Record<string, Value>>,
  errors: Errors,
): readonly string[] {
  function show(element: Element): string {
    return elementText(element, held[element.action_id ?? ""]);
  }
  switch (block.type) {
    case "divider":
      return ["---"];
    case "header":
      return [`## ${block.text.text}`];
    case "context":
      return [block.elements.map(plain).join(" ")];
    case "actions":
      return [block.elements.map(show).join(" ")];
    case "rich_text":
      return [richText(block.elements)];
    case "alert":
      return [`! ${plain(block.text)}`];
    case "section":
      return sectionLines(block, show);
    case "input":
      return inputLines(block, show(block.element), errors[block.block_id ?? ""]);
  }
}

function sectionLines(
  { text, fields = [], accessory }: Extract<Block, { type: "section" }>,
  show: (element: Element) => string,
): readonly string[] {
  return [
    ...(text === undefined ? [] : [plain(text)]),
    ...fields.map(plain),
    ...(accessory === undefined ? [] : [show(accessory)]),
  ];
}

function inputLines(
  { label, hint, optional = false }: Extract<Block, { type: "input" }>,
  shown: string,
  error: string | undefined,
): readonly string[] {
  return [
    `${label.text}${optional ? " (optional)" : ""}: ${shown}`,
    ...(hint === undefined ? [] : [hint.text]),
    ...(error === undefined ? [] : [`! ${error}`]),
  ];
}

function elementText(element: Element, held: Value | undefined): string {
  if (element.type === "button") return `[${element.text.text}]`;
  if (element.type === "overflow") {
    return `[⋯ ${element.options.map(({ text }) => text.text).join(" | ")}]`;
  }
  if (element.type === "checkboxes") {
    return boxes(element.options, held?.selected_options ?? [], ["☑", "☐"]);
  }
  if (element.type === "radio_buttons") return boxes(element.options, chosen(held), ["◉", "○"]);
  return `{${heldText(held) ?? element.placeholder?.text ?? ""}}`;
}

interface Labelled {
  readonly text: Text;
  readonly value: string;
  readonly description?: Text | undefined;
}

function boxes(
  options: readonly Labelled[],
  picked: readonly { readonly value: string }[],
  [on, off]: readonly [string, string],
): string {
  return options
    .map(({ text, value, description }) => {
      const mark = picked.some((other) => other.value === value) ? on : off;
      return `${mark} ${plain(text)}${description === undefined ? "" : ` (${plain(description)})`}`;
    })
    .join(" ");
}

function chosen(held: Value | undefined): readonly { readonly value: string }[] {
  const option = held?.selected_option ?? undefined;
  return option === undefined ? [] : [option];
}

function heldText(held: Value | undefined): string | undefined {
  const names = chosenNames(held);
  if (names.length > 0) return names.join(", ");
  return held === undefined ? undefined : heldByItself(held);
}

function heldByItself(held: Value): string | undefined {
  return held.value ?? held.selected_user ?? held.selected_date ?? undefined;
}

function chosenNames(held: Value | undefined): readonly string[] {
  const options = [...(held?.selected_options ?? []), held?.selected_option ?? undefined];
  const names = options.flatMap((option) => (option === undefined ? [] : [option.text.text]));
  return [...names, ...(held?.selected_users ?? [])];
}

function plain(text: Text): string {
  return text.type === "mrkdwn" ? unescaped(text.text) : text.text;
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function richText(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const own = new Map<string, unknown>(Object.entries(value));
  const text = own.get("text");
  if (typeof text === "string") return text;
  return [...own.values()].map(richText).join("");
}
