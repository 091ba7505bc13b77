import { describe, expect, it } from "vitest";
import type { State } from "../../src/doctor/finding.ts";
import { judgeActivators, judgeFourEyes, type Members } from "../../src/doctor/four-eyes.ts";
import { gather, type Learnt, toMembers } from "../../src/doctor/people.ts";
import { acme, allBy, aTenant } from "../support/data/a-tenant.ts";
import { ann, ben, eve, securityAdmins } from "../support/data/people.ts";

const who = { name: acme };

describe("judgeFourEyes", () => {
  it.each<[why: string, requesters: Members, approvers: Members, state: State]>([
    ["two approvers who ask as well", new Set(["A", "B"]), new Set(["A", "B"]), "ok"],
    ["one approver who does not ask", new Set(["A"]), new Set(["B"]), "ok"],
    ["one approver who asks as well", new Set(["A", "B"]), new Set(["B"]), "warning"],
    ["one person for both", new Set(["A"]), new Set(["A"]), "warning"],
    ["nobody who asks", new Set(), new Set(["A"]), "warning"],
    ["nobody who approves", new Set(["A"]), new Set(), "failed"],
    ["requesters unknown", undefined, new Set(["A"]), "not-tried"],
    ["approvers unknown", new Set(["A"]), undefined, "not-tried"],
  ])("judges %s", (_why, requesters, approvers, state) => {
    expect(judgeFourEyes(who, requesters, approvers)).toMatchObject({ state });
  });
});

describe("judgeActivators", () => {
  const byHand = { name: acme, hands: { ...allBy("runner"), activate: "person" } } as const;

  it.each<[why: string, requesters: Members, doers: Members, state: State]>([
    ["two doers who ask as well", new Set(["A", "B"]), new Set(["A", "B"]), "ok"],
    ["one doer who does not ask", new Set(["A"]), new Set(["B"]), "ok"],
    ["one doer who asks as well", new Set(["A", "B"]), new Set(["B"]), "warning"],
    ["nobody who does it", new Set(["A"]), new Set(), "ok"],
    ["requesters unknown", undefined, new Set(["A"]), "not-tried"],
    ["doers unknown", new Set(["A"]), undefined, "not-tried"],
  ])("judges %s", (_why, requesters, doers, state) => {
    expect(judgeActivators(byHand, requesters, doers)).toMatchObject([{ state }]);
  });

  it("says nothing where a runner activates, or the tenant lets requesters", () => {
    const alone = new Set(["A"]);

    expect(judgeActivators({ ...byHand, hands: allBy("runner") }, alone, alone)).toEqual([]);
    expect(judgeActivators({ ...byHand, requestersMayActivate: true }, alone, alone)).toEqual([]);
  });
});

describe("gather", () => {
  it("names everybody once, with all they are named for", () => {
    const tenant = aTenant({
      requesters: { people: [ann, eve], groups: [] },
      doers: { people: [eve], groups: [] },
      approvers: { people: [ben], groups: [] },
    });

    expect(gather([tenant], ({ people }) => people)).toEqual([
      { id: ann, as: "requesters of acme_dpt1" },
      { id: eve, as: "requesters of acme_dpt1, doers of acme_dpt1" },
      { id: ben, as: "approvers of acme_dpt1" },
    ]);
  });
});

describe("gather, with rules for a recipe", () => {
  it("names the recipe, and the lists that it has", () => {
    const nobody = { people: [], groups: [] };
    const escalation = { afterMs: 1, approvers: { people: [eve], groups: [] } };
    const perRecipe = [
      { recipe: "kolleno", rules: { approvers: { people: [ben], groups: [] }, escalation } },
    ];
    const tenant = aTenant({ requesters: nobody, doers: nobody, approvers: nobody, perRecipe });

    expect(gather([tenant], ({ people }) => people)).toEqual([
      { id: ben, as: "approvers for kolleno of acme_dpt1" },
      { id: eve, as: "escalation for kolleno of acme_dpt1" },
    ]);
  });
});

describe("toMembers", () => {
  const list = { people: [ann, ben], groups: [securityAdmins] };

  it("counts named members and members of groups, and nobody who is known to be refused", () => {
    expect(toMembers(list, learn())).toEqual(new Set(["U0ANN", "U0DAN"]));
  });

  it.each<[what: string, changes: Partial<Learnt>]>([
    ["a person", { standings: new Map() }],
    ["a group", { groups: new Map() }],
  ])("does not know where Slack did not say about %s", (_what, changes) => {
    expect(toMembers(list, learn(changes))).toBeUndefined();
  });
});

function learn(changes: Partial<Learnt> = {}): Learnt {
  return {
    standings: new Map([
      [ann, "member"],
      [ben, "guest"],
    ]),
    groups: new Map([[securityAdmins, ["U0BEN", "U0DAN"]]]),
    ...changes,
  };
}
