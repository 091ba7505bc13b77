import { describe, expect, it } from "vitest";
import type { PersonId, RequestId } from "../../src/flows/model/ids.ts";
import type { Request } from "../../src/flows/request/request.ts";
import { allBy } from "../support/data/a-tenant.ts";
import { ann, ben, eve } from "../support/data/people.ts";
import type { World } from "../support/fakes/world.ts";
import { denyIt, together } from "../support/scenes/releases.ts";
import { type Replica, type Replicas, startReplicas } from "./two-replicas.ts";

interface Stage extends Replicas {
  readonly world: World;
}

async function stage(changes: Parameters<typeof together>[0] = {}): Promise<Stage> {
  const world = together(changes);
  return { world, ...(await startReplicas(world)) };
}

/** Two requests in one release whose card is out. */
async function withCard(play: Stage): Promise<readonly [Request, RequestId, RequestId]> {
  const [one, other] = [await play.open(ann, "One"), await play.open(ann, "Other")];
  await play.first.run();
  return [await theRelease(play), one, other];
}

async function theRelease({ releases }: Stage): Promise<Request> {
  const [release, ...others] = await releases();
  if (release === undefined || others.length > 0) throw new Error("There is not one release");
  return release;
}

function approve(on: Replica, { id, phase }: Request, by: PersonId, click?: string) {
  if (phase.kind !== "waiting-for-approval") throw new Error(`${id} has no card: ${phase.kind}`);
  return on.click(by, id, { kind: "approve", digest: phase.asked.digest }, click);
}

/** Whatever either of them was asked for, to its end. */
async function settle({ first, second }: Stage): Promise<void> {
  for (let round = 1; round <= 3; round += 1) {
    await first.goOn();
    for (const one of [first, second]) await one.run();
  }
}

async function endsOf({ find }: Stage, ids: readonly RequestId[]): Promise<readonly string[]> {
  return Promise.all(ids.map(async (id) => (await find(id)).phase.kind));
}

function activationsIn({ world }: Stage): readonly string[] {
  return world.workday.tenant.activations;
}

