import type { Secret } from "./secret.ts";

/** Takes known secret values out of text. */
export interface Redactor {
  /**
   * Learns a value besides the configured ones: a password that the bot made, or what somebody entered who has
   * proven who they are. After a thousand, whichever was learnt first is forgotten.
   */
  readonly know: (secret: Secret) => void;
  /** Learns a configured value that has changed: neither it nor the one before is ever forgotten. */
  readonly keep: (secret: Secret) => void;
  readonly scrub: (text: string) => string;
}

const mostLearnt = 1_000;

/** Shorter values are not looked for: they stand in any text, and would blank it. */
const shortest = 6;

/**
 * The last line of defence before a text leaves the process. It knows each value as it is and as JSON,
 * XML, a URL or base64 would spell it. The configured values are never forgotten. It is for the values of a
 * line, never for the line: a value that is learnt may spell what a line is made of.
 */
export function createRedactor(configured: readonly Secret[]): Redactor {
  let permanent = configured.flatMap(spellingsOf);
  const learnt = new Map<string, readonly string[]>();
  let all = permanent;

  function gather(): void {
    all = [...permanent, ...[...learnt.values()].flat()];
  }

  return {
    keep: (secret) => {
      permanent = [...new Set([...permanent, ...spellingsOf(secret)])];
      gather();
    },
    know: (secret) => {
      const spellings = spellingsOf(secret);
      if (spellings.length === 0) return;
      learnt.delete(secret.reveal());
      learnt.set(secret.reveal(), spellings);
      const [first] = learnt.keys();
      if (learnt.size > mostLearnt && first !== undefined) learnt.delete(first);
      gather();
    },
    scrub: (text) => hide(text, findAll(text, all)),
  };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function findAll(text: string, spellings: readonly string[]): readonly Place[] {
  const places: Place[] = [];
  for (const spelling of spellings) {
    let from = text.indexOf(spelling);
    for (; from !== -1; from = text.indexOf(spelling, from + 1)) {
      places.push({ from, to: from + spelling.length });
    }
  }
  return places.toSorted((one, other) => one.from - other.from);
}

/** Hides all places at once: what is hidden of one value never gives away the rest of another beside it. */
function hide(text: string, places: readonly Place[]): string {
  let clean = "";
  let hiddenTo = 0;
  for (const { from, to } of places) {
    if (from >= hiddenTo) clean += `${text.slice(hiddenTo, from)}[secret]`;
    hiddenTo = Math.max(hiddenTo, to);
  }
  return clean + text.slice(hiddenTo);
}

function spellingsOf(secret: Secret): readonly string[] {
  const value = secret.reveal();
  if (value.length < shortest) return [];
  const xml = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const base64 = Buffer.from(value, "utf8").toString("base64");
  const spellings = [
    value,
    JSON.stringify(value).slice(1, -1),
    xml,
    xml.replaceAll('"', "&quot;").replaceAll("'", "&apos;"),
    encodeURIComponent(value.toWellFormed()),
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
  ];
  return [...new Set(spellings)];
}
