/** Shortens to `most` UTF-16 units with an ellipsis, never through the middle of a character. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
