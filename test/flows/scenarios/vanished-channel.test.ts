import { describe, expect, it } from "vitest";
import { ann } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";

describe("a request whose channel is gone", () => {
  it("begins nothing that nobody can watch", async () => {
    const world = createWorld();
    world.channels.become("gone");
    await world.open();

    const stuck = await world.work();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "create-integration-system" });
    expect(world.workday.systems()).toEqual([]);
  });

  it("begins once the channel is back", async () => {
    const world = createWorld();
    world.channels.become("gone");
    await world.open();
    await world.work();
    world.channels.become("open");

    await world.click(ann, { kind: "retry" });

    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("goes on where Slack cannot tell: a slow channel is not a lost one", async () => {
    const world = createWorld();
    world.channels.become("cannot-tell");
    await world.open();

    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("says once that the channel is gone, wherever the process dies", async () => {
    const stories = new Set<string>();
    for (let place = 1; place <= 30; place += 1) {
      const world = createWorld();
      world.channels.become("gone");
      await world.open();
      world.mishaps.killAt(place);
      await world.work();
      stories.add(
        world
          .events()
          .map(({ kind }) => kind)
          .join(),
      );
    }

    expect([...stories]).toEqual(["opened,step-failed"]);
  });

  it("goes on when the channel vanishes on the way", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    world.channels.become("gone");

    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("cleans up what nobody could watch any more when it is withdrawn", async () => {
    const world = createWorld();
    world.channels.become("gone");
    await world.open();
    await world.work();

    await world.click(ann, { kind: "withdraw" });

    expect(await world.work()).toMatchObject({ phase: { kind: "ended" }, leftBehind: [] });
  });
});
