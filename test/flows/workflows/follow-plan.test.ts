import { describe, expect, it } from "vitest";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenantOfPlans, hourMs } from "../../support/data/a-tenant.ts";
import { anEdit, aRawChange } from "../../support/data/changes.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const plans = aTenantOfPlans();

/** A request whose plan waits for its approver, in a tenant that shows who made a change. */
async function atPlan(tenant: Tenant = plans, options: WorldOptions = {}): Promise<World> {
  const world = createWorld({ tenant, ...options });
  world.workday.tenant.workAs("rpa-runner");
  await world.open();
  await world.work();
  return world;
}

async function approve(world: World): Promise<void> {
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
}

function kinds(world: World): readonly string[] {
  return world.events().map(({ kind }) => kind);
}

/** What the card of the activation begins with. */
function again(world: World): readonly string[] | undefined {
  const { phase } = world.request();
  if (phase.kind !== "waiting-for-approval") throw new Error(`No card while ${phase.kind}`);
  expect(phase.asked.step).toBe("approve");
  return phase.asked.again;
}

describe("an activation that follows from the approval of its plan", () => {
  it("is a part of what is approved: a card that does not promise it has another digest", async () => {
    const { workdayAccounts: _unknown, ...unmapped } = plans;
    const [promised, asked] = [await atPlan(), await atPlan(unmapped)];

    expect(asked.id).toBe(promised.id);
    expect(asked.request().plan).toEqual(promised.request().plan);
    expect(asked.shownDigest()).not.toBe(promised.shownDigest());
  });

  it("needs no other click, and is recorded with whose approval it was", async () => {
    const world = await atPlan();
    expect(world.request().phase).toMatchObject({
      asked: { step: "approve-plan", follows: true, pending: { kind: "not-activated" } },
    });
    expect(world.workday.tenant.performed).toEqual([]);

    await approve(world);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.request().facts.verification?.outcome).toBe("verified");
    expect(world.workday.tenant.activations).toHaveLength(1);
    expect(kinds(world).filter((kind) => kind === "approved")).toHaveLength(1);
    const followed = world.events().find(({ kind }) => kind === "approval-followed");
    expect(followed).toMatchObject({
      approvers: [ben],
      pending: {
        kind: "seen",
        changes: Array.from({ length: 4 }, () => ({ changedBy: "rpa-runner" })),
      },
    });
    expect(world.request().approval).toMatchObject({ given: [{ by: ben }] });
    const order = world.runner.orders.find(({ task }) => task.name === "activate");
    expect(order?.pendingDigest).toMatch(/\S/);
  });

  it("is of an edit and of a retirement too", async () => {
    const world = await atPlan();
    await approve(world);

    await world.openNext(
      await anEdit(world, { addPut: "Badge Data", remove: "Worker Data: Workers" }),
    );
    await world.work();
    await approve(world);
    expect(world.request().phase).toEqual({ kind: "done" });

    await world.openNext(aRawChange({ kind: "retire", reason: "The vendor is gone" }));
    await world.work();
    await approve(world);
    expect(world.request().phase).toEqual({ kind: "done" });

    expect(world.workday.tenant.activations).toHaveLength(3);
    expect(world.workday.tenant.active()).toEqual([]);
  });

  it("is handed to a person as after any approval, who presses Start first", async () => {
    const world = await atPlan(
      aTenantOfPlans({ hands: { ...allBy("runner"), activate: "person" } }),
    );
    await approve(world);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-person",
      step: "activate",
      start: { kind: "needed" },
    });

    world.workday.tenant.addPending(foreignChange);
    await world.click(dan, { kind: "start", step: "activate" });
    await world.work();

    expect(again(world)).toEqual(["Earlier approvals do not count any more: the thread says why."]);
  });

  it("is not made where something else is pending by the hand-over", async () => {
    const world = await atPlan();
    world.runner.beforeNext("activate", () => world.workday.tenant.addPending(foreignChange));

    await approve(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(kinds(world).slice(-4)).toEqual([
      "approval-followed",
      "step-begun",
      "approval-voided",
      "approval-asked",
    ]);
    expect(again(world)).toEqual(["Earlier approvals do not count any more: the thread says why."]);
  });
});

