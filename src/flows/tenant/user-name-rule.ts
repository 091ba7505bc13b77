/** How a tenant's accounts are called. An operator wrote it. */
export interface UserNameRule {
  /** A regular expression that a part of each name matches. */
  readonly pattern: string;
  /** What it asks for, in words. */
  readonly words: string;
}

/** Longer ones are refused: a pattern is not asked about more. */
export const mostUserNameLetters = 100;

/** The rule that a name of at most {@link mostUserNameLetters} breaks, in words; `undefined` where it breaks none. */
export function describeBrokenRule(
  name: string,
  { userNameRule: rule }: { readonly userNameRule?: UserNameRule },
): string | undefined {
  if (rule === undefined || new RegExp(rule.pattern, "u").test(name)) return undefined;
  return `This tenant's naming rule: ${rule.words}`;
}
