import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { toReleaseComment } from "../../../src/flows/kinds/comment.ts";
import { instant, later, type RequestId } from "../../../src/flows/model/ids.ts";
import { settleMember } from "../../../src/flows/release/settle-member.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { ok } from "../../../src/result.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, ben, eve } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import {
  approveCard,
  aRawOf,
  denyIt,
  eventsOf,
  openAs,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

/** Two requests whose release is approved, and not activated yet. */
async function approved(): Promise<{
  world: World;
  release: RequestId;
  ids: readonly RequestId[];
}> {
  const world = together();
  const ids = await openAtOnce(world);
  const { id: release } = theRelease(world);
  await approveCard(world, release, ben);
  return { world, release, ids };
}

function happen(world: World, id: RequestId, event: Event): Promise<unknown> {
  return world.store.decide({ id, key: `test ${event.kind}`, now: world.clock.now() }, () =>
    ok([event]),
  );
}

describe("right before the activation of a release", () => {
  it.each<[what: string, change: (world: World) => unknown, why: object]>([
    [
      "who approved it is no member any more",
      (world) => world.directory.setStanding(ben, "deactivated"),
      { people: [{ person: ben, why: "deactivated" }] },
    ],
    ["it was approved too long ago", (world) => world.clock.goOn(73 * hourMs), { isTooOld: true }],
    [
      "more have to approve by now",
      (world) =>
        world.configure((place) => ({
          ...place,
          tenant: aTenant({ releases: "together", approvals: { needed: 2, neededWhenUnseen: 2 } }),
        })),
      { people: [] },
    ],
  ])("nothing goes live where %s, and it is asked for again", async (_what, change, why) => {
    const { world, release } = await approved();
    change(world);
    await run(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(eventsOf(world, release, "approval-lapsed")).toMatchObject([why]);
    expect(requestOf(world, release).phase.kind).toBe("waiting-for-approval");
  });

  it("nothing goes live where something else is pending by now", async () => {
    const { world, release } = await approved();
    world.workday.tenant.addPending(foreignChange);
    await run(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(eventsOf(world, release, "approval-voided")).toMatchObject([
      { difference: { added: [foreignChange] } },
    ]);
  });

  it("nothing goes live where whoever accepted the rest has a hand in it by now", async () => {
    const world = together();
    // Somebody's request that was denied, and whose changes nobody took back.
    world.workday.tenant.addPending(foreignChange);
    const ids = await openAtOnce(world);
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);
    const [first] = ids;
    if (first === undefined) throw new Error("Nothing was opened");
    await happen(world, first, {
      kind: "step-finished",
      step: "grant-permissions",
      by: ben,
      facts: {},
    });
    await run(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(eventsOf(world, release, "approval-lapsed")).toMatchObject([
      { people: [{ person: ben, why: "did-a-step" }] },
    ]);
  });

  it.each(["workday.readPendingChanges", "directory.findStanding", "workday.readSecurityGroups"])(
    "waits where %s does not answer",
    async (call) => {
      const { world, release } = await approved();
      world.mishaps.fail(call, { kind: "unreachable" });
      await run(world);

      expect(world.workday.tenant.activations).toEqual([]);
      expect(requestOf(world, release).phase.kind).toBe("waiting-for-outside");
    },
  );

  it("waits for the change window, and until then one of its requests is denied", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    if (one === undefined || other === undefined) throw new Error("Nothing was opened");
    const { id: release } = theRelease(world);
    await approveCard(world, release, ben);
    const freezes = [
      { from: world.clock.now(), until: later(world.clock.now(), hourMs), why: "Year end" },
    ];
    world.configure((place) => ({ ...place, tenant: { ...place.tenant, freezes } }));
    await run(world);
    expect(requestOf(world, release).phase.kind).toBe("waiting-for-window");

    await world.clickOn(one, eve, denyIt);
    await run(world);

    expect(requestOf(world, release)).toMatchObject({
      members: [other],
      phase: { kind: "waiting-for-approval" },
    });
  });
});

describe("a release that begins while one of its requests is closed", () => {
  it("does not activate", async () => {
    const { world, release, ids } = await approved();
    const [one] = ids;
    if (one === undefined) throw new Error("Nothing was opened");
    // Between the look at what was approved and the order.
    world.mishaps.meanwhile("workday.readGroupPermissions", async () => {
      await world.clickOn(one, ann, { kind: "withdraw" });
    });
    await run(world);

    expect(world.workday.tenant.activations).toEqual([]);
    expect(requestOf(world, release).members).toHaveLength(1);
  });
});

describe("a release whose changes somebody made live", () => {
  it("lets the request go on by itself, which says so", async () => {
    const world = together();
    const ids = await openAtOnce(world);
    const { id: release } = theRelease(world);
    for (const change of world.workday.tenant.pending().slice(0, 1))
      world.workday.tenant.dropPending(change);

    expect(await approveCard(world, release, ben)).toMatchObject({ kind: "voided" });
    await run(world);

    expect(phasesOf(world, ids)).toEqual(["stuck", "waiting-for-release"]);
    expect(requestOf(world, release).members).toEqual(ids.slice(1));
  });

  it("ends where that is so of all of them", async () => {
    const world = together();
    await openAtOnce(world);
    const { id: release } = theRelease(world);
    for (const change of world.workday.tenant.pending()) world.workday.tenant.dropPending(change);
    await approveCard(world, release, ben);
    await run(world);

    expect(requestOf(world, release).phase).toEqual({ kind: "ended" });
  });
});

describe("a request whose release is over", () => {
  const rules = { tenant: aTenant(), now: instant(0) };

  it("waits in the line again where the release ended without it", async () => {
    const { world, release, ids } = await approved();
    const [one] = ids;
    if (one === undefined) throw new Error("Nothing was opened");
    const ended = {
      ...requestOf(world, release),
      approval: undefined,
      closing: { kind: "withdrawn", by: ben },
    } as const;
    const { approval: _none, ...closed } = ended;

    expect(settleMember(requestOf(world, one), closed, rules)).toMatchObject({
      kind: "release-awaited",
    });
    expect(settleMember(requestOf(world, one), undefined, rules)).toMatchObject({
      kind: "release-awaited",
    });
  });

  it("is found by the sweep where the process died before it was told", async () => {
    const { world, release, ids } = await approved();
    await happen(world, release, {
      kind: "closing",
      closing: { kind: "withdrawn", by: ben },
      plan: [],
    });
    await happen(world, release, { kind: "ended" });
    await world.sweep();
    await run(world);

    expect(ids.map((id) => requestOf(world, id).phase)).toMatchObject([
      { kind: "waiting-for-release" },
      { kind: "waiting-for-release" },
    ]);
    expect(ids.map((id) => requestOf(world, id).phase)).not.toMatchObject([
      { release },
      { release },
    ]);
  });
});

describe("where the configuration says so no more", () => {
  it("nobody waits for anybody", async () => {
    const world = together();
    const [first] = await openAtOnce(world, [ann]);
    const next = await openAs(world, ann, aRawOf("Next"));
    await run(world);
    world.configure((place) => {
      const { releases: _together, ...tenant } = place.tenant;
      return { ...place, tenant };
    });
    await world.sweep();
    await run(world);

    expect(first && requestOf(world, first).phase.kind).toBe("waiting-for-approval");
    expect(requestOf(world, next).phase.kind).toBe("waiting-for-approval");
  });
});

describe("the comment of a release", () => {
  const id: RequestId = brand("ISU-7K3M9QXV");

  it("names its requests with their tickets, and no other request by way of a ticket", () => {
    const members = [{ id: brand<RequestId>("ISU-00000001"), ticket: "CHG ISU-00000009" }];

    expect(toReleaseComment(id, members)).toBe(
      "ISU-7K3M9QXV: everything that is pending, as approved. Releases ISU-00000001 (CHG ISU 00000009).",
    );
  });

  it("names as many as the field holds, and counts the others", () => {
    const members = Array.from({ length: 60 }, () => ({ id, ticket: "x".repeat(40) }));

    expect(toReleaseComment(id, members)).toMatch(/^ISU-7K3M9QXV: .*, 53 more\.$/);
    expect(toReleaseComment(id, [{ id, ticket: "x".repeat(600) }])).toHaveLength(71);
  });
});
