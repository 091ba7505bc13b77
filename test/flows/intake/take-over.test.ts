import { describe, expect, it } from "vitest";
import { proposeFreeNames } from "../../../src/flows/intake/propose-free-names.ts";
import { toRawDraft } from "../../../src/flows/intake/to-raw-draft.ts";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { ann, ben, eve, fay } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";
import { edit } from "../../support/scenes/edits.ts";
import { openAs, requestOf, run } from "../../support/scenes/releases.ts";

const none = { Get: "", Put: "", View: "", Modify: "" };
const next = aRawDraft({
  userName: "ISU_Next",
  newSystem: "Next integration",
  groupName: "ISSG_Next",
  domains: { ...none, Get: "Badge Data" },
});

function approve(world: World, by: PersonId): ReturnType<World["click"]> {
  return world.click(by, { kind: "approve", digest: world.shownDigest() });
}

/** Eve's request, ended with its integration system left behind; and what asks for it again. */
async function leftBehind(
  options: WorldOptions = {},
): Promise<{ readonly world: World; readonly again: RawDraft }> {
  const world = createWorld(options);
  await world.store.keepDraft(world.id, { by: eve, raw: aRawDraft() });
  world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "rejected" });
  await world.click(eve, { kind: "open" });
  await world.work();
  if (world.request().phase.kind === "waiting-for-approval") {
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
  }
  await world.click(eve, { kind: "withdraw" });
  expect((await world.work()).phase).toEqual({ kind: "ended" });
  world.mishaps.clear();
  const { draft } = await proposeFreeNames(world, world.request(), world.tenant);
  const again = draft.kind === "create" ? toRawDraft(draft) : undefined;
  if (again?.kind !== "create") throw new Error("It asks for another kind");
  return { world, again };
}

describe("a request that takes over what an ended one left behind", () => {
  it("is approved by nobody who asked for that one after it was edited to take it over", async () => {
    const { world, again } = await leftBehind({ tenant: aTenantOfPlans() });
    await world.openNext(next);
    await world.work();
    expect(world.request().carriedOutBy).toEqual([]);

    expect(await edit(world, again)).toMatchObject({ kind: "accepted" });

    expect(world.request()).toMatchObject({ askedBy: ann, carriedOutBy: [eve] });
    expect(await approve(world, eve)).toEqual({ kind: "refused", refusal: "did-a-step" });
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });

  it("is approved by nobody who took it over before and asked for the same account", async () => {
    const requesters = { people: [ann, eve, fay], groups: [] };
    const approvers = { people: [ben, fay], groups: [] };
    const { world, again } = await leftBehind({ tenant: aTenant({ requesters, approvers }) });
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "rejected" });
    const taken = await openAs(world, fay, again);
    await run(world);
    await world.clickOn(taken, fay, { kind: "withdraw" });
    await run(world);
    expect(requestOf(world, taken).phase).toEqual({ kind: "ended" });
    world.mishaps.clear();
    await world.openNext(again);
    await world.work();

    expect(world.request().carriedOutBy).toEqual(expect.arrayContaining([eve, fay]));
    expect(await approve(world, fay)).toEqual({ kind: "refused", refusal: "did-a-step" });
  });

  it("is approved by nobody who took it over before for another account, and was edited away from it", async () => {
    const requesters = { people: [ann, eve, fay], groups: [] };
    const approvers = { people: [ben, fay], groups: [] };
    const plans = { ...aTenantOfPlans(), requesters, approvers };
    const { world, again } = await leftBehind({ tenant: plans });
    const taken = await openAs(world, fay, { ...again, userName: "ISU_Third" });
    await run(world);
    expect(await edit(world, next, { by: fay, request: taken })).toMatchObject({
      kind: "accepted",
    });
    await world.openNext(again);
    await world.work();

    expect(world.request().carriedOutBy).toEqual(expect.arrayContaining([eve, fay]));
    expect(await approve(world, fay)).toEqual({ kind: "refused", refusal: "did-a-step" });
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
  });

  it("has nobody else's hands where its own requester left it behind", async () => {
    const { world, again } = await leftBehind();
    const id = await openAs(world, eve, again);
    await run(world);

    expect(requestOf(world, id)).toMatchObject({ askedBy: eve, carriedOutBy: [] });
  });

  it("is approved by nobody who asked for that one, on any card, and by somebody else", async () => {
    const { world, again } = await leftBehind();
    await world.openNext(again);
    await world.work();

    expect(world.request()).toMatchObject({ askedBy: ann, carriedOutBy: [eve] });
    expect(await approve(world, eve)).toEqual({ kind: "refused", refusal: "did-a-step" });
    expect(await approve(world, ben)).toMatchObject({ kind: "accepted" });
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });
});
