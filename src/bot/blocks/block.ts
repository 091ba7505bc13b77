import type { types } from "@slack/bolt";
import { truncate } from "../../flows/text/truncate.ts";
import { messageBlocks, messageLimit, packLines, sectionLimit } from "./slack-limits.ts";

export type Block = types.KnownBlock;
export type Modal = types.ModalView;
type Plain = types.PlainTextElement;
type Mrkdwn = types.MrkdwnElement;

/** What goes into a channel. `text` is what notifications and screen readers give. */
export interface Message {
  readonly text: string;
  readonly blocks: Block[];
}

/** Text as it is: what people typed goes here. */
export function plain(text: string, most = sectionLimit): Plain {
  return { type: "plain_text", text: truncate(text === "" ? " " : text, most), emoji: false };
}

/** `verbatim` keeps Slack from making links and mentions out of addresses and names by itself. */
function mrkdwn(text: string, most = sectionLimit): Mrkdwn {
  return { type: "mrkdwn", text: truncate(text, most), verbatim: true };
}

export function header(text: string): Block {
  return { type: "header", text: plain(text, 150) };
}

export function section(text: string): Block {
  return { type: "section", text: mrkdwn(text) };
}

/** A text with one button beside it; on a phone below it. */
export function sectionWithButton(text: string, spec: ButtonSpec): Block {
  return { type: "section", text: mrkdwn(text), accessory: button(spec) };
}

/** Short facts side by side, at most ten; on a phone one below the other. */
export function fields(texts: readonly string[]): Block {
  return { type: "section", fields: texts.slice(0, 10).map((text) => mrkdwn(text, 2000)) };
}

/** Slack folds a long section otherwise: for what nobody may overlook. */
export function expandedSection(text: string): Block {
  return { type: "section", text: mrkdwn(text), expand: true };
}

type Level = NonNullable<types.AlertBlock["level"]>;

/**
 * What nobody may overlook in a window: a danger, or why it is shown once more. Slack shows alerts in windows alone, and not
 * in every workspace; anywhere else their words are a section (`toShown`).
 */
export function alert(level: Level, text: string): Block {
  return { type: "alert", level, text: mrkdwn(text) };
}

/** An alert of words that people, Workday or a recipe wrote. */
export function plainAlert(level: Level, text: string): Block {
  return { type: "alert", level, text: plain(text) };
}

export function plainSection(text: string): Block {
  return { type: "section", text: plain(text) };
}

/** A list of any length in as many sections as it takes. */
export function plainSections(lines: readonly string[]): Block[] {
  return packLines(lines, sectionLimit).map((piece) => plainSection(piece));
}

export function context(text: string): Block {
  return { type: "context", elements: [mrkdwn(text, 2000)] };
}

export function plainContext(text: string): Block {
  return { type: "context", elements: [plain(text, 2000)] };
}

export const divider: Block = { type: "divider" };

export interface ButtonSpec {
  readonly id: string;
  readonly text: string;
  readonly value: string;
  readonly style?: "primary" | "danger";
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string };
}

export function buttons(specs: readonly ButtonSpec[]): Block {
  return { type: "actions", elements: specs.map(button) };
}

export function button({ id, text, value, style, confirm }: ButtonSpec): types.Button {
  return {
    type: "button",
    action_id: id,
    text: plain(text, 75),
    value,
    ...(style === undefined ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: toConfirm(confirm, style) }),
  };
}

function toConfirm(
  { title, text, yes }: NonNullable<ButtonSpec["confirm"]>,
  style: ButtonSpec["style"],
): types.ConfirmationDialog {
  return {
    title: plain(title, 100),
    text: plain(text, 300),
    confirm: plain(yes, 30),
    deny: plain("Cancel", 30),
    ...(style === undefined ? {} : { style }),
  };
}

/** Deals blocks out to as few messages as their size allows. */
export function paginate(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let weight = 0;
  for (const block of blocks) {
    const size = JSON.stringify(block).length + 1;
    if (page.length >= messageBlocks || (page.length > 0 && weight + size > messageLimit)) {
      pages.push(page);
      page = [];
      weight = 0;
    }
    page.push(block);
    weight += size;
  }
  return page.length === 0 ? pages : [...pages, page];
}
