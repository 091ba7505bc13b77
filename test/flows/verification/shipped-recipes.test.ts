import { describe, expect, it } from "vitest";
import { listProbes } from "../../../src/bot/request-views/probes.ts";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import { listPermissions, type Permissions } from "../../../src/flows/model/permissions.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { makesAccount } from "../../../src/flows/tenant/recipe-requirements.ts";
import { readRecipes } from "../../../src/recipes.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

/** Where even what administers security may be asked for. */
const tenant = aTenant({ refusedDomains: [] });
const recipes = valueIn(readRecipes(["recipes"])).list();
const known = recipes.filter((recipe) => listPermissions(listAsked(recipe)).length > 0);

/** With what its guide calls optional as well, and every access of a domain whose access it leaves open. */
function listAsked({ permissions, optional = [], open = [] }: Recipe): Permissions {
  const all = { ...permissions };
  const left = open.flatMap(({ domain, accesses }) =>
    accesses.map((access) => ({ domain, access })),
  );
  for (const { domain, access } of [...optional, ...left]) {
    if (!all[access].includes(domain)) all[access] = [...all[access], domain];
  }
  return all;
}

/** A form filled from the recipe, with what only the company knows: its names, and its keys. */
function fill(recipe: Recipe): RawDraft {
  const everything = { ...recipe, permissions: listAsked(recipe) };
  // All of it is asked for already: nothing is left to choose.
  const { choices: _decided, ...filled } = fillFromRecipe(everything, tenant);
  const { signOn, group } = filled;
  return {
    ...filled,
    userName: "ISU_Recipe",
    groupName: "ISSG_Recipe",
    reason: "All of it",
    ...(signOn && { signOn: { ...signOn, ...keysOf(signOn) } }),
    ...(group?.groupType === "constrained" && {
      group: { ...group, organizations: "Acme Germany" },
    }),
  };
}

function keysOf({ x509, saml }: NonNullable<RawDraft["signOn"]>): Partial<RawDraft["signOn"]> {
  const idp = { samlIssuer: "https://idp.example", identityProviderKey: "IdP_Key" };
  return { ...(x509 && { x509Key: "Signing_Key" }), ...(saml && idp) };
}

/** A request for all that the recipe names, carried out as asked. */
async function carriedOut(recipe: Recipe, hasReports: boolean): Promise<World> {
  const world = createWorld({ tenant, hasReports });
  const reply = await world.open(fill(recipe));
  expect(reply.kind === "not-opened" ? reply : reply.kind).toBe("accepted");
  await world.live();
  return world;
}

describe.each(known.map((recipe) => [recipe.name, recipe] as const))(
  "the recipe %s",
  (_name, recipe) => {
    it("has every domain seen by a read or in what the tenant lists, and says by which", async () => {
      const { facts } = (await carriedOut(recipe, true)).request();
      const seen = new Map(facts.verification?.facts?.map((one) => [one.fact, one]));
      const lines = listProbes(facts.probes ?? [], facts.verification).join("\n");

      for (const { access, domain } of listPermissions(listAsked(recipe))) {
        const fact = [...seen.values()].find(({ fact: name }) =>
          name.endsWith(`: ${access} ${domain}`),
        );
        expect([access, domain, fact?.seen, typeof fact?.eye]).toEqual([
          access,
          domain,
          "as-asked",
          "string",
        ]);
        expect(lines).toContain(`${domain}: ${access} `);
      }
      expect(lines).not.toMatch(/not seen|not probed/);
    });

    it("has no domain called seen where neither a read nor a list shows it", async () => {
      const { facts } = (await carriedOut(recipe, false)).request();
      const proven = (facts.probes ?? [])
        .filter(({ kind }) => kind === "verified")
        .map(({ domain }) => `: Get ${domain}`);
      const claimed = (facts.verification?.facts ?? []).filter(
        ({ fact, seen }) => / (?:Get|Put|View|Modify) /.test(fact) && seen === "as-asked",
      );

      expect(claimed.filter(({ fact }) => !proven.some((end) => fact.endsWith(end)))).toEqual([]);
    });
  },
);

describe("a recipe without a domain", () => {
  it("says that it is incomplete", () => {
    const silent = recipes.filter(
      (recipe) =>
        !known.includes(recipe) && makesAccount(recipe) && recipe.incomplete === undefined,
    );

    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
