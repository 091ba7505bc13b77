import table from "./confusables.json" with { type: "json" };

/**
 * Finds the name on a list that another one is, or could be taken for: whatever the case, the spacing, the width, invisible
 * characters, and letters of other scripts that look the same. Every list of names that the configuration or the catalogue
 * protects, refuses or marks is compared by this and by nothing else.
 *
 * It takes `i`, `l` and `1` for one letter, and `o` and `0`, since a capital I looks like a small l and names are compared
 * without case. Limits: only what Unicode's table calls confusable looks alike here, and not what a typeface makes so.
 * @see Unicode Technical Standard #39, version 17.0.0, section 4, Confusable Detection
 */
export function findAlike(name: string, names: readonly string[]): string | undefined {
  const index = indexOf(names);
  const look = looksOf(name).find((one) => index.has(one));
  return look === undefined ? undefined : index.get(look);
}

/** Whether a name is on such a list. */
export function isListed(name: string, names: readonly string[]): boolean {
  return findAlike(name, names) !== undefined;
}

/**
 * The same text for all names that look the same: a skeleton of the standard's, with case and compatibility forms folded,
 * taken until it is its own.
 */
export function toLook(name: string): string {
  let look = "";
  for (const character of name.normalize("NFD")) look += lookOf(character);
  look = look.normalize("NFD").replaceAll(/\s+/g, " ").trim();
  return look === name ? look : toLook(look);
}

function lookOf(character: string): string {
  return ignorable.test(character) ? "" : toPrototype(character).replaceAll("i", "l");
}

const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** What the table says of a character comes before its compatibility form: of a Greek ϲ, the one is c, the other ς. */
function toPrototype(character: string): string {
  prototypes ??= readTable();
  const shown = prototypes.get(character) ?? character.normalize("NFKD");
  return shown.toUpperCase().toLowerCase();
}

/** Read when the first name is compared. */
let prototypes: ReadonlyMap<string, string> | undefined;

function readTable(): ReadonlyMap<string, string> {
  const pairs = Object.entries(table.byPrototype).flatMap(([prototype, characters]) => {
    const shown = toText(prototype);
    return characters.split(" ").map((character) => [toText(character), shown] as const);
  });
  return new Map(pairs);
}

function toText(hexadecimal: string): string {
  const points = hexadecimal.split(" ").map((point) => Number.parseInt(point, 16));
  return String.fromCodePoint(...points);
}

/** By the list itself: a tenant's are compared with often, and never change. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** Of the names that were compared last: a card is rendered many times, and so is a list of domains. */
const looks = new Map<string, readonly string[]>();

const mostKept = 5000;

/**
 * As it is spelt, in either case, of which some letters' two look like different ones, and in its compatibility form. Of
 * ASCII all of these look the same.
 */
function looksOf(name: string): readonly string[] {
  const known = looks.get(name);
  if (known !== undefined) return known;
  const isPlain = /^[ -~]*$/.test(name);
  const forms = [name, name.toLowerCase(), name.toUpperCase(), name.normalize("NFKC")];
  const found = isPlain ? [toLook(name)] : forms.map(toLook);
  if (looks.size >= mostKept) looks.clear();
  looks.set(name, found);
  return found;
}

/** Each name under its looks. */
function indexOf(names: readonly string[]): ReadonlyMap<string, string> {
  const known = indexes.get(names);
  if (known !== undefined) return known;
  const index = new Map(
    names.flatMap((name) => looksOf(name).map((look) => [look, name] as const)),
  );
  indexes.set(names, index);
  return index;
}
