/**
 * Characters that nobody sees: what Unicode calls default-ignorable (variation selectors, fillers, joiners), control and
 * format characters (such as the one that turns the direction of writing), line and paragraph separators, halves of a
 * broken pair, and the empty Braille pattern.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{2800}]/gu;

/** Most that one sentence names. */
const mostNamed = 5;

/** What to do about the first name that holds invisible characters; `undefined` where none does. */
export function describeInvisible(...names: readonly string[]): string | undefined {
  const name = names.find((one) => one.search(invisible) >= 0);
  if (name === undefined) return undefined;
  const found = [...new Set(name.match(invisible))];
  const what = found.length === 1 ? "character" : "characters";
  const points = found.slice(0, mostNamed).map(describePoint).join(", ");
  const rest = Array.from(name.replaceAll(invisible, "")).slice(0, 60).join("");
  return `Remove the invisible ${what} ${points} from “${rest}”: type it again by hand.`;
}

/**
 * The same of free text, where line breaks and tabs are meant, and emoji: the invisible characters within one that Unicode
 * lists hide nothing.
 * @see Unicode Technical Standard #51, RGI emoji
 */
export function describeInvisibleInText(text: string): string | undefined {
  return describeInvisible(text.replaceAll(/\p{RGI_Emoji}|[\t\r\n]/gv, " "));
}

/** A code point as it is written: `U+FE0F`. */
export function describePoint(character: string): string {
  const point = Number(character.codePointAt(0));
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Text without what nobody sees: a name cannot turn the direction of what stands behind it. */
export function toVisible(text: string): string {
  return text.replaceAll(invisible, "").trim();
}
