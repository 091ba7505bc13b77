import { z } from "zod";
import { isQuickPattern } from "./quick-pattern.ts";

/**
 * A regular expression that somebody set, and people's texts are held against: one that is slow with what they may type
 * would stop the bot, and is refused.
 *
 * @param mostLetters of such a text: longer ones are refused before
 * @param toRegExp what the bot makes of it, such as one for the whole of a text
 */
export function aPattern(mostLetters: number, toRegExp = toPlain): z.ZodType<string, string> {
  return z
    .string()
    .max(500)
    .refine(isPattern, { error: "a regular expression", abort: true })
    .refine((text) => isQuickPattern(toRegExp(text), mostLetters), {
      error: `a regular expression that is quick with any text of ${mostLetters} letters`,
      abort: true,
    });
}

function toPlain(text: string): RegExp {
  return new RegExp(text, "u");
}

function isPattern(text: string): boolean {
  try {
    return toPlain(text) instanceof RegExp;
  } catch {
    return false;
  }
}
