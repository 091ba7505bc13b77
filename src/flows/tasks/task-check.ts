/** What a look came to, right after somebody said that a task is done. */
export type TaskCheck =
  | { readonly kind: "shown" }
  /** What was seen in place of it, a sentence each. */
  | { readonly kind: "not-shown"; readonly words: readonly string[] }
  /** Nothing that the tenant shows to the bot could tell. */
  | { readonly kind: "on-trust" };

const mostSaid = 5;

/** What somebody reads whose task does not show. */
export function describeNotShown(words: readonly string[]): string {
  const said = words.slice(0, mostSaid).join(" ");
  const more = words.length > mostSaid ? ` And ${words.length - mostSaid} more.` : "";
  return `It was reported as done, and Workday shows otherwise: ${said}${more} Do what is missing, then press Try again.`;
}
