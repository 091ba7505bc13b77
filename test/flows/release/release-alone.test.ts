import { describe, expect, it } from "vitest";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { allBy, hourMs } from "../../support/data/a-tenant.ts";
import { eve } from "../../support/data/people.ts";
import {
  openAtOnce,
  phasesOf,
  releasesIn,
  requestOf,
  together,
} from "../../support/scenes/releases.ts";

type Rules = Tenant["perRecipe"][number]["rules"];

/** The recipe that both of two requests are filled from, with rules of its own. */
function withRules(rules: Rules): Pick<Tenant, "perRecipe"> {
  return { perRecipe: [{ recipe: "viva-learning", covers: "anything", rules }] };
}

describe("a recipe that says for itself when people are called", () => {
  it.each<[what: string, rules: Rules]>([
    [
      "who else, and when",
      { escalation: { afterMs: hourMs, approvers: { people: [eve], groups: [] } } },
    ],
    ["when they are reminded", { remindAfterMs: [hourMs] }],
    ["how long it waits", { approvalExpiresAfterMs: 2 * hourMs }],
  ])("is asked for by itself: %s", async (_what, rules) => {
    const world = together({ hands: allBy("runner"), ...withRules(rules) });
    const ids = await openAtOnce(world);

    expect(releasesIn(world)).toEqual([]);
    expect(phasesOf(world, ids)).toEqual(["waiting-for-approval", "waiting-for-release"]);
  });

  it("is released with the others where it says nothing of that", async () => {
    const world = together(withRules({ approvals: { needed: 1, neededWhenUnseen: 1 } }));
    const [one] = await openAtOnce(world);

    expect(releasesIn(world)).toHaveLength(1);
    expect(one && requestOf(world, one).phase.kind).toBe("waiting-for-release");
  });
});
