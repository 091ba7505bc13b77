import { describe, expect, it } from "vitest";
import { hourMs } from "../../support/data/a-tenant.ts";
import { ben } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const beforeTheLook = "store.decide begin verify";

async function live(world: World): Promise<World> {
  await world.open();
  await world.live();
  return world;
}

function ofEnd(world: World): unknown {
  const end = world.events().at(-1);
  return end?.kind === "done" ? end.verification : end;
}

describe("verify", () => {
  it.each<[how: string, options: WorldOptions, outcome: string]>([
    ["verified where the tenant has its reports", {}, "verified"],
    ["unverified where it has none", { hasReports: false }, "unverified"],
  ])("ends a request as %s", async (_how, options, outcome) => {
    const world = await live(createWorld(options));

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(ofEnd(world)).toMatchObject({ outcome });
    expect(world.request().facts.verification).toEqual(ofEnd(world));
  });

  it("ends a request as different when somebody took a member away meanwhile", async () => {
    const world = createWorld();
    const { groupName, userName } = { groupName: "ISSG_Viva", userName: "ISU_Viva" };
    world.mishaps.meanwhile(beforeTheLook, async () => {
      world.workday.tenant.perform({ name: "remove-group-member", groupName, userName });
    });

    await live(world);

    expect(ofEnd(world)).toMatchObject({ outcome: "different", items: [{ kind: "missing" }] });
  });

  it.each(["workday.readSecurityGroups", "workday.readGroupPermissions"] as const)(
    "ends as unverified when a read stays without an answer for hours: %s",
    async (read) => {
      const world = createWorld();
      world.mishaps.meanwhile(beforeTheLook, async () => {
        world.mishaps.fail(read, { kind: "unreachable" });
      });

      await live(world);
      expect(world.request().phase).toMatchObject({ kind: "waiting-for-outside", step: "verify" });
      for (let passedMs = 0; passedMs < 4 * hourMs; passedMs += hourMs / 2) {
        expect(world.request().phase.kind).toBe("waiting-for-outside");
        world.clock.goOn(hourMs / 2);
        await world.sweep();
        await live(world);
      }

      expect(world.request().phase).toEqual({ kind: "done" });
      expect(ofEnd(world)).toMatchObject({ outcome: "unverified" });
    },
  );

  it("compares nothing for a request that was denied", async () => {
    const world = createWorld();
    await world.open();

    await world.live((digest) => world.click(ben, { kind: "deny", digest, reason: "No" }));

    expect(world.request().facts.verification).toBeUndefined();
  });
});
