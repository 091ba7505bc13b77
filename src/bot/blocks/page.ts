import { truncate } from "../../flows/text/truncate.ts";
import type { Block } from "./block.ts";
import { section } from "./block.ts";
import { countTextLines } from "./phone-lines.ts";
import { fitLines, packLines } from "./slack-limits.ts";

/** Most characters of a page's lines, as JSON: the rest of the message has to fit too. */
const pageLimit = 8000;

/** Most characters of one line. */
const lineLimit = 2800;

/** Lines of a phone that a page takes where it has a button to the next one: two screens, with what stands around it. */
export const phonePage = 30;

/**
 * As many lines, in `mrkdwn`, as fit into one message, one at least; and how many those are.
 *
 * @param most the lines of a phone that they may take; one line may take several
 */
export function fillPage(
  lines: readonly string[],
  most = Number.POSITIVE_INFINITY,
): {
  readonly blocks: Block[];
  readonly shown: number;
} {
  const short = lines.map((line) => truncate(line, lineLimit));
  const { left } = fitLines(short, pageLimit);
  const fitting = Math.min(short.length - left, countWithin(short, most));
  const shown = Math.max(fitting, Math.min(1, short.length));
  const pieces = packLines(short.slice(0, shown), 2900);
  return { blocks: pieces.map((piece) => section(piece)), shown };
}

function countWithin(lines: readonly string[], most: number): number {
  let height = 0;
  const over = lines.findIndex((line) => {
    height += countTextLines(line);
    return height > most;
  });
  return over === -1 ? lines.length : over;
}
