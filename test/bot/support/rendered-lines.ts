import { z } from "zod";

/** Characters in a line on a phone. */
const width = 45;

const Text = z.object({ text: z.string() });
const Shown = z.object({
  type: z.string(),
  text: Text.optional(),
  label: Text.optional(),
  hint: Text.optional(),
  fields: z.array(Text).optional(),
  accessory: z.object({ type: z.string() }).optional(),
  element: z
    .object({
      multiline: z.boolean().optional(),
      options: z.array(z.unknown()).optional(),
      type: z.string(),
    })
    .optional(),
  elements: z.array(z.object({ text: z.union([z.string(), Text]).optional() })).optional(),
});

/** How many lines a message, a window or a Home tab takes on a phone, as its blocks say, before Slack folds anything. */
export function countLines(blocks: readonly unknown[]): number {
  return blocks.map((block) => linesOf(Shown.parse(block))).reduce((sum, one) => sum + one, 0);
}

function linesOf(block: z.infer<typeof Shown>): number {
  const { type, fields = [], elements = [], accessory } = block;
  // Buttons stand side by side, two or three in a row.
  if (type === "actions") return Math.ceil(elements.length / 2);
  const texts = [block.label, block.text, ...fields, block.hint].flatMap((one) =>
    one === undefined ? [] : [one.text],
  );
  const small = elements.map((one) => (typeof one.text === "string" ? one.text : ""));
  const words = [...texts, ...small].map(wrap).reduce((sum, one) => sum + one, 0);
  return words + heightOf(block) + (accessory === undefined ? 0 : 1);
}

/** A field that takes several lines shows three; boxes and choices that stand open have a line each. */
function heightOf({ element }: z.infer<typeof Shown>): number {
  if (element === undefined) return 0;
  if (element.multiline === true) return 3;
  const isOpen = element.type === "checkboxes" || element.type === "radio_buttons";
  return isOpen ? (element.options ?? []).length : 1;
}

function wrap(text: string): number {
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(asRead(line).length / width)))
    .reduce((sum, one) => sum + one, 0);
}

/** Without the marks of `mrkdwn`: a moment takes some eighteen characters, a day twelve, a mention some eight. */
function asRead(line: string): string {
  return line
    .replace(/<!date[^>]*\{date_short\}\|[^>]*>/g, "Nov 23, 2026")
    .replace(/<!date[^>]*>/g, "23 Nov at 09:00 am")
    .replace(/<[@!][^>]*>/g, "@someone")
    .replace(/<[^|>]*\|([^>]*)>/g, "$1")
    .replace(/[*`]/g, "");
}
