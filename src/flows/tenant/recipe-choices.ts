import { isOneOf } from "../model/names.ts";
import { type Access, accesses, type Permissions } from "../model/permissions.ts";

/** What a requester decided where a recipe leaves something to them. */
export interface RecipeChoices {
  /** Optional domains that are wanted, by access. */
  readonly optional: Partial<Readonly<Record<Access, readonly string[]>>>;
  /** Every domain whose access the guide leaves open, decided or not. */
  readonly open: readonly OpenChoice[];
}

export interface OpenChoice {
  readonly domain: string;
  /** Accesses joined by `+`, {@link leftOut}, or nothing while it is undecided. */
  readonly choice: string;
}

/** The requester wants the domain with no access at all. */
export const leftOut = "none";

/** The choices that a domain with these accesses has: each by itself, all at once, none. */
export function listOpenChoices(may: readonly Access[]): readonly string[] {
  const together = may.length > 1 ? [may.join("+")] : [];
  return [...may, ...together, leftOut];
}

/** What a recipe leaves to the requester. */
interface LeftToChoose {
  readonly optional?: readonly { readonly domain: string; readonly access: Access }[];
  readonly open?: readonly { readonly domain: string }[];
}

/**
 * The choices as a form opens with them: nothing optional, and of each open domain nobody has said the access. None where
 * the recipe leaves nothing to choose.
 */
export function leaveUndecided({ optional = [], open = [] }: LeftToChoose): {
  readonly choices?: RecipeChoices;
} {
  if (optional.length + open.length === 0) return {};
  return { choices: { optional: {}, open: open.map(({ domain }) => ({ domain, choice: "" })) } };
}

/** What was typed without choices that its recipe does not leave any more: no form can ask for them. */
export function dropGoneChoices<Typed extends { readonly choices?: RecipeChoices }>(
  typed: Typed,
  { optional = [], open = [] }: LeftToChoose = {},
): Typed {
  if (typed.choices === undefined) return typed;
  const kept = accesses.flatMap((access) => {
    const offered = optional.filter((one) => one.access === access).map(({ domain }) => domain);
    const chosen = typed.choices?.optional[access]?.filter((domain) => offered.includes(domain));
    return chosen === undefined ? [] : [[access, chosen] as const];
  });
  const left = new Set(open.map(({ domain }) => domain));
  return {
    ...typed,
    choices: {
      optional: Object.fromEntries(kept),
      open: typed.choices.open.filter(({ domain }) => left.has(domain)),
    },
  };
}

/** Open domains that nobody has decided, in their order. */
export function listUndecided({ open }: RecipeChoices): readonly string[] {
  return open.filter(({ choice }) => toAccesses(choice) === undefined).map(({ domain }) => domain);
}

/** Adds what was chosen to what was typed. A domain that is there under an access already is not added again. */
export function mergeChoices(typed: Permissions, choices: RecipeChoices): Permissions {
  return {
    Get: merge(typed.Get, chosenFor("Get", choices)),
    Put: merge(typed.Put, chosenFor("Put", choices)),
    View: merge(typed.View, chosenFor("View", choices)),
    Modify: merge(typed.Modify, chosenFor("Modify", choices)),
  };
}

function chosenFor(access: Access, { optional, open }: RecipeChoices): readonly string[] {
  const decided = open.filter(({ choice }) => toAccesses(choice)?.includes(access) === true);
  return [...(optional[access] ?? []), ...decided.map(({ domain }) => domain)];
}

function merge(typed: readonly string[], chosen: readonly string[]): readonly string[] {
  const merged = [...typed];
  for (const domain of chosen) {
    if (!isOneOf(domain, merged)) merged.push(domain);
  }
  return merged;
}

function toAccesses(choice: string): readonly Access[] | undefined {
  if (choice === leftOut) return [];
  const named = choice.split("+");
  const known = accesses.filter((access) => named.includes(access));
  return known.length === named.length ? known : undefined;
}
