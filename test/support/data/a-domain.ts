import type { CatalogueDomain, CatalogueProcess } from "../../../src/flows/tenant/catalogue.ts";

/** A domain of the catalogue that nothing is known of but its name. */
export function aDomain(name: string, changes: Partial<CatalogueDomain> = {}): CatalogueDomain {
  return {
    name,
    aliases: [],
    administersSecurity: false,
    seenWith: [],
    sources: ["A guide"],
    ...changes,
  };
}

/** A business process of the catalogue, with or without its action. */
export function aProcess(
  policy: string,
  action?: string,
  changes: Partial<CatalogueProcess> = {},
): CatalogueProcess {
  return {
    policy,
    ...(action !== undefined && { action }),
    administersSecurity: false,
    sources: ["A guide"],
    ...changes,
  };
}
