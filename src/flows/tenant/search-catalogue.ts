import type { Catalogue, CatalogueDomain, CatalogueProcess } from "./catalogue.ts";

/** What an account can be allowed. */
export type Entries = Pick<Catalogue, "domains" | "businessProcesses">;

/** Entries that stand together: of one functional area, or of one family of names where no guide says the area. */
export interface Shelf extends Entries {
  readonly label: string;
}

/** How well a name answers what was typed; less is better. */
const ranks = { exact: 0, prefix: 1, wordStart: 2, contains: 3, words: 4 } as const;

/** The domains that answer what was typed, best first. Nothing typed gives all. */
export function searchDomains(
  { domains }: Pick<Catalogue, "domains">,
  typed: string,
): readonly CatalogueDomain[] {
  return search(domains, typed, ({ name, aliases }) => [name, ...aliases]);
}

/** The business processes that answer what was typed, by the policy, the action or both. */
export function searchProcesses(
  { businessProcesses }: Pick<Catalogue, "businessProcesses">,
  typed: string,
): readonly CatalogueProcess[] {
  return search(businessProcesses, typed, ({ policy, action }) =>
    action === undefined ? [policy] : [policy, action, `${policy} ${action}`],
  );
}

/**
 * The entries that answer what was typed, best first: the very name, a name that begins so, a word that
 * begins so, a part of a word, every typed word in any order. By another name as well, after names of the
 * same rank. Capitals and punctuation do not count.
 */
function search<Entry>(
  entries: readonly Entry[],
  typed: string,
  namesOf: (entry: Entry) => readonly string[],
): readonly Entry[] {
  const wanted = fold(typed);
  if (wanted === "") return entries;
  return entries
    .map((entry) => ({ entry, rank: rankOf(namesOf(entry), wanted) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

/** Stands between the names of one rank and the names of the next. */
const otherNameLag = 0.5;

function rankOf(names: readonly string[], wanted: string): number {
  const ranked = names.map(
    (name, at) => rankName(fold(name), wanted) + (at === 0 ? 0 : otherNameLag),
  );
  return ranked.reduce((best, rank) => (rank < best ? rank : best), Number.POSITIVE_INFINITY);
}

function rankName(name: string, wanted: string): number {
  if (name === wanted) return ranks.exact;
  if (name.startsWith(wanted)) return ranks.prefix;
  if (name.includes(` ${wanted}`)) return ranks.wordStart;
  if (name.includes(wanted)) return ranks.contains;
  const words = name.split(" ");
  const isEach = wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)));
  return isEach ? ranks.words : Number.POSITIVE_INFINITY;
}

/** Guides write both "Setup" and "Set Up"; what is neither letter nor digit only separates words. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bset up\b/g, "setup");
}

/** Puts entries on their shelves. Shelves come in the order of their first entry, domains before business processes. */
export function shelve({ domains, businessProcesses }: Entries): readonly Shelf[] {
  const byDomain = Map.groupBy(domains, shelfOf);
  const byProcess = Map.groupBy(businessProcesses, ({ area = processShelf }) => area);
  return [...new Set([...byDomain.keys(), ...byProcess.keys()])].map((label) => ({
    label,
    domains: byDomain.get(label) ?? [],
    businessProcesses: byProcess.get(label) ?? [],
  }));
}

const processShelf = "Business processes, area not stated";

function shelfOf({ area, name }: CatalogueDomain): string {
  if (area !== undefined) return area;
  const [family = "", rest] = name.split(":");
  return `${rest === undefined ? "Other" : family.trim()}, area not stated`;
}

/** The shelf that somebody means by its name, whole or by its beginning. */
export function findShelf(shelves: readonly Shelf[], typed: string): Shelf | undefined {
  const wanted = fold(typed);
  const named = shelves.find(({ label }) => fold(label) === wanted);
  return (
    named ?? shelves.find(({ label }) => fold(label.replace(/, area not stated$/, "")) === wanted)
  );
}
