import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Click, Command } from "../../../src/flows/request/click.ts";
import { giveUpDelegation } from "../../../src/flows/workflows/delegate.ts";
import { giveUpClick } from "../../../src/flows/workflows/handle-click.ts";
import { giveUpPasskey } from "../../../src/flows/workflows/refuse-passkey.ts";
import { delegationId } from "../../support/data/a-delegation.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { ann, bea, ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { atCard, ofBen, ofEve } from "../../support/scenes/passkey-scene.ts";

const givenUp = { kind: "refused", refusal: "given-up" } as const;

/** The first click of a world has this id; a later one counts for nothing yet. */
function aClick({ id: request }: World, by: PersonId, command: Command, id = "click-1"): Click {
  return { id, by, request, answerTo: { kind: "person" }, command };
}

async function answerOf(world: World, click: Click): Promise<unknown> {
  await giveUpClick(world.deps, click);
  return world.answerer.answers.at(-1)?.reply;
}

describe("a click that is given up", () => {
  it("tells that nothing was opened", async () => {
    const world = createWorld();
    await world.store.keepDraft(world.id, { by: ann, raw: aRawDraft() });

    expect(await answerOf(world, aClick(world, ann, { kind: "open" }))).toEqual(givenUp);
  });

  it("tells that the request is open where only what follows broke", async () => {
    const world = createWorld();
    await world.open();

    expect(await answerOf(world, aClick(world, ann, { kind: "open" }))).toMatchObject({
      kind: "accepted",
      request: { id: world.id },
    });
    expect(await answerOf(world, aClick(world, bea, { kind: "open" }))).toEqual(givenUp);
  });

  it("tells whether the decision was recorded", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    const command = { kind: "approve", digest: world.shownDigest() } as const;
    await world.click(ben, command);

    expect(await answerOf(world, aClick(world, ben, command, "click-2"))).toMatchObject({
      kind: "accepted",
    });
    expect(await answerOf(world, aClick(world, ben, command, "click-3"))).toEqual(givenUp);
  });

  it("breaks while nobody can be told", async () => {
    const world = createWorld();
    world.mishaps.fail("answerer.answer", { kind: "unreachable" });

    await expect(answerOf(world, aClick(world, ann, { kind: "retry" }))).rejects.toThrow(
      "Nobody could be told: Slack is unreachable",
    );
  });
});

describe("an order that is given up", () => {
  it("tells who delegated", async () => {
    const world = createWorld();
    const command = { kind: "end", delegation: delegationId } as const;

    await giveUpDelegation(world.deps, { id: "order", by: ben, viewId: "V1", command });

    expect(world.answerer.delegations).toEqual([givenUp]);
  });

  it("tells who refused a passkey that it waits still, or does not wait any more", async () => {
    const world = await atCard([ofBen, ofEve]);

    await giveUpPasskey(world.deps, { id: "one", by: bea, credential: ofEve.credential });
    await giveUpPasskey(world.deps, { id: "two", by: bea, credential: ofBen.credential });

    expect(world.answerer.passkeys).toEqual([
      { ok: false, error: "given-up" },
      { ok: false, error: "not-waiting" },
    ]);
  });
});
