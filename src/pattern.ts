import { RE2JS } from "re2js";

/**
 * A regular expression that an operator wrote, and what people type is held against. RE2 takes time that grows with the
 * text alone, so nobody can stop the bot with a text that nearly matches. It has no lookaround and no back reference.
 * Nothing is kept: each call reads the pattern anew.
 *
 * @throws RE2JSSyntaxException where {@link isPattern} says no
 * @see https://github.com/google/re2/wiki/Syntax
 */
function toPattern(pattern: string): RE2JS {
  return RE2JS.compile(RE2JS.translateRegExp(pattern));
}

/**
 * Whether it is one: whoever reads a setting asks this before anybody matches by it. JavaScript has to know it too: what RE2
 * does not know behind a backslash would count as that letter.
 */
export function isPattern(pattern: string): boolean {
  try {
    const isKnown = new RegExp(pattern, "u") instanceof RegExp;
    return isKnown && !namedReference.test(pattern) && toPattern(pattern) instanceof RE2JS;
  } catch {
    return false;
  }
}

const namedReference = /(?<!\\)(?:\\\\)*\\k/;

/** Whether some part of a text matches. */
export function matchesPart(text: string, pattern: string): boolean {
  return toPattern(pattern).test(text);
}

/** Whether the whole of a text matches. */
export function matchesWhole(text: string, pattern: string): boolean {
  return toPattern(pattern).testExact(text);
}
