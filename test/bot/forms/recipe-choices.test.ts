import { describe, expect, it } from "vitest";
import { form } from "../../../src/bot/forms/form.ts";
import { toErrors } from "../../../src/bot/forms/read-form.ts";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import type { Raw, RawDraft } from "../../../src/flows/request/raw-draft.ts";
import type { Recipe } from "../../../src/flows/tenant/recipe.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { type Office, openOffice } from "../support/an-office.ts";
import { demanding } from "../support/recipes.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

interface AtForm extends Office {
  readonly person: ReturnType<Office["slack"]["person"]>;
}

async function openDemanding(recipes: readonly Recipe[] = [demanding]): Promise<AtForm> {
  const office = await openOffice({
    deps: { recipes: { find: () => recipes[0], list: () => recipes } },
  });
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "create acme-hr", { channel: "workday" });
  await viewWith(office.slack, person, "This recipe is incomplete.");
  await person.fill("userName", "ISU_Acme");
  await person.fill("groupName", "Acme group");
  await person.fill("reason", "Payroll");
  return { ...office, person };
}

describe("what a recipe leaves open", () => {
  it("goes into the permissions as it was chosen, and is there when the form comes back", async () => {
    const { slack, person, store } = await openDemanding();
    const left = "2 domains still need an access. 0 of 12 optional domains chosen.";
    await viewWith(slack, person, left);
    await person.press("view", "Domain choices");
    await viewWith(slack, person, "The guide names these domains");
    await person.fill("optional:Put", ["Workday Accounts"]);
    await person.fill("open:Job Information", "Get+Put");
    await person.fill("open:Worker Data: gender", "none");
    await person.press("view", "Back to the form");
    await viewWith(slack, person, "1 of 12 optional domains chosen.");
    await person.press("view", "More settings");
    await viewWith(slack, person, "Who makes the password");
    await person.fill("x509Key", "Acme_Key");
    await person.fill("samlIssuer", "https://id.acme.example");
    await person.fill("identityProviderKey", "Acme_Identity");
    await person.press("view", "Back to the form");
    await viewWith(slack, person, "[Group settings]");
    await person.press("view", "Group settings");
    await viewWith(slack, person, "Kind of security group");
    await person.fill("organizations", "Acme Europe");

    expect((await person.submit()).kind).toBe("updated");
    const shown = await viewWith(slack, person, "Check the plan");

    expect(shown).toContain("Get (2)\n+ Worker Data: Workers\n+ Job Information");
    expect(shown).toContain("Put (2)\n+ Workday Accounts\n+ Job Information");
    expect(shown).not.toContain("gender");
    expect(shown).toContain("The recipe is incomplete.");
    expect(shown).toMatch(
      /The guide also asks for \d+ things not part of this request, 3 things beforehand/,
    );
    await person.press("view", "What the guide asks for");
    expect(await viewWith(slack, person, "Beforehand (3)")).toMatch(
      /The guide also asks for, and not part of this request \(\d+\):\n(.+\n)*a custom report/,
    );
    await person.close();
    expect(await viewWith(slack, person, "Check the plan")).toContain("[Open request]");
    expect(choicesIn((await store.findDraft(draftIdOf(person)))?.raw)).toEqual({
      optional: { View: [], Put: ["Workday Accounts"] },
      open: [
        { domain: "Job Information", choice: "Get+Put" },
        { domain: "Worker Data: gender", choice: "none" },
      ],
    });
  });

  it("cannot be sent undecided", async () => {
    const { slack, person } = await openDemanding();
    await person.submit();
    await viewWith(slack, person, "1 in Domain choices");
    await person.press("view", "Domain choices");
    const shown = await viewWith(slack, person, "Problem: Choose which access");
    await person.fill("open:Job Information", "Get");

    const sent = await person.submit();

    expect(shown).toContain("# Domain choices");

    expect(sent).toMatchObject({ kind: "errors" });
    expect(JSON.stringify(sent)).toContain("open:Worker Data: gender");
    expect(await viewWith(slack, person, "# Domain choices")).toContain("[Check]");
  });

  it("is not asked for again in a form that is filled from a request", () => {
    const shown = JSON.stringify(
      form({ id: requestId, tenant: aTenant(), recipe: demanding, raw: aRawDraft() }),
    );

    expect(shown).toContain("Group settings");
    expect(shown).not.toContain("Domain choices");
    expect(shown).not.toContain("optional domains");
  });

  it("has its page where only optional domains are left", () => {
    const { open: _open, ...recipe } = demanding;
    const raw = fillFromRecipe(recipe, aTenant());

    const shown = JSON.stringify(form({ id: requestId, tenant: aTenant(), recipe, raw }));

    expect(shown).toContain("Domain choices");
    expect(shown).toContain("0 of 12 optional domains chosen.");
  });

  it("is asked for no longer once its recipe does not leave it open any more", async () => {
    const recipes: Recipe[] = [demanding];
    const { slack, person, store } = await openDemanding(recipes);
    await person.submit();
    await viewWith(slack, person, "1 in Domain choices");
    const { optional: _optional, open: _open, x509: _x509, saml: _saml, ...decided } = demanding;
    recipes.splice(0, 1, decided);

    await person.press("view", "Group settings");
    await viewWith(slack, person, "Kind of security group");
    await person.fill("organizations", "Acme Europe");
    await person.press("view", "Back to the form");
    const first = await viewWith(slack, person, "[Business processes]");

    expect(first).not.toContain("still need");
    expect(first).not.toContain("Domain choices");
    expect(choicesIn((await store.findDraft(draftIdOf(person)))?.raw)).toEqual({
      optional: {},
      open: [],
    });
  });

  it("is refused by the bot too, on the field of the first that is undecided", () => {
    const open = [
      { domain: "A", choice: "Get" },
      { domain: "B", choice: "" },
    ];

    expect(
      toErrors({ open: "Choose." }, { ...aRawDraft(), choices: { optional: {}, open } }),
    ).toEqual({
      "open:B": "Choose.",
    });
    expect(toErrors({ open: "Choose." })).toEqual({});
  });
});

function choicesIn(raw: Raw | undefined): RawDraft["choices"] {
  return raw?.kind === "create" ? raw.choices : undefined;
}
