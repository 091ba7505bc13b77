import { styleText } from "node:util";
import { scene } from "../scene.ts";

/** What the demo tells, as plain text for a reader. */
export interface Transcript {
  readonly chapter: (title: string) => void;
  /** One thing that somebody does, or that is to be known. */
  readonly tell: (sentence: string) => void;
  /** What somebody sees; with `only`, the lines that match. */
  readonly see: (where: string, text: string, only?: RegExp) => void;
}

const widest = 110;
const mostLines = 20;

export function createTranscript(write: (text: string) => void): Transcript {
  let chapters = 0;
  return {
    chapter: (title) => {
      chapters += 1;
      const heading = `${chapters}. ${title}`;
      write(`\n${styleText("bold", heading)}\n${"=".repeat(heading.length)}\n`);
    },
    tell: (sentence) => write(`\n${sentence}\n`),
    see: (where, text, only) => {
      const lines = text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && isWanted(line, only))
        .map(withoutMarkup);
      const shown = lines.slice(0, mostLines).flatMap(wrap);
      const rest = lines.length - mostLines;
      const more = rest > 0 ? `  | … ${rest} more ${rest === 1 ? "line" : "lines"}\n` : "";
      const none = lines.length === 0 ? " nothing yet" : "";
      write(`  ${where}:${none}\n${shown.map((line) => `  | ${line}\n`).join("")}${more}`);
    },
  };
}

/** A heading is told by its mark, the rest by what somebody reads. */
function isWanted(line: string, only: RegExp = /^/): boolean {
  return only.test(line) || only.test(withoutMarkup(line));
}

/** Breaks a long line between words; what follows is indented. */
function wrap(line: string): readonly string[] {
  const [first = "", ...words] = line.split(" ");
  const wrapped = [first];
  for (const word of words) {
    const last = wrapped.at(-1) ?? "";
    if (last.length + word.length < widest) wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(`    ${word}`);
  }
  return wrapped;
}

const channels = new Map<string, string>([[scene.channel, "#workday-access"]]);

const names = new Map<string, string>(
  Object.values(scene.people).map(({ id, realName }) => [id, realName.split(" ")[0] ?? id]),
);

/** Slack's markup, and the sandbox's own for windows, as somebody reads it who knows neither. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, "$1")
    .replace(/<!subteam\^[^>]*>/g, "@security")
    .replace(/<!(channel|here|everyone)>/g, "@$1")
    .replace(/<@(\w+)>/g, (_mention, id: string) => names.get(id) ?? id)
    .replace(/<#(\w+)(?:\|[^>]*)?>/g, (_channel, id: string) => channels.get(id) ?? id)
    .replace(/<(?:https?|mailto):[^|>]+\|([^>]*)>/g, "$1")
    .replace(/<((?:https?|mailto):[^|>]+)>/g, "$1")
    .replace(/(?<![\w*])\*(\S[^*\n]*)\*/g, "$1")
    .replace(/(?<![\w_])_(\S[^_\n]*)_(?!\w)/g, "$1")
    .replace(/(?<![\w~])~(\S[^~\n]*)~(?!\w)/g, "$1")
    .replace(/^`([^`\n]+)` (?=\w)/gm, "$1   ")
    .replaceAll("`", "")
    .replace(/^#{1,2} /gm, "")
    .replace(/: \{\}$/gm, ": (empty)")
    .replace(/: \{Type to search\}$/gm, ": (type to search)")
    .replace(/: \{([^{}"\n]*)\}$/gm, ": $1");
}
