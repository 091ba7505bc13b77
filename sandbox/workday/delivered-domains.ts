import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { acmeDomains } from "./acme-domains.ts";

const Catalogue = z.object({ domains: z.array(z.object({ name: z.string() })) });

/**
 * Every domain that guides of vendors name, beside the tenant's own: a real tenant has them all, so that whoever plays
 * can ask for any recipe. One that differs only in case is the tenant's.
 */
export function readDeliveredDomains(): readonly string[] {
  const text = readFileSync(new URL("../../catalogue/domains.yml", import.meta.url), "utf8");
  const own = new Set(acmeDomains.map((name) => name.toLowerCase()));
  const others = Catalogue.parse(parse(text)).domains.map(({ name }) => name);
  return [...acmeDomains, ...others.filter((name) => !own.has(name.toLowerCase()))];
}
