import { truncate } from "../../flows/text/truncate.ts";

/**
 * Most characters of a whole message's blocks, as JSON. Slack refuses a message with `msg_blocks_too_long`
 * at about 13,200 and documents no limit; seen with less when there are many small blocks.
 * @see slackapi/bolt-js issues 2509 and 2867
 */
export const messageLimit = 11_000;

/** Most blocks of a message; Slack takes 50. */
export const messageBlocks = 48;

/** Most characters of a section's text. */
export const sectionLimit = 3000;

/** Most characters that a button carries. */
export const buttonLimit = 2000;

/** As many whole lines as fit into `most` characters, and how many did not. */
export function fitLines(
  lines: readonly string[],
  most: number,
): { readonly text: string; readonly left: number } {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += weigh(line) + 2;
    if (length > most) break;
    kept.push(line);
  }
  return { text: kept.join("\n"), left: lines.length - kept.length };
}

/** Lines within `most` characters; the last says how many more there are. */
export function cutLines(lines: readonly string[], most: number, where = ""): string {
  const { text, left } = fitLines(lines, most - 60);
  if (left === 0) return text;
  const more = `and ${left} more${where === "" ? "" : `: ${where}`}`;
  return text === "" ? more : `${text}\n${more}`;
}

/** All lines, in as few pieces of `most` characters as it takes. A longer line is cut. */
export function packLines(lines: readonly string[], most: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const line of lines) {
    const short = truncate(line, most);
    const joined = piece === "" ? short : `${piece}\n${short}`;
    if (joined.length <= most) {
      piece = joined;
      continue;
    }
    pieces.push(piece);
    piece = short;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

/** Characters of a text as they stand in JSON. */
function weigh(text: string): number {
  return JSON.stringify(text).length - 2;
}

/** Cuts a text so that it takes at most `most` characters in JSON. */
export function cutToWeight(text: string, most: number): string {
  let short = truncate(text, most);
  while (weigh(short) > most) short = truncate(short, Math.floor(short.length * 0.9));
  return short;
}
