/** Names that somebody may have meant: the likeliest first, three at most. */
export function nearest(typed: string, names: readonly string[]): readonly string[] {
  const word = typed.toLowerCase();
  if (word === "") return [];
  return names
    .map((name) => ({ name, distance: distanceOf(word, name.toLowerCase()) }))
    .filter(
      ({ name, distance }) =>
        distance <= Math.min(3, word.length / 2) || isPart(word, name.toLowerCase()),
    )
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Such a name is meant however much is missing; what is nearer comes before it all the same. */
function isPart(word: string, name: string): boolean {
  return word.length >= 3 && (name.includes(word) || word.includes(name));
}

function distanceOf(word: string, name: string): number {
  return edits(word.slice(0, 60), name.slice(0, 60));
}

/** How many letters to add, drop or change (Levenshtein). */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index += 1) {
      const change = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
