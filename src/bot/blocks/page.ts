import { truncate } from "../../flows/text/truncate.ts";
import type { Block } from "./block.ts";
import { section } from "./block.ts";
import { fitLines, packLines } from "./slack-limits.ts";

/** Most characters of a page's lines, as JSON: the rest of the message has to fit too. */
const pageLimit = 8000;

/** Most characters of one line. */
const lineLimit = 2800;

/** As many lines, in `mrkdwn`, as fit into one message, one at least; and how many those are. */
export function fillPage(lines: readonly string[]): {
  readonly blocks: Block[];
  readonly shown: number;
} {
  const short = lines.map((line) => truncate(line, lineLimit));
  const { left } = fitLines(short, pageLimit);
  const shown = Math.max(short.length - left, Math.min(1, short.length));
  const pieces = packLines(short.slice(0, shown), 2900);
  return { blocks: pieces.map((piece) => section(piece)), shown };
}
