import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { allBy, aTenant } from "../support/data/a-tenant.ts";
import { aRawEnd, aSegmentation, withAccount } from "../support/data/changes.ts";
import { ben } from "../support/data/people.ts";
import { canary } from "../support/fakes/fake-random.ts";
import type { World } from "../support/fakes/world.ts";

async function carryOut(world: World): Promise<void> {
  await world.live();
}

async function denyLater(world: World): Promise<void> {
  let cards = 0;
  await world.live((digest) => {
    cards += 1;
    return cards === 1
      ? world.click(ben, { kind: "approve", digest })
      : world.click(ben, { kind: "deny", digest, reason: "No" });
  });
}

async function endThem(world: World): Promise<void> {
  await world.live();
  await world.openNext(aRawEnd());
  await world.live();
}

function endOf(world: World): unknown {
  const { phase, finished, leftBehind } = world.request();
  const { tenant } = world.workday;
  return {
    phase,
    finished,
    leftBehind,
    performed: tenant.performed.map(({ name }) => name),
    active: tenant.active(),
    pending: tenant.pending(),
    marked: tenant.marked(),
    story: world
      .events()
      .map(({ kind }) => kind)
      .filter((kind) => kind !== "step-begun"),
  };
}

describe("access by segments", () => {
  it.each([
    ["is carried out", "runner", carryOut],
    ["is carried out", "person", carryOut],
    ["is denied before it goes live", "runner", denyLater],
    ["ends again", "person", endThem],
  ] as const)(
    "that %s, by %s, ends the same wherever the process dies",
    async (_what, hand, story) => {
      const tenant = aTenant({ hands: allBy(hand) });
      async function play(place?: number): Promise<World> {
        const world = await withAccount({ tenant });
        const raw = await aSegmentation(world, { content: "Code of conduct" });
        if (place !== undefined) world.mishaps.killAt(place);
        await world.openNext(raw);
        await story(world);
        return world;
      }
      const before = (await withAccount({ tenant })).mishaps.passed();
      const whole = await play();
      const end = endOf(whole);
      const places = whole.mishaps.passed() - before;

      const others: unknown[] = [];
      for (let place = 1; place <= places; place += 1) {
        const world = await play(place);
        const isSame = isDeepStrictEqual(endOf(world), end);
        if (!isSame || world.everything().includes(canary)) others.push([place, endOf(world)]);
      }

      expect(others).toEqual([]);
      expect(places).toBeGreaterThan(60);
    },
  );
});
