import { describe, expect, it } from "vitest";
import { ModalContent } from "../../../sandbox/slack/blocks/surface.ts";
import { chooser } from "../../../src/bot/forms/chooser.ts";
import { delegation } from "../../../src/bot/forms/delegation-form.ts";
import { changeForm } from "../../../src/bot/kinds/kinds.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { delegating, delegationId } from "../../support/data/a-delegation.ts";
import { requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { aRawActivation, aRawChange } from "../../support/data/changes.ts";
import { ann, cy } from "../../support/data/people.ts";
import { valueIn } from "../../support/value-in.ts";
import { openOffice, viva } from "../support/an-office.ts";
import { delivered } from "../support/recipes.ts";
import { viewWith } from "../support/shown.ts";

const recipes = Array.from({ length: 120 }, (_, at) => ({ ...viva, name: `recipe-${at}` }));
const tenants = Array.from({ length: 120 }, (_, at) =>
  aTenant({ name: valueIn(parseTenantName(`acme_${at}`)), label: `Acme ${at}` }),
);
const production = {
  name: valueIn(parseTenantName("acme_prod")),
  label: "Acme production",
  production: true,
};
const acmeProduction = aTenant(production);

/** The same tenant, where only somebody else may ask for this recipe. */
function closedTo(recipe: Recipe, tenant = aTenant()): ReturnType<typeof aTenant> {
  const rules = { requesters: { people: [cy], groups: [] } };
  return { ...tenant, perRecipe: [{ recipe: recipe.name, covers: recipe, rules }] };
}

describe("the chooser", () => {
  it("makes no account from a recipe that needs none, and says why", async () => {
    const both = [viva, delivered];
    const { slack } = await openOffice({
      deps: {
        recipes: { find: (name) => both.find((one) => one.name === name), list: () => both },
      },
    });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create acme-pto", { channel: "workday" });

    const text = await viewWith(slack, person, "Acme & PTO needs no account");
    expect(text).toContain("groups that Workday delivers");
    expect(JSON.stringify(person.view())).not.toContain('"value":"acme-pto"');
  });

  it("holds the recipe that is chosen, however many come before it", () => {
    const recipe = recipes.at(-1) ?? viva;

    const view = chooser({ recipes, hasBlank: true, tenants: [aTenant()], recipe });

    expect(ModalContent.safeParse(view).error).toBeUndefined();
    expect(JSON.stringify(view)).toContain("21 more recipes do not fit");
  });

  it.each<[window: string, view: unknown, command: string]>([
    ["a new account", chooser({ recipes: [viva], hasBlank: true, tenants }), "create [recipe]"],
    ["an activation", changeForm({ id: requestId, tenants, raw: aRawActivation() }), "activate"],
    [
      "a change",
      changeForm({ id: requestId, tenants, raw: aRawChange({ kind: "disable-client" }) }),
      "api-client ISU_Viva",
    ],
    [
      "a delegation",
      delegation({
        id: delegationId,
        tenants: tenants.map((tenant) => ({ ...delegating(), ...tenant })),
        own: [],
        today: "2026-11-23",
      }),
      "delegate",
    ],
  ])("of %s says how many tenants do not fit, and the way on", (_window, view, command) => {
    expect(ModalContent.safeParse(view).error).toBeUndefined();
    expect(JSON.stringify(view)).toContain(
      `20 more tenants do not fit in the list: type \`/workday-isu ${command}\` with the name behind it.`,
    );
  });
});

describe("/workday-isu create", () => {
  it.each<[typed: string, shown: string]>([
    ["create viva-learning ACME_prod", "*PRODUCTION: Acme production.*"],
    [
      "create viva-learning acme_dpt1",
      "*Tenant:* Acme sandbox\n*Filled from:* Microsoft Viva Learning",
    ],
  ])("opens the form for the tenant that is named: %o", async (typed, shown) => {
    const { slack } = await openOffice({ deps: { tenants: [aTenant(), acmeProduction] } });
    const person = slack.person("ann");

    await person.command("/workday-isu", typed, { channel: "workday" });

    const form = await viewWith(slack, person, "User name of the new account");
    expect(form).toContain(shown);
    expect(form).toContain("*Filled from:* Microsoft Viva Learning");
  });

  it("says that it is the tenant that is unknown, with the nearest", async () => {
    const { slack } = await openOffice({ deps: { tenants: [aTenant(), acmeProduction] } });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning acme_prd", { channel: "workday" });

    const text = await viewWith(slack, person, "There is no tenant `acme_prd`");
    expect(text).toContain("Did you mean `acme_prod`?");
    expect(text).not.toContain("There is no recipe");
  });

  it("asks only for the recipe where the tenant is named", async () => {
    const { slack } = await openOffice({ deps: { tenants: [aTenant(), acmeProduction] } });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create acme_prod", { channel: "workday" });
    await viewWith(slack, person, "Recipe");
    await person.fill("recipe", ".blank");
    await person.submit();

    expect(await viewWith(slack, person, "User name of the new account")).toContain(
      "Acme production",
    );
  });

  it("opens the form at once where only one tenant takes the recipe", async () => {
    const closed = closedTo(viva, acmeProduction);
    const { slack } = await openOffice({ deps: { tenants: [closed, aTenant()] } });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });

    expect(await viewWith(slack, person, "User name of the new account")).toContain("Acme sandbox");
  });

  it("offers names of recipes that the person may ask for, and of no others", async () => {
    const other = { ...viva, name: "viva-learnings", vendor: "Another" };
    const known = [other, viva];
    const { slack } = await openOffice({
      deps: {
        tenants: [closedTo(other)],
        recipes: { find: (name) => known.find((one) => one.name === name), list: () => known },
      },
    });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-lerning", { channel: "workday" });

    const text = await viewWith(slack, person, "There is no recipe");
    expect(text).toContain("Did you mean `viva-learning`? Choose one here, or begin blank.");
    expect(JSON.stringify(person.view())).not.toContain("Another");
  });

  it("does not offer a blank form to who may not have one", async () => {
    const rules = { requesters: { people: [ann], groups: [] } };
    const only = aTenant({
      requesters: { people: [cy], groups: [] },
      perRecipe: [{ recipe: viva.name, covers: viva, rules }],
    });
    const { slack } = await openOffice({ deps: { tenants: [only] } });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create blank", { channel: "workday" });

    expect(await viewWith(slack, person, "There is no recipe")).toContain(
      "There is no recipe `blank`. Choose one here.",
    );
  });
});

describe.each([
  ["activate", "ann", aTenant(), acmeProduction],
  ["delegate", "ben", delegating(), { ...delegating(), ...production }],
])("/workday-isu %s", (command, name, one, other) => {
  it("is about the tenant that is named", async () => {
    const { slack } = await openOffice({ deps: { tenants: [one, other] } });
    const person = slack.person(name);

    await person.command("/workday-isu", `${command} ACME_prod`, { channel: "workday" });

    const shown = await viewWith(slack, person, "Acme production");
    expect(shown).not.toContain("Workday tenant");
  });
});
