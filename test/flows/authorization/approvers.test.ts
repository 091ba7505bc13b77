import { describe, expect, it } from "vitest";
import { approversOf, rulesForAny } from "../../../src/flows/authorization/approvers.ts";
import { toReleaseDraft } from "../../../src/flows/kinds/activate.ts";
import { theBot, theRest } from "../../../src/flows/model/ids.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { joinLists } from "../../../src/flows/tenant/people-lists.ts";
import type { PeopleList, RecipeRules } from "../../../src/flows/tenant/tenant.ts";
import { anAsking, anOpening, given, requestId } from "../../support/data/a-request.ts";
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

describe("approversOf", () => {
  const second = just(fay);
  const tenant = aTenant({
    approvers: just(ben),
    escalation: { afterMs: hourMs, approvers: second },
    perRecipe: [ofRecipe({ approvers: just(cy) })],
  });
  const parts = [
    { request: requestId, needed: 1 },
    { request: theRest, needed: 1 },
  ];
  const waiting = given(anOpening(), anAsking({ parts }));

  it("names those of every part while its card is out, and of the request's own rules after it", () => {
    const over = given(anOpening(), anAsking({ parts }), { kind: "done" });

    expect(approversOf(waiting, tenant)).toEqual(just(cy, ben));
    expect(approversOf(over, tenant)).toEqual(just(cy));
  });

  it("names those of a release that is over by the tenant's own rules, with its second list", () => {
    const release: Request = {
      ...waiting,
      askedBy: theBot,
      draft: toReleaseDraft(waiting.draft.tenant, []),
      members: [requestId],
      phase: { kind: "done" },
      isEscalated: true,
    };

    expect(approversOf(release, tenant)).toEqual(just(ben, fay));
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
