import { describe, expect, it } from "vitest";
import { listNewer, rankOf, toSeen } from "../../../src/flows/model/activations.ts";
import { instant } from "../../../src/flows/model/ids.ts";
import type { SecurityTimestamp } from "../../../src/flows/model/tenant-reports.ts";
import { watchActivations } from "../../../src/flows/watch/watch-activations.ts";
import { requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";
import { segmentGroup, withSegments } from "../../support/scenes/segment-scene.ts";

function at(moment: number, comment = "", by = "lmcneil"): SecurityTimestamp {
  return { at: instant(moment), comment, by };
}

describe("activations", () => {
  it("are newer by their moment, or another one of the very moment, oldest first", () => {
    const seen = toSeen([at(5), at(9, "one")]);

    expect(listNewer([at(12), at(11), at(9, "two"), at(9, "one"), at(5)], seen)).toEqual([
      at(9, "two"),
      at(11),
      at(12),
    ]);
  });

  it("are remembered without going back, whatever an older report says", () => {
    const seen = toSeen([at(9, "one")]);

    expect(toSeen([], undefined)).toEqual({ at: 0, keys: [] });
    expect(toSeen([at(5)], seen)).toEqual(seen);
    expect(listNewer([at(9, "one")], toSeen([at(9, "two")], seen))).toEqual([]);
  });

  it("are counted by the request that their comment names", () => {
    const all = [at(1, `${requestId}: a`), at(2, "b"), at(3, `by hand, see ${requestId}`)];

    expect(all.map((one) => rankOf(all, one, requestId))).toEqual([1, 1, 2]);
  });
});

async function watch(world: World): Promise<readonly unknown[]> {
  await watchActivations(world.deps);
  await world.sweep();
  return world.watch.queued.map(({ matter }) => matter);
}

/** A tenant that was looked at, and one request that went through it. */
async function lived(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await watch(world);
  await world.open();
  await world.live();
  return world;
}

function activate(world: World, comment: string): void {
  world.workday.tenant.perform({ name: "activate", comment });
}

describe("watchActivations", () => {
  it("only remembers at its first look", async () => {
    const world = createWorld();
    activate(world, "Long ago");

    expect(await watch(world)).toEqual([]);
    expect(await watch(world)).toEqual([]);
  });

  it("says nothing of an activation that a request asked for", async () => {
    expect(await watch(await lived())).toEqual([]);
  });

  it("raises one alarm for a stranger's, however often and on however many replicas it looks", async () => {
    const world = await lived();
    activate(world, "HR reorganisation");

    await Promise.all([watch(world), watch(world)]);
    world.clock.goOn(300_000);

    expect(await watch(world)).toMatchObject([
      { kind: "activation", comment: "HR reorganisation", by: "rpa-runner", groups: [] },
    ]);
  });

  it.each<[whose: string, comment: (world: World) => string]>([
    ["no request's id", () => "ISU-00000000: nothing of ours"],
    ["the comment of a request that has had its activation", ({ id }) => `${id}: again`],
  ])("is not fooled by %s", async (_whose, comment) => {
    const world = await lived();
    activate(world, comment(world));

    expect(await watch(world)).toHaveLength(1);
  });

  it("is not fooled by the id of a request that nobody has handed over yet", async () => {
    const world = createWorld();
    await watch(world);
    await world.open();
    await world.work();
    activate(world, `${world.id}: let us be quick`);

    expect(await watch(world)).toHaveLength(1);
  });

  it("is not fooled by the id of a request whose activation a person could not do", async () => {
    const world = createWorld({ tenant: aTenant({ hands: allBy("person") }) });
    await watch(world);
    await world.open();
    for (let { phase } = await world.work(); ; { phase } = await world.work()) {
      if (phase.kind === "waiting-for-approval") {
        await world.click(ben, { kind: "approve", digest: world.shownDigest() });
      } else if (phase.kind === "waiting-for-person" && phase.step !== "activate") {
        await world.carryOut();
      } else break;
    }
    await world.click(dan, { kind: "report-refused", step: "activate", why: "Not today" });
    await world.click(ann, { kind: "withdraw" });
    await world.live();
    activate(world, `${world.id}: permissions`);

    expect(await watch(world)).toHaveLength(1);
  });

  it("names the groups of the inventory that changed with it", async () => {
    const world = await lived();
    const permissions = { Get: ["Payroll"], Put: [], View: [], Modify: [] };
    world.workday.tenant.perform({
      name: "grant-permissions",
      groupName: "ISSG_Viva",
      permissions,
    });
    activate(world, "By hand");

    expect(await watch(world)).toMatchObject([{ groups: ["ISSG_Viva"] }]);
  });

  it.each([
    ["its own group", "ISSG_Viva"],
    ["its segment-based group", segmentGroup],
  ])(
    "names of an account with segments %s alone where only that changed",
    async (_which, group) => {
      const world = await withSegments();
      await watch(world);
      world.workday.tenant.addActive(group, { Get: ["Payroll"], Put: [], View: [], Modify: [] });
      activate(world, "By hand");

      expect(await watch(world)).toMatchObject([{ groups: [group] }]);
    },
  );

  it("raises the alarm where the report of groups gives no answer", async () => {
    const world = await lived();
    activate(world, "By hand");
    world.mishaps.fail("workday.readGroupPermissions", { kind: "denied" });

    expect(await watch(world)).toMatchObject([{ groups: [] }]);
  });

  it("is quiet where the tenant has no report, or it cannot be read", async () => {
    const blind = createWorld({ hasReports: false });
    const deaf = createWorld();
    deaf.mishaps.fail("workday.readTimestamps", { kind: "denied" });

    expect(await watch(blind)).toEqual([]);
    expect(await watch(deaf)).toEqual([]);
    expect(deaf.log.lines.map(({ text }) => text)).toContain("cannot see who activated");
  });

  it("raises its alarm once when the process dies anywhere on the way", async () => {
    const rehearsal = await lived();
    activate(rehearsal, "By hand");
    const before = rehearsal.mishaps.passed();
    await watch(rehearsal);
    const places = rehearsal.mishaps.passed() - before;
    const counts: number[] = [];

    for (let place = 1; place <= places; place += 1) {
      const world = await lived();
      activate(world, "By hand");
      world.mishaps.killAt(place);
      await watch(world).catch(() => undefined);
      world.clock.goOn(120_000);
      await watch(world);
      counts.push(world.watch.queued.length);
    }

    expect(places).toBeGreaterThan(4);
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});
