/** Names that somebody may have meant: the likeliest first, three at most. */
export function nearest(typed: string, names: readonly string[]): readonly string[] {
  const word = typed.toLowerCase();
  if (word === "") return [];
  return names
    .map((name) => ({ name, distance: distanceOf(word, name.toLowerCase()) }))
    .filter(
      ({ name, distance }) =>
        (distance <= 3 && distance <= word.length / 2) || isPart(word, name.toLowerCase()),
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
  let last = other.length;
  for (let at = 0; at < one.length; at += 1) {
    let [corner, left] = [at, at + 1];
    const others = row.slice(1).map((above, index) => {
      const change = corner + (one[at] === other[index] ? 0 : 1);
      [corner, left] = [above, smaller(change, smaller(above, left) + 1)];
      return left;
    });
    row = [at + 1, ...others];
    last = left;
  }
  return last;
}

function smaller(one: number, other: number): number {
  return one < other ? one : other;
}
