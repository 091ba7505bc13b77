import { describe, expect, it } from "vitest";
import { rulesForAny } from "../../../src/flows/authorization/approvers.ts";
import { joinLists } from "../../../src/flows/tenant/people-lists.ts";
import type { PeopleList, RecipeRules } from "../../../src/flows/tenant/tenant.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, dan, eve, fay, securityAdmins } from "../../support/data/people.ts";

function just(...people: PeopleList["people"]): PeopleList {
  return { people, groups: [] };
}

function ofRecipe(rules: RecipeRules["rules"]): RecipeRules {
  return { recipe: "viva-learning", covers: "anything", rules };
}

describe("joinLists", () => {
  it("names everybody once", () => {
    const groups = [securityAdmins];

    expect(joinLists([just(ann, ben), { people: [ben], groups }, { people: [], groups }])).toEqual({
      people: [ann, ben],
      groups,
    });
  });
});

describe("rulesForAny", () => {
  it("is the tenant's own where it has one list of each", () => {
    const tenant = aTenant();

    expect(rulesForAny(tenant)).toEqual(tenant);
  });

  it("adds those of the second list, the delegates and each recipe's own", () => {
    const tenant = aTenant({
      escalation: { afterMs: hourMs, approvers: just(ann) },
      delegation: { to: just(fay), maxDays: 14 },
      perRecipe: [
        ofRecipe({}),
        ofRecipe({
          approvers: just(cy),
          doers: just(cy),
          escalation: { afterMs: hourMs, approvers: just(bea) },
        }),
      ],
    });

    expect(rulesForAny(tenant)).toEqual({
      ...tenant,
      doers: just(dan, eve, cy),
      approvers: { people: [ben, eve, ann, fay, cy, bea], groups: [securityAdmins] },
    });
  });
});