describe("an activation that is asked for although its plan was approved", () => {
  it("is where somebody else's change is pending, and the card begins with it", async () => {
    const world = await atPlan();
    world.workday.tenant.addPending(foreignChange);

    await approve(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(kinds(world)).not.toContain("approval-followed");
    expect(again(world)).toEqual([
      "1 change that nobody approved:",
      "• Payroll, Get: Added for HR Partners",
    ]);
    await approve(world);
    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it.each<[why: string, act: (world: World) => void, line: string]>([
    [
      "another account made them",
      (world) => world.workday.tenant.workAs("okafor"),
      "4 changes of this request not made by the account that carries out its plan:",
    ],
    [
      "the group is of another type",
      (world) => world.workday.tenant.setType("ISSG_Viva", { kind: "other", name: "Role-Based" }),
      "• The security group ISSG_Viva is of the type Role-Based, and was asked to be unconstrained.",
    ],
    [
      "somebody else is in the group",
      (world) =>
        world.workday.tenant.perform({
          name: "add-group-member",
          groupName: "ISSG_Viva",
          userName: "ISU_Other",
        }),
      "• ISU_Other is in the group ISSG_Viva as well.",
    ],
    [
      "the account is in another group",
      (world) => world.workday.tenant.addGroup("HR Partners", ["ISU_Viva"]),
      "The account is in other groups than when the plan was approved.",
    ],
    [
      "its approver has left",
      (world) => world.directory.setStanding(ben, "deactivated"),
      "Who approved the plan may not any more, or more people are asked for by now.",
    ],
    [
      "the approval is too old",
      (world) => world.clock.goOn(73 * hourMs),
      "The plan was approved longer ago than an approval counts.",
    ],
    [
      "no change window is open",
      (world) =>
        world.configure((place) => ({ ...place, tenant: { ...plans, changeWindows: [night] } })),
      "No change window is open, or a freeze holds.",
    ],
    [
      "more people are asked for by now",
      (world) =>
        world.configure((place) => ({
          ...place,
          tenant: { ...plans, approvals: { ...plans.approvals, needed: 2 } },
        })),
      "Who approved the plan may not any more, or more people are asked for by now.",
    ],
    [
      "the tenant is in production by now",
      (world) => world.configure((place) => ({ ...place, tenant: { ...plans, production: true } })),
      "Acme sandbox is a production tenant: its activations are approved by themselves.",
    ],
  ])("is where %s", async (_why, act, line) => {
    const world = await atPlan();
    world.runner.beforeNext("grant-permissions", () => act(world));

    await approve(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(again(world)).toContain(line);
  });

  const night: ChangeWindow = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" };

  it("is where the plan was approved by a card that promised nothing", async () => {
    const world = await atPlan(aTenantOfPlans({ approvals: { ...plans.approvals, at: "both" } }));
    world.configure((place) => ({ ...place, tenant: plans }));

    await approve(world);

    expect(again(world)).toEqual([
      "The plan was approved by a card that said nothing of its activation.",
    ]);
  });

  it("is without a reason where two approvals are asked for", async () => {
    const world = await atPlan(aTenantOfPlans({ approvals: { ...plans.approvals, at: "both" } }));

    await approve(world);

    expect(again(world)).toBe(undefined);
  });

  it("promises nothing in production, and says why it is asked", async () => {
    const tenantTyped = plans.name;
    const world = createWorld({ tenant: aTenantOfPlans({ production: true }) });
    await world.store.keepDraft(world.id, { by: ann, raw: aRawDraft() });
    await world.click(ann, { kind: "open", tenantTyped });
    const { phase } = await world.work();
    expect(phase.kind === "waiting-for-approval" && phase.asked.follows).toBe(undefined);

    await world.click(ben, { kind: "approve", digest: world.shownDigest(), tenantTyped });
    await world.work();

    expect(again(world)).toEqual([
      "Acme sandbox is a production tenant: its activations are approved by themselves.",
    ]);
  });
});

describe("a plan whose activation would follow", () => {
  it("leaves nothing where it is denied", async () => {
    const world = await atPlan();

    await world.click(ben, { kind: "deny", digest: world.shownDigest(), reason: "No" });

    expect(await world.work()).toMatchObject({ phase: { kind: "ended" }, leftBehind: [] });
    expect(world.workday.systems()).toEqual([]);
    expect(world.runner.orders).toEqual([]);
    expect(await world.store.findReservation({ tenant: plans.name, userName: "ISU_Viva" })).toBe(
      undefined,
    );
  });

  it("keeps what its card promised when the configuration changes before the click", async () => {
    const world = await atPlan();
    world.configure((place) => ({
      ...place,
      tenant: { ...plans, approvals: { ...plans.approvals, at: "both" } },
    }));

    await approve(world);

    expect(again(world)).toBe(undefined);
    expect(world.workday.tenant.activations).toEqual([]);
  });
});
