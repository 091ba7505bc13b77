import { expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { err, type Result } from "../../../src/result.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";

const shared: Fault = {
  kind: "rejected",
  outside: "Slack",
  words: "The channel is shared.",
  isLogged: true,
};

async function refuse(): Promise<Result<void, Fault>> {
  return err(shared);
}

it("carries a request on whose channel became shared, tells the requester why nothing is posted, and catches up", async () => {
  const world = createWorld();
  await world.open();
  await world.work();
  const before = world.announcer.thread(world.id);
  const { announce, post } = world.announcer;
  const notice = {
    key: "refreshed 1",
    tenant: world.tenant.name,
    madeAt: world.clock.now(),
    matter: { kind: "refreshed", missing: 2, of: 3 },
  } as const;
  await world.deps.watch.queue([notice]);
  Object.assign(world.announcer, { announce: refuse, post: refuse });

  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  const done = await world.live();
  await world.sweep();
  const meanwhile = world.announcer.thread(world.id);
  const { told } = world.announcer;
  const quiet = world.log.lines.map(({ text }) => text);
  Object.assign(world.announcer, { announce, post });
  world.clock.goOn(120_000);
  await world.sweep();

  expect(done.phase).toEqual({ kind: "done" });
  expect(meanwhile).toEqual(before);
  expect(told).toEqual([
    {
      person: ann,
      words: `I cannot post in the channel of ${world.id}. The channel is shared. Nothing is lost: \`/workday-isu status ${world.id}\` shows where it stands, with its buttons.`,
    },
  ]);
  expect(quiet).toEqual([]);
  expect(world.announcer.shownThrough(world.id)).toBe(world.request().version);
  expect(world.announcer.posted).toEqual([notice]);
});
