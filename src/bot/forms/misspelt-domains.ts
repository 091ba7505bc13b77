import { readPasted } from "../../flows/intake/pasted-domains.ts";
import { isOneOf } from "../../flows/model/names.ts";
import { accesses, listPermissions } from "../../flows/model/permissions.ts";
import type { FieldProblems, RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Entries } from "../../flows/tenant/search-catalogue.ts";
import { findTypo } from "../../flows/text/nearest.ts";

/** What counts as spelled right, whatever the catalogue says. */
interface Known {
  readonly catalogue: Entries;
  /** Such as what the recipe names, or what the tenant shows. */
  readonly also: readonly string[];
}

/**
 * Names with a letter or two wrong, on the field where each was entered. A name that is like none is left alone: a
 * tenant may call its domains otherwise. One in quotes is meant as it is spelled.
 */
export function findMisspelt(
  { domains, otherDomains = "" }: Pick<RawDraft, "domains" | "otherDomains">,
  { catalogue, also }: Known,
): FieldProblems {
  const names = catalogue.domains.flatMap(({ name, aliases }) => [name, ...aliases]);
  const { permissions, strays, quoted } = readPasted(otherDomains);
  const right = [...also, ...quoted];
  const known = [...names, ...also];
  function describe(typed: readonly string[]): string | undefined {
    const [problem] = typed
      .filter((domain) => !isOneOf(domain, right) && !isOneOf(domain, names))
      .flatMap((domain) => describeTypo(domain, findTypo(domain, known)) ?? []);
    return problem;
  }
  const chosen = accesses.map((access) => [access, describe(toLines(domains[access]))] as const);
  const pasted = [...listPermissions(permissions).map(({ domain }) => domain), ...strays];
  const all = [...chosen, ["otherDomains", describe(pasted)] as const];
  return Object.fromEntries(all.filter(([, problem]) => problem !== undefined));
}

function toLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function describeTypo(typed: string, meant: string | undefined): string | undefined {
  return meant === undefined
    ? undefined
    : `The bot knows no domain “${typed}”. Did you mean “${meant}”? If your tenant spells it as you did, write it in quotes under “More domains”.`;
}

/** Every domain that a recipe names. */
export function listDomainsOf(recipe: Recipe | undefined): readonly string[] {
  if (recipe === undefined) return [];
  const { permissions, optional = [], open = [] } = recipe;
  return [...listPermissions(permissions), ...optional, ...open].map(({ domain }) => domain);
}
