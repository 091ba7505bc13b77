import { describePoint } from "./invisible.ts";

/**
 * Scripts that people write names in today, each a way of writing; Latin stands beside Chinese, Japanese and Korean, which
 * look like no Latin letter.
 * @see Unicode Standard Annex #31, table 5, Recommended Scripts; Technical Standard #39, section 5.2, Highly Restrictive
 */
const writings = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Hangul"],
  ["Latin", "Han", "Bopomofo"],
  ...[
    "Arabic",
    "Armenian",
    "Bengali",
    "Cyrillic",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Greek",
    "Gujarati",
    "Gurmukhi",
    "Hebrew",
    "Kannada",
    "Khmer",
    "Lao",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Sinhala",
    "Tamil",
    "Telugu",
    "Thaana",
    "Thai",
    "Tibetan",
  ].map((script) => [script]),
].map((scripts) => {
  const classes = ["Common", "Inherited", ...scripts].map((script) => `\\p{scx=${script}}`);
  return new RegExp(`^[${classes.join("")}]*$`, "u");
});

/** Whether a name mixes scripts that are not written together, or is of one that hardly anybody writes names in. */
export function isMixed(name: string): boolean {
  return !writings.some((writing) => writing.test(name));
}

/** Most characters that a line names. */
const mostNamed = 5;

/** Such a name, and which of its letters are not Latin. */
export function describeMixed(name: string): string {
  const others = [...new Set(name)].filter((one) => !/[\p{scx=Latin}\p{scx=Common}]/u.test(one));
  const points = others.slice(0, mostNamed).map((one) => `${one} ${describePoint(one)}`);
  return `${name} (not Latin: ${points.join(", ")})`;
}
