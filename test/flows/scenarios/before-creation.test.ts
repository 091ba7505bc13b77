import { describe, expect, it } from "vitest";
import { asksForPlan } from "../../../src/flows/authorization/approval-times.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import type { RecipeRules, Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { anEdit, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const approvals = { needed: 1, neededWhenUnseen: 1, at: "both" as const };
const strict = aTenant({ approvals });

async function atPlan(options: WorldOptions = { tenant: strict }): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.work();
  return world;
}

function expectNothing(world: World): void {
  expect(world.request().begun).toEqual([]);
  expect(world.workday.systems()).toEqual([]);
  expect(world.workday.users()).toEqual([]);
  expect(world.workday.tenant.performed).toEqual([]);
  expect(world.runner.orders).toEqual([]);
}

function shownOpening(world: World): number | undefined {
  const { phase } = world.request();
  return phase.kind === "waiting-for-approval" ? phase.asked.opensAt : undefined;
}

function as(
  rules: RecipeRules["rules"],
  covers: RecipeRules["covers"] = "anything",
): Partial<Tenant> {
  return { perRecipe: [{ recipe: "viva-learning", covers, rules }] };
}

describe("asksForPlan", () => {
  const one = { needed: 1, neededWhenUnseen: 1 };
  const nothing = { doNotAllowUiSessions: false, permissions: noPermissions };

  it.each<[what: string, changes: Partial<Tenant>, asks: boolean]>([
    ["by itself", {}, false],
    ["where the tenant says so", { approvals }, true],
    ["where only the recipe says so", as({ approvals }), true],
    [
      "where the recipe says no",
      { approvals, ...as({ approvals: { ...one, at: "activation" } }) },
      false,
    ],
    ["where the recipe does not say", { approvals, ...as({ approvals: one }) }, true],
    ["where it departs from a recipe that says so", as({ approvals }, nothing), true],
    [
      "where it departs from a recipe that says no",
      {
        approvals,
        ...as({ approvals: { ...one, at: "activation" } }, nothing),
      },
      true,
    ],
  ])("%s", (_what, changes, asks) => {
    expect(asksForPlan(aDraft(), aTenant(changes))).toBe(asks);
  });
});

describe("an approval before the creation", () => {
  it("comes before anything is made, and the same approver decides once more before it goes live", async () => {
    const world = await atPlan();
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve-plan", pending: { kind: "not-activated" } },
    });
    expectNothing(world);

    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(world.workday.users()).toHaveLength(1);
    expect(world.workday.tenant.activations).toEqual([]);
    expect(world.request().phase).toMatchObject({ asked: { step: "approve" } });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("is not given by the requester, on whichever list they are", async () => {
    const tenant = { ...strict, approvers: { people: [ann, ben], groups: [] } };
    const world = await atPlan({ tenant });

    const reply = await world.click(ann, { kind: "approve", digest: world.shownDigest() });

    expect(reply).toEqual({ kind: "refused", refusal: "own-request" });
    await world.work();
    expectNothing(world);
  });

  it.each<[how: string, end: (world: World) => Promise<unknown>]>([
    [
      "denied",
      (world) => world.click(ben, { kind: "deny", digest: world.shownDigest(), reason: "No" }),
    ],
    ["withdrawn", (world) => world.click(ann, { kind: "withdraw" })],
    [
      "expired",
      async (world) => {
        world.clock.goOn(72 * hourMs);
        await world.sweep();
      },
    ],
  ])("that is %s leaves nothing, and nothing to clean up", async (how, end) => {
    const world = await atPlan();

    await end(world);
    const ended = await world.work();

    expect(ended).toMatchObject({ phase: { kind: "ended" }, closing: { kind: how }, plan: [] });
    expect(ended.leftBehind).toEqual([]);
    expectNothing(world);
    expect(await world.store.findReservation({ tenant: strict.name, userName: "ISU_Viva" })).toBe(
      undefined,
    );
  });

  it("is asked for again when who gave it may not approve any more", async () => {
    const world = await atPlan();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    world.directory.setStanding(ben, "deactivated");

    const asked = await world.work();

    expect(asked.phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve-plan" },
    });
    expectNothing(world);
  });

  it("waits for no change window, as nothing goes live: the activation does", async () => {
    const night: ChangeWindow = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" };
    const world = await atPlan({ tenant: { ...strict, changeWindows: [night] } });
    expect(shownOpening(world)).toBe(undefined);

    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(shownOpening(world)).toBeGreaterThan(world.clock.now());
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect((await world.work()).phase.kind).toBe("waiting-for-window");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("holds a request that nobody can watch at the step that it comes to", async () => {
    const world = await atPlan();
    world.channels.become("gone");

    await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect((await world.work()).phase).toMatchObject({
      kind: "stuck",
      step: "create-integration-system",
    });
    expectNothing(world);
  });
});

describe("an approval of the plan of an edit", () => {
  const badges = "Badge Data";
  const night: ChangeWindow = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" };

  async function anEditAtItsPlan(): Promise<World> {
    const world = await withAccount({ tenant: strict });
    world.configure((place) => ({ ...place, tenant: { ...strict, changeWindows: [night] } }));
    await world.openNext(await anEdit(world, { addPut: badges }));
    await world.work();
    return world;
  }

  it("comes before anything is changed, waits for no change window, and is followed by another one", async () => {
    const world = await anEditAtItsPlan();
    expect(world.request().phase).toMatchObject({
      asked: { step: "approve-plan", pending: { kind: "not-activated" } },
    });
    expect(shownOpening(world)).toBe(undefined);
    expect(world.workday.tenant.pending()).toEqual([]);

    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(world.workday.tenant.pending()).toMatchObject([{ policy: badges, change: "Added" }]);
    expect(world.request().phase).toMatchObject({ asked: { step: "approve" } });
    expect(shownOpening(world)).toBeGreaterThan(world.clock.now());
  });

  it("that is denied leaves nothing pending", async () => {
    const world = await anEditAtItsPlan();

    await world.click(ben, { kind: "deny", digest: world.shownDigest(), reason: "No" });

    expect(await world.work()).toMatchObject({ phase: { kind: "ended" }, leftBehind: [] });
    expect(world.request().begun).toEqual([]);
    expect(world.workday.tenant.pending()).toEqual([]);
  });
});
