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

function toNearMatches(sample: string, letters: number): readonly string[] {
  const seeds = new Set([...Array.from(sample), "a", "A", "0", "-"]);
  const long = [sample, ...seeds].map((seed) => seed.repeat(letters));
  return [...long, ...long.map((text) => sample + text)].map(
    (text) => `${text.slice(0, letters - 1)}\n`,
  );
}
