import { isListed } from "../../unicode/look-alike.ts";
import { type BusinessProcess, writeProcess } from "../model/business-process.ts";
import { isOneOf, isSameName, toNameKey } from "../model/names.ts";
import { type Access } from "../model/permissions.ts";

/** One domain security policy, as public guides and the company's own files describe it. */
export interface CatalogueDomain {
  readonly name: string;
  /** Its functional area, where a source says it. */
  readonly area?: string;
  /** Other spellings and old names. */
  readonly aliases: readonly string[];
  /** Whoever has it can change who may do what: refused, or approved by two where the owner allows it. */
  readonly administersSecurity: boolean;
  /** What vendors ask for on it; others are not forbidden. */
  readonly seenWith: readonly Access[];
  readonly description?: string;
  /** Public titles of the guides that name it. */
  readonly sources: readonly string[];
}

/** A web-service action of a business process that vendors need to initiate, as their guides spell it. */
export interface CatalogueProcess extends BusinessProcess {
  /** As of a domain; it counts for the policy, whichever action. */
  readonly administersSecurity: boolean;
  /** Its functional area, where a source says it. */
  readonly area?: string;
  readonly description?: string;
  /** Public titles of the guides that name it. */
  readonly sources: readonly string[];
}

/** Whose spelling it is: a tenant may spell it otherwise. */
export function describeSpelling({ sources }: CatalogueProcess): readonly string[] {
  return sources.length === 0 ? [] : [`spelled as in: ${sources.join("; ")}`];
}

/** What one file says. */
export interface CatalogueContent {
  readonly functionalAreas: readonly string[];
  readonly domains: readonly CatalogueDomain[];
  readonly businessProcesses: readonly CatalogueProcess[];
}

/** How a typed name was recognised. */
interface Known {
  readonly domain: CatalogueDomain;
  /** It was found by another spelling than its own. */
  readonly isAlias: boolean;
}

export interface Catalogue extends CatalogueContent {
  readonly find: (name: string) => Known | undefined;
}

/**
 * Puts files together: a later entry replaces an earlier one of the same name or policy. A mark is never lost that way:
 * what any file marks as administering security, under whatever spelling, stays marked.
 */
export function createCatalogue(files: readonly CatalogueContent[]): Catalogue {
  const all = files.flatMap(({ domains }) => domains);
  const marked = all.filter(isMarked);
  const domains = latest(all).map((domain) => keepMark(domain, marked));
  const byName = new Map(domains.map((domain) => [toNameKey(domain.name), domain]));
  const byAlias = new Map(
    domains.flatMap((domain) => domain.aliases.map((alias) => [toNameKey(alias), domain])),
  );
  return {
    domains,
    functionalAreas: unique(files.flatMap(({ functionalAreas }) => functionalAreas)).toSorted(),
    businessProcesses: latestProcesses(files),
    find: (name) => {
      const own = byName.get(toNameKey(name));
      if (own !== undefined) return { domain: own, isAlias: false };
      const other = byAlias.get(toNameKey(name));
      return other === undefined ? undefined : { domain: other, isAlias: true };
    },
  };
}

function latest(domains: readonly CatalogueDomain[]): readonly CatalogueDomain[] {
  const byName = new Map(domains.map((domain) => [toNameKey(domain.name), domain]));
  return [...byName.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** A policy may have several actions: a file that names a policy replaces all that earlier files say of it. */
function latestProcesses(files: readonly CatalogueContent[]): readonly CatalogueProcess[] {
  const byPolicy = new Map<string, readonly CatalogueProcess[]>();
  for (const { businessProcesses } of files) {
    const own = Map.groupBy(businessProcesses, ({ policy }) => toNameKey(policy));
    for (const [policy, processes] of own) byPolicy.set(policy, processes);
  }
  const marked = files
    .flatMap(({ businessProcesses }) => businessProcesses.filter(isMarked))
    .map(({ policy }) => policy);
  return [...byPolicy.values()]
    .flat()
    .map((process) =>
      isOneOf(process.policy, marked) ? { ...process, administersSecurity: true } : process,
    )
    .toSorted((one, other) => writeProcess(one).localeCompare(writeProcess(other)));
}

function isMarked({ administersSecurity }: Pick<CatalogueDomain, "administersSecurity">): boolean {
  return administersSecurity;
}

/** Marked under one name is marked under all of them, and refused by the spellings of every file. */
function keepMark(domain: CatalogueDomain, marked: readonly CatalogueDomain[]): CatalogueDomain {
  const names = namesOf(domain);
  const same = marked.filter((other) => namesOf(other).some((name) => isOneOf(name, names)));
  if (same.length === 0) return domain;
  const aliases = unique([...domain.aliases, ...same.flatMap(namesOf)]);
  return {
    ...domain,
    administersSecurity: true,
    aliases: aliases.filter((name) => !isSameName(name, domain.name)),
  };
}

/** What a tenant refuses, and what it allows only with two approvers: domains, and policies of business processes. */
export interface Guarded {
  readonly refusedDomains: readonly string[];
  readonly sensitiveDomains: readonly string[];
}

/**
 * Everything that the catalogue marks is refused, and what the tenant refuses besides; only what the owner
 * names as sensitive is let through. Each domain counts under every spelling that the catalogue knows.
 */
export function guardDomains(catalogue: Catalogue, said: Guarded): Guarded {
  const sensitiveDomains = spellOut(catalogue, said.sensitiveDomains);
  const marked = [
    ...catalogue.domains.filter(isMarked).flatMap(namesOf),
    ...catalogue.businessProcesses.filter(isMarked).map(({ policy }) => policy),
  ];
  const refused = marked.filter((name) => !isListed(name, sensitiveDomains));
  return {
    refusedDomains: unique([...refused, ...spellOut(catalogue, said.refusedDomains)]),
    sensitiveDomains,
  };
}

/** Each name in every spelling that is known of it. */
function spellOut(catalogue: Catalogue, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const known = catalogue.find(name);
    return known === undefined ? [name] : namesOf(known.domain);
  });
}

/** Whether a domain administers security, as this tenant sees it: refused, or let through by its owner. */
export function isGuarded({ refusedDomains, sensitiveDomains }: Guarded, domain: string): boolean {
  return isListed(domain, refusedDomains) || isListed(domain, sensitiveDomains);
}

function namesOf({ name, aliases }: CatalogueDomain): readonly string[] {
  return [name, ...aliases];
}

function unique(names: readonly string[]): readonly string[] {
  return [
    ...new Map(names.toReversed().map((name) => [toNameKey(name), name])).values(),
  ].toReversed();
}
