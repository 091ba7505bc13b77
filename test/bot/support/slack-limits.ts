import { z } from "zod";

/** Slack's documented limits, by the field that they are for. Kept apart from the views' own numbers. */
const Text = z.object({ type: z.string(), text: z.string().min(1) });

const Node = z.record(z.string(), z.unknown());

/** Everything in a view or message that Slack would refuse, in words. */
export function breaches(shown: unknown, most: { readonly blocks: number }): readonly string[] {
  const { blocks } = z.object({ blocks: z.array(Node) }).parse(shown);
  const ids = blocks.flatMap(({ block_id: id }) => (typeof id === "string" ? [id] : []));
  return [
    ...(blocks.length > most.blocks ? [`${blocks.length} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ["two blocks with one id"] : []),
    ...walk(shown, "view"),
  ];
}

/** Longest text by where it stands: `parent/key`. */
const longest: Readonly<Record<string, number>> = {
  "view/title": 24,
  "view/submit": 24,
  "view/close": 24,
  "section/text": 3000,
  "header/text": 150,
  "input/label": 2000,
  "input/hint": 2000,
  "plain_text_input/placeholder": 150,
  "external_select/placeholder": 150,
  "button/text": 75,
  "option/text": 75,
  "option/description": 75,
  "confirm/title": 100,
  "confirm/text": 300,
  "confirm/confirm": 30,
  "confirm/deny": 30,
};

const strings: Readonly<Record<string, number>> = {
  private_metadata: 3000,
  action_id: 255,
  block_id: 255,
  callback_id: 255,
  value: 2000,
  initial_value: 3000,
};

function walk(node: unknown, parent: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((child) => walk(child, parent));
  const read = Node.safeParse(node);
  if (!read.success) return [];
  return Object.entries(read.data).flatMap(([key, value]) => [
    ...checkText(`${kindOf(read.data, parent)}/${key}`, value),
    ...checkString(key, value),
    ...walk(value, ["confirm", "options"].includes(key) ? nameOf(key) : kindOf(read.data, parent)),
  ]);
}

function nameOf(key: string): string {
  return key === "options" ? "option" : key;
}

function kindOf({ type }: Record<string, unknown>, parent: string): string {
  if (parent === "confirm" || parent === "option") return parent;
  return typeof type === "string" && type !== "modal" ? type : parent;
}

function checkText(where: string, value: unknown): readonly string[] {
  const most = longest[where];
  const read = Text.safeParse(value);
  if (most === undefined || !read.success) return [];
  return read.data.text.length > most ? [`${where} has ${read.data.text.length}`] : [];
}

function checkString(key: string, value: unknown): readonly string[] {
  const most = strings[key];
  if (most === undefined || typeof value !== "string") return [];
  return value.length > most ? [`${key} has ${value.length}`] : [];
}

/** Every `mrkdwn` text in what is shown. */
export function listMrkdwn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(listMrkdwn);
  const read = Node.safeParse(node);
  if (!read.success) return [];
  const { type, text } = read.data;
  const own = type === "mrkdwn" && typeof text === "string" ? [text] : [];
  return [...own, ...Object.values(read.data).flatMap(listMrkdwn)];
}
