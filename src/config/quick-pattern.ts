import { createContext, Script } from "node:vm";
import { toSample } from "./sample-of.ts";

/** A good pattern takes a few milliseconds for all of them together, and a bad one longer than anybody waits. */
const mostMs = 500;

const tryAll = new Script("texts.forEach((text) => pattern.test(text))");

/**
 * Whether a pattern answers at once about texts of so many letters that nearly match: people type what it is asked about,
 * and one that tries every way to split them would stop the bot. It is asked about a few, so not every slow one is found.
 */
export function isQuickPattern(pattern: RegExp, letters: number): boolean {
  const texts = toNearMatches(toSample(pattern.source), letters);
  try {
    tryAll.runInContext(createContext({ pattern, texts }), { timeout: mostMs });
    return true;
  } catch {
    return false;
  }
}

/** What no pattern of a name or a number takes at the end: a space may be, and a mark may be. */
const endings = ["\n", "!"];

/** The sample up to each of its letters, with that one over and over, or the next with it; and with what else there is. */
function toNearMatches(sample: string, letters: number): readonly string[] {
  const known = Array.from(sample).slice(0, letters);
  const seeds = new Set([...known, "a", "A", "0", "-"]);
  const within = known.flatMap((letter, at) => {
    const before = known.slice(0, at).join("");
    const pair = letter + (known[at + 1] ?? "");
    return [letter, pair].map((seed) => before + seed.repeat(letters));
  });
  const long = [sample, ...seeds].map((seed) => seed.repeat(letters));
  const texts = [...long, ...long.map((text) => sample + text), ...within];
  return texts.flatMap((text) => endings.map((end) => text.slice(0, letters - 1) + end));
}
