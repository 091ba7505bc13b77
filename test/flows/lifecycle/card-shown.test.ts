import { describe, expect, it } from "vitest";
import { recordCardShown } from "../../../src/flows/lifecycle/card-shown.ts";
import { later } from "../../../src/flows/model/ids.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const minuteMs = 60_000;

async function atCard(tenant = aTenant()): Promise<World> {
  const world = createWorld({ tenant });
  await world.open();
  await world.work();
  return world;
}

/** Slack gets the card so long after it was asked for. */
async function show(world: World, ms: number, before = 0): Promise<void> {
  const story = world.store.peekStory(world.id);
  const at = later(world.clock.now(), ms);
  await recordCardShown(world.store, { request: world.request(), story, before, at });
}

describe("a card that Slack gets late", () => {
  it("has its deadline and its reminders moved by as much, once", async () => {
    const world = await atCard();
    const { phase } = world.request();

    await show(world, 90 * minuteMs);
    await show(world, 95 * minuteMs);

    const asked = phase.kind === "waiting-for-approval" ? phase.asked : undefined;
    expect(world.events().at(-1)).toEqual({ kind: "card-shown", afterMs: 90 * minuteMs });
    expect(world.request().phase).toEqual({
      ...phase,
      asked: {
        ...asked,
        askedAt: (asked?.askedAt ?? 0) + 90 * minuteMs,
        expiresAt: (asked?.expiresAt ?? 0) + 90 * minuteMs,
      },
    });
  });

  it("has a person's task, and what is stuck, moved too", async () => {
    const world = await atCard(aTenant({ hands: allBy("person") }));
    const { phase } = world.request();

    await show(world, 2 * minuteMs);

    expect(phase.kind).toBe("waiting-for-person");
    expect(world.request().phase).toEqual({
      ...phase,
      expiresAt: ("expiresAt" in phase ? phase.expiresAt : 0) + 2 * minuteMs,
    });
  });

  it.each<[what: string, ms: number, before: number]>([
    ["comes in time", minuteMs, 0],
    ["was shown before", 90 * minuteMs, 999],
  ])("is left as it is where it %s", async (_what, ms, before) => {
    const world = await atCard();
    const events = world.events();

    await show(world, ms, before);

    expect(world.events()).toEqual(events);
  });

  it("is left as it is where somebody decided meanwhile", async () => {
    const world = await atCard();
    const request = world.request();
    const story = world.store.peekStory(world.id);
    await world.click(ann, { kind: "withdraw" });
    const events = world.events();

    const at = later(world.clock.now(), 90 * minuteMs);
    await recordCardShown(world.store, { request, story, before: 0, at });

    expect(world.events()).toEqual(events);
  });

  it("means nothing to a request that waits for nobody", async () => {
    const world = await atCard();
    await world.live();
    const events = world.events();

    await show(world, 90 * minuteMs);

    expect(world.events()).toEqual(events);
  });
});
