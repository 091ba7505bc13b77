import { z } from "zod";

/** Characters in a line on a phone. */
const width = 45;

const Text = z.object({ text: z.string() });
const Shown = z.object({
  type: z.string(),
  text: Text.optional(),
  fields: z.array(Text).optional(),
  elements: z.array(z.object({ text: z.union([z.string(), Text]).optional() })).optional(),
});

/** How many lines a message takes on a phone, as its blocks say, before Slack folds anything. */
export function countLines(blocks: readonly unknown[]): number {
  return blocks.map((block) => linesOf(Shown.parse(block))).reduce((sum, one) => sum + one, 0);
}

function linesOf({ type, text, fields = [], elements = [] }: z.infer<typeof Shown>): number {
  // Buttons stand side by side, two or three in a row.
  if (type === "actions") return Math.ceil(elements.length / 2);
  const texts = [...(text === undefined ? [] : [text]), ...fields].map((one) => one.text);
  const small = elements.map((one) => (typeof one.text === "string" ? one.text : ""));
  return [...texts, ...small].map(wrap).reduce((sum, one) => sum + one, 0);
}

function wrap(text: string): number {
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(asRead(line).length / width)))
    .reduce((sum, one) => sum + one, 0);
}

/** Without the marks of `mrkdwn`: a moment takes some eighteen characters, a mention some eight. */
function asRead(line: string): string {
  return line
    .replace(/<!date[^>]*>/g, "23 Nov at 09:00 am")
    .replace(/<[@!][^>]*>/g, "@someone")
    .replace(/<[^|>]*\|([^>]*)>/g, "$1")
    .replace(/[*`]/g, "");
}
