import { matchesPart } from "../../pattern.ts";

/** How a tenant's accounts are called. An operator wrote it. */
export interface UserNameRule {
  /** A regular expression that a part of each name matches. */
  readonly pattern: string;
  /** What it asks for, in words. */
  readonly words: string;
}

/** The rule that a name breaks, in words; `undefined` where it breaks none. */
export function describeBrokenRule(
  name: string,
  { userNameRule: rule }: { readonly userNameRule?: UserNameRule },
): string | undefined {
  if (rule === undefined || matchesPart(name, rule.pattern)) return undefined;
  return `This tenant's naming rule: ${rule.words}`;
}
