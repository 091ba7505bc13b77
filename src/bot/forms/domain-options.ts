import { type Catalogue, type CatalogueDomain, isGuarded } from "../../flows/tenant/catalogue.ts";
import { searchDomains, shelve } from "../../flows/tenant/search-catalogue.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { findTypo } from "../../flows/text/nearest.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { plain } from "../blocks/block.ts";
import {
  type Group,
  type Option,
  offerTyped,
  optionLength,
  optionLimit,
} from "../blocks/search-options.ts";

/** Most domains under one access, here as in what is checked afterwards. */
export const chosenLimit = 60;

/** A name that fits into an option whole; every other has to be typed. */
export function isOffered(domain: string): boolean {
  return domain.length <= optionLength;
}

/** A domain that is chosen already. */
export function chosenOption(domain: string): Option {
  return { text: plain(domain, optionLength), value: domain };
}

/** Where domains are offered: what its tenant guards, and the names that the tenant has, as far as they are known. */
type Offering = Pick<Tenant, "refusedDomains" | "sensitiveDomains"> & {
  readonly inTenant?: readonly string[];
};

/**
 * The domains that answer what was typed, by functional area, then those that the tenant has and no guide names; and the
 * typed text itself, known or not.
 */
export function suggestDomains(catalogue: Catalogue, tenant: Offering, typed: string): Group[] {
  const text = typed.replace(/\s+/g, " ").trim();
  const unlisted = (tenant.inTenant ?? []).filter(
    (name) => isOffered(name) && catalogue.find(name) === undefined,
  );
  const isKnown =
    text === "" || catalogue.find(text) !== undefined || unlisted.some((name) => name === text);
  const own = isKnown ? [] : [offerTyped({ text, value: text }, "More domains")];
  const all = { domains: [...catalogue.domains, ...unlisted.map(toUnlisted)] };
  const found = findDomains(all, text).slice(0, optionLimit - own.length);
  const shelves = shelve({ domains: found, businessProcesses: [] });
  const groups = shelves.map(({ label, domains }) => ({
    label: plain(label, optionLength),
    options: domains.map((domain) => knownOption(domain, tenant)),
  }));
  return [...groups, ...own];
}

/** On a shelf of its own: what it opens stands in no guide. */
function toUnlisted(name: string): CatalogueDomain {
  const nothing = { aliases: [], administersSecurity: false, seenWith: [], sources: [] };
  return { name, area: "In this tenant, in no guide", ...nothing };
}

/** What answers the text; where nothing does, what it is a letter or two away from. */
function findDomains(
  catalogue: Pick<Catalogue, "domains">,
  text: string,
): readonly CatalogueDomain[] {
  const found = searchDomains(catalogue, text);
  if (found.length > 0) return found;
  const names = catalogue.domains.map(({ name }) => name);
  const meant = findTypo(text, names);
  return catalogue.domains.filter(({ name }) => name === meant);
}

function knownOption(
  domain: CatalogueDomain,
  tenant: Pick<Tenant, "refusedDomains" | "sensitiveDomains">,
): Option {
  const note = describe(domain, tenant);
  const value = truncate(domain.name, optionLength);
  const text = plain(value, optionLength);
  return note === undefined ? { text, value } : { text, value, description: plain(note, 75) };
}

function describe(
  { name, description, seenWith }: CatalogueDomain,
  tenant: Pick<Tenant, "refusedDomains" | "sensitiveDomains">,
): string | undefined {
  if (isGuarded({ ...tenant, sensitiveDomains: [] }, name)) {
    return "Administers security: refused in this tenant";
  }
  if (isGuarded(tenant, name)) return "Administers security: two people approve it";
  return description ?? (seenWith.length > 0 ? `Seen with ${seenWith.join(", ")}` : undefined);
}

/** The name that an option's value stands for; absent where it was cut and nothing in the catalogue is cut so. */
export function readOption(
  value: string,
  { domains }: Pick<Catalogue, "domains">,
): string | undefined {
  if (!value.endsWith("…")) return value;
  return domains.find(({ name }) => truncate(name, optionLength) === value)?.name;
}
