import { describe, expect, it } from "vitest";
import type { PersonId, RequestId } from "../../../src/flows/model/ids.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { ok } from "../../../src/result.ts";
import { anAsking, aPendingChange, foreignChange } from "../../support/data/a-request.ts";
import { aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { aRawActivation } from "../../support/data/changes.ts";
import { ann, ben, eve } from "../../support/data/people.ts";
import type { World, WorldOptions } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  eventsOf,
  openAs,
  phasesOf,
  releasesIn,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

/** Two plans that are approved before anything of either is made. */
async function approved(
  changes: Partial<Tenant> = {},
  { by = ben, ...options }: WorldOptions & { readonly by?: PersonId } = {},
): Promise<{ readonly world: World; readonly ids: readonly RequestId[] }> {
  const world = together({ ...aTenantOfPlans(), releases: "together", ...changes }, options);
  world.workday.tenant.workAs("rpa-runner");
  const ids = [await openAs(world, ann, aRawOf("One")), await openAs(world, ann, aRawOf("Two"))];
  await run(world);
  for (const id of ids) await approveCard(world, id, by);
  return { world, ids };
}

function again(world: World): readonly string[] | undefined {
  const { phase } = theRelease(world);
  if (phase.kind !== "waiting-for-approval") throw new Error(`No card while ${phase.kind}`);
  return phase.asked.again;
}

describe("a release of requests whose plans are approved", () => {
  it("needs no further click where their changes together are exactly what is pending", async () => {
    const { world, ids } = await approved();
    await run(world);

    const { id } = theRelease(world);
    expect(phasesOf(world, [id, ...ids])).toEqual(["done", "done", "done"]);
    expect(world.workday.tenant.activations).toHaveLength(1);
    expect(eventsOf(world, id, "approved")).toEqual([]);
    expect(eventsOf(world, id, "approval-followed")).toMatchObject([
      { approvers: [ben], given: ids.map((one) => ({ by: ben, countsFor: [one] })) },
    ]);
    for (const one of ids)
      expect(requestOf(world, one).approval).toMatchObject({
        given: [{ by: ben }],
        pending: { changes: [{ policy: "Badge Data" }] },
      });
  });

  it("is asked for where anything else is pending, and says so", async () => {
    const { world } = await approved();
    world.workday.tenant.addPending(foreignChange);
    await run(world);

    expect(again(world)).toEqual([
      "1 change that nobody approved:",
      expect.stringContaining("Payroll"),
    ]);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("is asked for where changes of another request are pending, whose plan nobody approved", async () => {
    const { world } = await approved();
    const other = await openAs(world, eve, aRawOf("Three"));
    world.workday.tenant.addPending(
      aPendingChange({ policy: "Badge Data", securityGroup: "ISSG_Three" }),
    );
    await run(world);

    expect(again(world)).toContain(`Changes of other requests: ${other}.`);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("is asked for where another account made one of their changes", async () => {
    const { world } = await approved();
    world.workday.tenant.workAs("bbaker");
    await run(world);

    expect(JSON.stringify(again(world))).toContain("not made by the account");
  });

  it("is asked for in production, where each activation is approved", async () => {
    const { world, ids } = await approved();
    world.configure((place) => ({ ...place, tenant: { ...place.tenant, production: true } }));
    await run(world);

    expect(again(world)).toBeUndefined();
    expect(phasesOf(world, ids)).toEqual(["waiting-for-release", "waiting-for-release"]);
  });

  it("is asked for where who approved a plan may not any more", async () => {
    const { world, ids } = await approved({}, { by: eve });
    await world.workOn((id) => ids.includes(id));
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, approvers: { people: [ben], groups: [] } },
    }));
    await run(world);

    expect(JSON.stringify(again(world))).toContain("may not any more");
  });

  it("follows once: what came between look and hand-over is decided by an approver", async () => {
    const { world } = await approved();
    world.runner.beforeNext("activate", () => world.workday.tenant.addPending(foreignChange));
    await run(world);
    world.workday.tenant.dropPending(foreignChange);

    expect(again(world)).toEqual(["Earlier approvals do not count any more: the thread says why."]);
    await approveCard(world, theRelease(world).id, ben);
    await run(world);
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("is asked for where nobody sees what is pending", async () => {
    const { world } = await approved();
    world.configure((place) => ({
      ...place,
      workday: {
        ...place.workday,
        readPendingChanges: () => Promise.resolve({ ok: true, value: { kind: "cannot-see" } }),
      },
    }));
    await run(world);

    expect(again(world)).toContain("The bot cannot see what is pending.");
  });
});

describe("an approved plan", () => {
  it("does not follow while a card of the tenant is out", async () => {
    const world = together({ ...aTenantOfPlans(), releases: "together" });
    world.workday.tenant.workAs("rpa-runner");
    const id = await openAs(world, ann, aRawOf("One"));
    await run(world);
    await approveCard(world, id, ben);
    const alone = world.random.requestId();
    await world.store.keepDraft(alone, { by: ann, raw: aRawActivation() });
    world.workday.tenant.addPending(foreignChange);
    await world.clickOn(alone, ann, { kind: "open" });
    world.workday.tenant.dropPending(foreignChange);
    // Somebody's activation comes to its card between the look and the decision to follow.
    world.mishaps.meanwhile("workday.readPendingChanges", async () => {
      await world.store.decide({ id: alone, key: "card", now: world.clock.now() }, () =>
        ok([anAsking()]),
      );
    });
    await world.workOn((one) => one === id);

    expect(requestOf(world, alone).phase.kind).toBe("waiting-for-approval");
    expect(requestOf(world, id).phase).toMatchObject({ kind: "waiting-for-release", for: [alone] });
    expect(eventsOf(world, id, "approval-followed")).toEqual([]);
    expect(world.workday.tenant.activations).toEqual([]);
    expect(releasesIn(world)).toEqual([]);
  });
});
