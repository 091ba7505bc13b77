import { describe, expect, it } from "vitest";
import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import { approveWithPasskey } from "../../../src/flows/pages/passkey-confirmation.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { OtherRequest } from "../../../src/flows/request/other-request.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { ok } from "../../../src/result.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aRawActivation } from "../../support/data/changes.ts";
import { ann, ben, eve, fay } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";
import { atCard, ofBen, press, signed } from "../../support/scenes/passkey-scene.ts";

const none = { Get: "", Put: "", View: "", Modify: "" };
const next = aRawDraft({
  userName: "ISU_Next",
  newSystem: "Next integration",
  groupName: "ISSG_Next",
  domains: { ...none, Get: "Badge Data" },
});
const refused = { kind: "refused", refusal: "has-a-hand" };
const byHand = { ...allBy("runner"), "revoke-permissions": "person" } as const;
const closing: Event = { kind: "closing", closing: { kind: "withdrawn", by: eve }, plan: [] };

/** Somebody's request at its card, and Ann's after it, which is the world's one. */
async function two(
  options: WorldOptions = {},
  { by = eve, raw = next }: { readonly by?: PersonId; readonly raw?: Raw } = {},
): Promise<{ readonly world: World; readonly other: RequestId }> {
  const world = createWorld(options);
  const other = world.id;
  await world.store.keepDraft(other, { by, raw: aRawDraft() });
  await world.click(by, { kind: "open" });
  await world.work();
  await world.openNext(raw);
  await world.work();
  return { world, other };
}

function approve(world: World, by: PersonId): ReturnType<World["click"]> {
  return world.click(by, { kind: "approve", digest: world.shownDigest() });
}

function happen(world: World, id: RequestId, event: Event): Promise<unknown> {
  return world.store.decide({ id, key: event.kind, now: world.clock.now() }, () => ok([event]));
}

/** A step of the other request is reported as done, though its changes are pending still. */
function doStep(world: World, other: RequestId, by: PersonId): Promise<unknown> {
  return happen(world, other, { kind: "step-finished", step: "grant-permissions", by, facts: {} });
}

function shownOthers(world: World): readonly OtherRequest[] {
  const { phase } = world.request();
  return phase.kind === "waiting-for-approval" ? phase.asked.others : [];
}

describe("an approver whose own request has changes pending", () => {
  it("does not approve another's card, and somebody else does", async () => {
    const { world, other } = await two();

    expect(shownOthers(world)).toMatchObject([
      { id: other, askedBy: eve, standing: "open", changes: { length: 4 } },
    ]);
    expect(await approve(world, eve)).toEqual(refused);
    expect(world.workday.tenant.activations).toEqual([]);
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("does not approve the activation of everything", async () => {
    const { world } = await two({}, { raw: aRawActivation() });

    expect(await approve(world, eve)).toEqual(refused);
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });

  it("does not where nobody sees what is pending", async () => {
    const { world, other } = await two({ hasReports: false });

    expect(shownOthers(world)).toMatchObject([{ id: other, changes: [] }]);
    expect(await approve(world, eve)).toEqual(refused);
  });

  it("may where nobody sees it, and the own changes are live or were never made", async () => {
    const { world, other } = await two({ hasReports: false });
    await happen(world, other, { kind: "step-finished", step: "activate", facts: {} });
    expect(await approve(world, ben)).toMatchObject({ kind: "voided" });
    await world.work();

    expect(shownOthers(world)).toEqual([]);
    expect(await approve(world, eve)).toMatchObject({ kind: "accepted" });
  });

  it("does not while the clean-up of what was withdrawn is still to be done", async () => {
    const { world, other } = await two({ tenant: aTenant({ hands: byHand }) });
    await happen(world, other, closing);

    expect(await approve(world, eve)).toEqual(refused);
    expect(await approve(world, ben)).toEqual({
      kind: "voided",
      difference: { added: [], gone: [] },
    });
    await world.work();
    expect(shownOthers(world)).toMatchObject([{ id: other, standing: "withdrawn" }]);
    expect(await approve(world, eve)).toEqual(refused);
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });
});

describe("who carried out a step of another's request", () => {
  it("does not approve a card of which its changes are a part", async () => {
    const { world, other } = await two({}, { by: ann });
    await doStep(world, other, eve);

    expect(await approve(world, eve)).toEqual(refused);
  });

  it("does not approve it on the page either, whose link they had before", async () => {
    const scene = await atCard();
    const other = scene.request().id;
    await scene.openNext(next);
    await scene.work();
    const token = await press(scene);
    await doStep(scene, other, ben);

    expect(await approveWithPasskey(scene.pages, { token, response: signed(ofBen) })).toEqual(
      ok(refused),
    );
  });

  it("is asked anew before the hand-over", async () => {
    const { world, other } = await two({}, { by: ann });
    await approve(world, eve);
    await doStep(world, other, eve);

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: eve, why: "has-a-hand" }],
    });
    expect(world.workday.tenant.activations).toEqual([]);
  });
});

describe("a delegate", () => {
  const id = { id: delegationId, by: eve };
  const raw = next;

  async function withDelegate(by: PersonId): ReturnType<typeof two> {
    const scene = await two({ tenant: delegating() }, { by, raw });
    await scene.world.deps.delegations.keep(aDelegation(id), scene.world.clock.now());
    return scene;
  }

  it("does not decide for somebody whose changes are a part of it", async () => {
    const { world } = await withDelegate(eve);

    expect(await approve(world, fay)).toEqual(refused);
  });

  it("is mentioned for nobody whose changes are a part of it", async () => {
    const { world, other } = await withDelegate(ann);
    await doStep(world, other, eve);
    await happen(world, other, closing);
    await approve(world, ben);
    await world.work();

    expect(world.events().findLast(({ kind }) => kind === "approval-asked")).not.toHaveProperty(
      "standIns",
    );
  });

  it("is asked anew before the hand-over, with whom they decided for", async () => {
    const { world, other } = await withDelegate(ann);
    await approve(world, fay);
    await doStep(world, other, eve);
    await world.work();

    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: fay, for: eve, why: "has-a-hand" }],
    });
  });
});

describe("how many approve", () => {
  it("are no fewer than what goes live would need by itself", async () => {
    const { world } = await two({
      tenant: aTenant({ sensitiveDomains: ["Workday Accounts", "Worker Data: Workers"] }),
    });
    const { phase } = world.request();

    expect(phase).toMatchObject({ asked: { needed: 2, others: [{ needed: 2 }] } });
  });

  it("are more by the hand-over where the other request needs more by then", async () => {
    const { world } = await two();
    await approve(world, ben);
    world.configure((place) => ({
      ...place,
      tenant: aTenant({ sensitiveDomains: ["Worker Data: Workers"] }),
    }));
    await world.work();

    expect(world.request().phase).toMatchObject({ asked: { needed: 2 } });
  });
});
