import { describe, expect, it } from "vitest";
import { ann } from "../../support/data/people.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld } from "../../support/fakes/world.ts";

describe("a request whose channel cannot be reached", () => {
  it("begins nothing that nobody can watch", async () => {
    const world = createWorld();
    world.mishaps.fail("announcer.announce", { kind: "rejected" });
    await world.open();

    const stuck = await world.work();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "create-integration-system" });
    expect(world.workday.systems()).toEqual([]);
    expect(world.announcer.told).toEqual([
      {
        person: ann,
        words: `I cannot post in the channel of ISU-7K3M9Q01. ${aFault("rejected").words} Nothing is lost: \`/workday-isu status ISU-7K3M9Q01\` shows where it stands, with its buttons.`,
      },
    ]);
  });

  it("begins once the channel is back", async () => {
    const world = createWorld();
    world.mishaps.fail("announcer.announce", { kind: "rejected" });
    await world.open();
    await world.work();
    world.mishaps.clear();

    await world.click(ann, { kind: "retry" });

    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("tells nobody where it can be shown in the end", async () => {
    const world = createWorld();
    world.mishaps.fail("announcer.announce", { kind: "rejected" });
    world.mishaps.meanwhile(
      "announcer.announce",
      async () => {
        world.mishaps.clear();
      },
      2,
    );
    await world.open();

    await world.work();

    expect(world.announcer.shownThrough(world.id)).toBe(world.request().version);
    expect(world.announcer.told).toEqual([]);
  });

  it("says once that the channel is gone, wherever the process dies", async () => {
    const stories = new Set<string>();
    for (let place = 1; place <= 30; place += 1) {
      const world = createWorld();
      world.mishaps.fail("announcer.announce", { kind: "rejected" });
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

  it("goes on when the channel vanishes on the way, and tells the requester", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    world.mishaps.fail("announcer.announce", { kind: "rejected" });

    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.announcer.told.map(({ person }) => person)).toEqual([ann]);
  });

  it("goes on where the requester cannot be told either, and the log says so", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    world.mishaps.fail("announcer.announce", { kind: "rejected" });
    world.mishaps.fail("announcer.tell", { kind: "unreachable" });

    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(world.announcer.told).toEqual([]);
    expect(world.log.lines.at(-1)).toEqual({
      level: "warn",
      facts: { request: world.id, fault: "unreachable" },
      text: "nobody could be told",
    });
  });

  it("cleans up what nobody could watch any more when it is withdrawn", async () => {
    const world = createWorld();
    world.mishaps.fail("announcer.announce", { kind: "rejected" });
    await world.open();
    await world.work();

    await world.click(ann, { kind: "withdraw" });

    expect(await world.work()).toMatchObject({ phase: { kind: "ended" }, leftBehind: [] });
  });
});