describe("two replicas on one database that decide in the same moment", () => {
  it("form one release of two requests that come to their activation at once", async () => {
    const play = await stage();
    const { first, second } = play;
    const [one, other] = [await play.open(ann, "One"), await play.open(ann, "Other")];
    for (const id of [one, other]) await first.untilAsked(id);
    await second.takeOver(other);

    await play.race(
      [one, other],
      [
        { on: first, act: () => first.run((id) => id === one) },
        { on: second, act: () => second.run((id) => id === other) },
      ],
    );

    const { members, id } = await theRelease(play);
    expect(members?.toSorted()).toEqual([one, other].toSorted());
    expect(await endsOf(play, [one, other])).toEqual([
      "waiting-for-release",
      "waiting-for-release",
    ]);
    await settle(play);
    await approve(second, await play.find(id), ben);
    await settle(play);
    expect(activationsIn(play)).toHaveLength(1);
    expect(await endsOf(play, [one, other, id])).toEqual(["done", "done", "done"]);
  });

  it("make nothing pending on one while the other posts the card", async () => {
    const play = await stage();
    const { first, second, world } = play;
    const [one, late] = [await play.open(ann, "One"), await play.open(ann, "Late")];
    world.mishaps.fail("workday.putIntegrationSystem", { kind: "rejected", times: 1 });
    await second.takeOver(late);
    await second.run();
    expect(await endsOf(play, [late])).toEqual(["stuck"]);
    await first.untilAsked(one);

    await play.race(
      [one],
      [
        { on: first, act: () => first.run((id) => id === one) },
        {
          on: second,
          isLate: true,
          act: async () => {
            await second.click(ann, late, { kind: "retry" });
            await second.run();
          },
        },
      ],
    );

    expect(await endsOf(play, [one])).toEqual(["waiting-for-approval"]);
    expect(await play.find(late)).toMatchObject({
      phase: { kind: "waiting-for-release", for: [one] },
    });
    expect((await play.find(late)).begun).not.toContain("grant-permissions");
    await approve(first, await play.find(one), ben);
    await settle(play);
    expect(await endsOf(play, [one, late])).toEqual(["done", "waiting-for-approval"]);
  });

  it.each([1, 2])(
    "count two approvers' clicks where %s have to, and activate once",
    async (needed) => {
      const play = await stage({ approvals: { needed, neededWhenUnseen: needed } });
      const { first, second } = play;
      const [release, one, other] = await withCard(play);

      const replies: unknown[] = [];
      await play.race(
        [release.id, one, other],
        [
          { on: first, act: async () => replies.push(await approve(first, release, ben)) },
          { on: second, act: async () => replies.push(await approve(second, release, eve)) },
        ],
      );
      await settle(play);

      const refused = { kind: "refused", refusal: "already-settled" };
      const accepted = { kind: "accepted" };
      expect(replies).toMatchObject([accepted, needed === 1 ? refused : accepted]);
      const { approval } = await play.find(release.id);
      expect(approval?.given.map(({ by }) => by)).toEqual(needed === 1 ? [ben] : [ben, eve]);
      expect(activationsIn(play)).toHaveLength(1);
      expect(await endsOf(play, [one, other, release.id])).toEqual(["done", "done", "done"]);
    },
  );

  it("count one click once that both were given", async () => {
    const play = await stage({ approvals: { needed: 2, neededWhenUnseen: 2 } });
    const { first, second } = play;
    const [release, one, other] = await withCard(play);

    await play.race(
      [release.id, one, other],
      [
        { on: first, act: () => approve(first, release, ben, "the same") },
        { on: second, act: () => approve(second, release, ben, "the same") },
      ],
    );
    await settle(play);

    expect(activationsIn(play)).toEqual([]);
    expect((await play.find(release.id)).phase).toMatchObject({ given: [{ by: ben }] });
  });

  it.each(["approved", "denied"])(
    "let nothing go live that is denied, whatever is first: %s",
    async (what) => {
      const play = await stage();
      const { first, second } = play;
      const [release, one, other] = await withCard(play);

      const approving = { on: first, act: () => approve(first, release, ben) };
      const denying = { on: second, act: () => second.click(eve, one, denyIt) };
      await play.race(
        [release.id, one, other],
        what === "approved" ? [approving, denying] : [denying, approving],
      );
      await settle(play);

      expect(activationsIn(play)).toEqual([]);
      expect(await endsOf(play, [one])).toEqual(["ended"]);
      const again = await play.find(release.id);
      expect(again.members).toEqual([other]);
      await approve(first, again, ben);
      await settle(play);
      expect(activationsIn(play)).toHaveLength(1);
      expect(activationsIn(play)[0]).not.toContain(one);
    },
  );

  it.each([
    ["begun", "too-late-to-deny", 1],
    ["denied", undefined, 0],
  ])(
    "begin a release whole or not at all, whichever is first: %s",
    async (what, refusal, count) => {
      const play = await stage();
      const { first, second } = play;
      const [release, one, other] = await withCard(play);
      await approve(first, release, ben);

      let reply: unknown;
      // The first of its decisions asks whether others come first, the second one begins.
      const beginning = { on: first, act: () => first.run((id) => id === release.id), at: 2 };
      const denying = {
        on: second,
        act: async () => {
          reply = await second.click(eve, one, denyIt);
        },
      };
      await play.race(
        [release.id, one, other],
        what === "begun" ? [beginning, denying] : [denying, beginning],
      );

      expect(activationsIn(play)).toHaveLength(count);
      expect(reply).toMatchObject(refusal === undefined ? { kind: "accepted" } : { refusal });
      await settle(play);
      expect(activationsIn(play)).toHaveLength(count);
      expect(await endsOf(play, [one])).toEqual([count === 1 ? "done" : "ended"]);
    },
  );

  it("hand a release to a person once, where both carry it on", async () => {
    const play = await stage({ hands: { ...allBy("runner"), activate: "person" } });
    const { first, second } = play;
    const [release, one, other] = await withCard(play);
    await approve(first, release, ben);
    await second.takeOver(release.id);

    await play.race(
      [release.id, one, other],
      [
        { on: first, act: () => first.run(), at: 2 },
        { on: second, act: () => second.run(), at: 2 },
      ],
    );

    const story = await first.deps.store.readStory(release.id);
    expect(story.filter(({ event }) => event.kind === "handed-over")).toHaveLength(1);
  });

  it.each([1, 2])(
    "activate once where both carry on what was approved, of %s requests",
    async (count) => {
      const play = await stage();
      const { first, second, world } = play;
      const ids: RequestId[] = [];
      for (let at = 1; at <= count; at += 1) ids.push(await play.open(ann, `No${at}`));
      await first.run();
      const id = count === 1 ? ids[0] : (await theRelease(play)).id;
      if (id === undefined) throw new Error("Nothing was opened");
      await approve(first, await play.find(id), ben);
      await second.takeOver(id);

      const racing = [first, second].map((on) => ({
        on,
        act: () => on.run((one) => one === id),
        at: count,
      }));
      await play.race([...ids, id], racing);
      await settle(play);

      expect(activationsIn(play)).toHaveLength(1);
      const keys = world.runner.orders
        .filter(({ task }) => task.name === "activate")
        .map(({ key }) => key);
      expect(new Set(keys).size).toBe(1);
      expect(await endsOf(play, [...ids, id])).toEqual([...ids, id].map(() => "done"));
    },
  );
});
