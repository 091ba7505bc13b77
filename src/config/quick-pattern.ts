import { createContext, Script } from "node:vm";

/** A good pattern takes a few milliseconds for all of them together, and a bad one longer than anybody waits. */
const mostMs = 1000;

const tryAll = new Script("texts.forEach((text) => pattern.test(text))");

/**
 * Whether a pattern answers at once about texts of so many letters that nearly match: people type what it is asked about,
 * and one that tries every way to split them would stop the bot. It is asked about a few, so not every slow one is found.
 *
 * @param example a text that matches: what is tried is made of it
 */
export function isQuickPattern(pattern: RegExp, example: string, letters: number): boolean {
  const texts = toNearMatches(example, letters);
  try {
    tryAll.runInContext(createContext({ pattern, texts }), { timeout: mostMs });
    return true;
  } catch {
    return false;
  }
}

function toNearMatches(example: string, letters: number): readonly string[] {
  const seeds = [...new Set([...example.split(""), "a", "A", "0", "-"])];
  const long = [example, ...seeds].map((seed) => seed.repeat(letters));
  return [...long, ...long.map((text) => example + text)].map(
    (text) => `${text.slice(0, letters - 1)}\n`,
  );
}
