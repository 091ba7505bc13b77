/** Whether two values hold the same, in whichever order they hold their parts. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return toKey(one) === toKey(other);
}

function toKey(value: unknown): string {
  return JSON.stringify([value], (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
