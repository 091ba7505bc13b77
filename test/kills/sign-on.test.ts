import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { allBy, aTenant } from "../support/data/a-tenant.ts";
import { ann, bea, ben } from "../support/data/people.ts";
import { canary } from "../support/fakes/fake-random.ts";
import { createWorld, type World, type WorldOptions } from "../support/fakes/world.ts";

const policy = { allowedTypes: ["User Name Password"] };
const strict = aTenant({ exemptFromPasswordExpiry: true, authenticationPolicy: policy });

function aWorld(options: WorldOptions): World {
  const world = createWorld(options);
  world.workday.tenant.guardSignOn();
  return world;
}

async function live(world: World): Promise<void> {
  await world.live();
}

async function withdraw(world: World): Promise<void> {
  world.workday.allowSignOn(false);
  await world.live();
  await world.click(ann, { kind: "withdraw" });
  await world.work();
}

/** Ben leaves before the authentication policies are activated, and Bea approves that. */
async function approveAnew(world: World): Promise<void> {
  world.runner.beforeNext("allow-in-authentication-policy", () =>
    world.directory.setStanding(ben, "deactivated"),
  );
  await world.live((digest) => {
    const by = world.workday.tenant.activations.length === 0 ? ben : bea;
    return world.click(by, { kind: "approve", digest });
  });
}

function endOf(world: World): unknown {
  const { phase, finished, leftBehind } = world.request();
  const { tenant } = world.workday;
  return {
    phase,
    finished,
    leftBehind,
    performed: tenant.performed.map(({ name }) => name),
    exempt: tenant.exempt(),
    may: tenant.maySignOn("ISU_Viva"),
    enabled: world.vault.all().filter(({ enabled }) => enabled).length,
    story: world
      .events()
      .map(({ kind }) => kind)
      .filter((kind) => kind !== "step-begun"),
  };
}

describe("a request with every further step", () => {
  const approvals = { ...strict.approvals, at: "both" as const };
  it.each([
    ["approved", "runner", live],
    ["approved", "person", live],
    ["withdrawn when it is stuck", "runner", withdraw],
    ["approved anew on its way", "runner", approveAnew],
  ] as const)(
    "and is %s, by %s, ends the same wherever the process dies",
    async (_what, hand, story) => {
      const tenant = { ...strict, approvals, hands: allBy(hand) };
      const whole = aWorld({ tenant });
      await whole.open();
      await story(whole);
      const end = endOf(whole);

      const others: unknown[] = [];
      for (let place = 1; place <= whole.mishaps.passed(); place += 1) {
        const world = aWorld({ tenant });
        world.mishaps.killAt(place);
        await world.open();
        await story(world);
        const isSame = isDeepStrictEqual(endOf(world), end);
        if (!isSame || world.everything().includes(canary)) others.push([place, endOf(world)]);
      }

      expect(others).toEqual([]);
      expect(whole.mishaps.passed()).toBeGreaterThan(100);
    },
  );
});
