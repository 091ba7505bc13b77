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

/** The name that was meant by one with a letter or two wrong; absent where none is that near, or it is right. */
export function findTypo(typed: string, names: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  if (word.length < shortestTyped) return undefined;
  const near = names
    .filter(({ length }) => length - word.length <= mostWrong && word.length - length <= mostWrong)
    .map((name) => ({ name, distance: distanceOf(word, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= mostWrong)
    .toSorted((one, other) => one.distance - other.distance);
  const [first] = near;
  return first === undefined || first.distance === 0 ? undefined : first.name;
}

/** Of a shorter word two letters are too much of it. */
const shortestTyped = 6;
const mostWrong = 2;

/** Such a name is meant however much is missing; what is nearer comes before it all the same. */
function isPart(word: string, name: string): boolean {
  return word.length >= 3 && (name.includes(word) || word.includes(name));
}

function distanceOf(word: string, name: string): number {
  return edits(word.slice(0, 150), name.slice(0, 150));
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

/** What somebody may have meant by a name that is not there, to stand behind it; nothing where no name is near. */
export function askMeant(typed: string, names: readonly string[]): string {
  const near = nearest(typed, names).map((name) => `"${name}"`);
  return near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
}
