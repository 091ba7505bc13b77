import { describe, expect, it } from "vitest";
import { describeOwnersPart } from "../../../src/flows/lifecycle/describe-owners-part.ts";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import { handlePasskey } from "../../../src/flows/workflows/refuse-passkey.ts";
import { like } from "../../bot/support/like.ts";
import { aCredential } from "../../support/data/a-passkey.ts";
import { bea, ben, cy, dan, eve, fay } from "../../support/data/people.ts";
import {
  atCard,
  ofBen,
  ofEve,
  type Scene,
  withDelegates,
} from "../../support/scenes/passkey-scene.ts";

/** Eve's passkey waits, and Ben's counts. */
function scene(): Promise<Scene> {
  return atCard([ofBen, ofEve], withDelegates);
}

let presses = 0;

async function refuse(world: Scene, by: PersonId, credential = ofEve.credential) {
  presses += 1;
  const id = `refusal ${presses}`;
  await handlePasskey(world.deps, world.engine.durableOf(id), { id, by, credential });
  return world.answerer.passkeys.at(-1);
}

async function stateOf({ deps }: Scene): Promise<string | undefined> {
  return (await deps.passkeys.find(ofEve.credential))?.state;
}

function posted(world: Scene): readonly unknown[] {
  return world.watch.queued.map(({ matter }) => matter);
}

describe("a passkey that waits", () => {
  it.each([
    ["an approver", bea],
    ["its owner", eve],
  ])("is refused by %s, and everybody hears of it", async (_who, by) => {
    const world = await scene();

    expect(await refuse(world, by)).toMatchObject({ ok: true, value: { person: eve } });

    expect(await stateOf(world)).toBe("revoked");
    expect(posted(world)).toContainEqual({
      kind: "passkey",
      what: "refused",
      person: eve,
      credential: ofEve.credential,
      by,
    });
    const told = world.watch.queued.flatMap((one) => describeOwnersPart(one, world.tenant.label));
    expect(told).toMatchObject([{ person: eve, words: like("was refused") }]);
  });

  it.each<[who: string, by: PersonId, refusal: string]>([
    ["who approves nothing", cy, "not-an-approver"],
    ["who only carries out tasks", dan, "not-an-approver"],
    ["who may only be named to approve for another", fay, "not-an-approver"],
  ])("is not refused by somebody %s", async (_who, by, error) => {
    const world = await scene();

    expect(await refuse(world, by)).toEqual({ ok: false, error });
    expect(await stateOf(world)).toBe("waiting");
  });

  it("is not refused while Slack does not say who somebody is", async () => {
    const world = await scene();
    world.mishaps.fail("directory.findStanding", { kind: "unreachable" });

    expect(await refuse(world, bea)).toEqual({ ok: false, error: "cannot-tell-who-you-are" });
    expect(await stateOf(world)).toBe("waiting");
  });

  it("is refused once, and told once", async () => {
    const world = await scene();
    await refuse(world, bea);

    expect(await refuse(world, bea)).toEqual({ ok: false, error: "not-waiting" });
    expect(posted(world).filter((one) => JSON.stringify(one).includes("refused"))).toHaveLength(1);
  });

  it("is not refused once it counts, or where nobody knows it", async () => {
    const world = await scene();
    expect(await refuse(world, bea, ofBen.credential)).toEqual({ ok: false, error: "not-waiting" });
    expect(await refuse(world, bea, aCredential("unknown"))).toEqual({
      ok: false,
      error: "not-waiting",
    });
    expect(await world.deps.passkeys.find(ofBen.credential)).toMatchObject({ state: "active" });
  });

  it("is left alone in a tenant that is not configured any more", async () => {
    const world = await scene();
    Object.assign(world.deps, { isConfigured: () => false });

    expect(await refuse(world, bea)).toEqual({ ok: false, error: "tenant-gone" });
    expect(await stateOf(world)).toBe("waiting");
  });

  it("is one or the other when it is confirmed at the same moment", async () => {
    const world = await scene();
    world.mishaps.meanwhile("directory.isOn", async () => {
      const { credential } = ofEve;
      const notice = { key: "k", tenant: ofEve.tenant, madeAt: world.clock.now() };
      const matter = { kind: "passkey", what: "confirmed", person: eve, credential } as const;
      await world.deps.passkeys.confirm({
        credential,
        by: ben,
        with: ofBen.credential,
        notice: { ...notice, matter },
      });
    });

    expect(await refuse(world, bea)).toEqual({ ok: false, error: "not-waiting" });
    expect(await stateOf(world)).toBe("active");
  });

  it("stays refused where its refuser cannot be answered", async () => {
    const world = await scene();
    world.mishaps.fail("answerer.answerPasskey", { kind: "unreachable" });

    await refuse(world, bea);

    expect(await stateOf(world)).toBe("revoked");
    expect(world.log.lines.map(({ text }) => text)).toContain(
      "cannot answer who refused a passkey",
    );
  });
});
