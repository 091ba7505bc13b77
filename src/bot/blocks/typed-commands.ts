/** Commands that texts of many rooms tell people to type, as Slack shows what is to be typed. */

/** Lists the reader's requests; with a request's id or an account's name, tells of one. */
export function typeStatus(about = ""): string {
  return toType("/workday-isu status", about);
}

/** Asks for a new integration user. */
export function typeCreate(recipe = ""): string {
  return toType("/workday-isu create", recipe);
}

/** Lists what vendors' guides ask for; with a recipe's name, all of that one. */
export function typeRecipes(recipe = ""): string {
  return toType("/workday-isu recipes", recipe);
}

function toType(typed: string, rest: string): string {
  return `\`${`${typed} ${rest}`.trimEnd()}\``;
}
