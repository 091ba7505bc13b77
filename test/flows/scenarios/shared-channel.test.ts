import { expect, it } from "vitest";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld } from "../../support/fakes/world.ts";

it("begins nothing in a channel that another company reads, and goes on once it is alone", async () => {
  const world = createWorld();
  world.channels.become("shared");
  await world.open();
  const held = await world.work();
  world.channels.become("open");

  await world.click(ann, { kind: "retry" });

  expect(held.phase).toMatchObject({ kind: "stuck", step: "create-integration-system" });
  expect(held.phase).toHaveProperty("words", expect.stringContaining("shared with another"));
  expect((await world.live()).phase).toEqual({ kind: "done" });
});

it("carries a request on whose channel becomes shared", async () => {
  const world = createWorld();
  await world.open();
  await world.work();
  world.channels.become("shared");

  await world.click(ben, { kind: "approve", digest: world.shownDigest() });

  expect((await world.live()).phase).toEqual({ kind: "done" });
  expect(world.log.lines).toEqual([]);
});
