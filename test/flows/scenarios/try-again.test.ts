import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aRawJoining } from "../../support/data/a-group.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { lived, toFirst } from "../../support/scenes/rollback.ts";

/** Stories begin on a Monday at nine. */
const monday: ChangeWindow = { days: ["mon"], from: "09:00", until: "11:00", timeZone: "UTC" };

/** Approved by Ben, and waiting: the call did not reach its service. */
async function approvedInVain(world: World, call = "runner.perform"): Promise<World> {
  world.mishaps.fail(call, { kind: "unreachable" });
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  expect((await world.work()).phase.kind).toBe("waiting-for-outside");
  world.mishaps.clear();
  return world;
}

async function activating(tenant: Partial<Tenant> = {}, hasReports = true): Promise<World> {
  const world = createWorld({ tenant: aTenant(tenant), hasReports });
  await world.open();
  await world.work();
  return approvedInVain(world);
}

async function tryAgain(world: World): Promise<string> {
  await world.click(dan, { kind: "retry" });
  return (await world.work()).phase.kind;
}

function performed(world: World): readonly string[] {
  return world.workday.tenant.performed.map(({ name }) => name);
}

describe("an activation that is tried again", () => {
  it("waits for the next change window", async () => {
    const world = await activating({ changeWindows: [monday] });
    world.clock.goOn(4 * hourMs);

    expect(await tryAgain(world)).toBe("waiting-for-window");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it.each([true, false])(
    "is approved anew where who approved left since (reports: %s)",
    async (hasReports) => {
      const world = await activating({}, hasReports);
      world.directory.setStanding(ben, "deactivated");

      expect(await tryAgain(world)).toBe("waiting-for-approval");
      expect(world.workday.tenant.activations).toEqual([]);
    },
  );

  it("is approved anew where the approval grew too old, however often it was tried", async () => {
    const world = await activating();
    world.clock.goOn(70 * hourMs);
    world.mishaps.fail("runner.perform", { kind: "unreachable" });
    expect(await tryAgain(world)).toBe("waiting-for-outside");
    world.mishaps.clear();
    world.clock.goOn(4 * hourMs);

    expect(await tryAgain(world)).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("is approved anew where something else is pending by now", async () => {
    const world = await activating();
    world.workday.tenant.addPending(foreignChange);

    expect(await tryAgain(world)).toBe("waiting-for-approval");
    expect(world.workday.tenant.activations).toEqual([]);
  });
});

describe("a roll back that is tried again", () => {
  it("is approved anew where who approved left since", async () => {
    const world = await lived();
    await world.openNext(toFirst(world));
    await world.work();
    await approvedInVain(world);
    world.directory.setStanding(ben, "deactivated");

    expect(await tryAgain(world)).toBe("waiting-for-approval");
    expect(performed(world)).not.toContain("activate-previous-timestamp");
  });

  it("is asked of a runner for its answer that did it in time", async () => {
    const world = await lived({ tenant: aTenant({ changeWindows: [monday] }) });
    await world.openNext(toFirst(world));
    await world.work();
    world.mishaps.fail("runner.perform", { kind: "unknown", isDone: true });
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    world.mishaps.clear();
    world.clock.goOn(4 * hourMs);

    expect(await tryAgain(world)).toBe("done");
    expect(performed(world).filter((name) => name === "activate-previous-timestamp")).toHaveLength(
      1,
    );
  });
});

describe("a step that takes effect at once and is tried again", () => {
  it("issues no password when who approved left since", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange());
    await world.work();
    await approvedInVain(world, "workday.putIntegrationSystemUser");
    const { length } = world.workday.puts;
    world.directory.setStanding(ben, "deactivated");

    expect(await tryAgain(world)).toBe("waiting-for-approval");
    expect(world.workday.puts).toHaveLength(length);
  });

  it("waits for no window with a password that may have been changed already", async () => {
    const world = await withAccount({ tenant: aTenant({ changeWindows: [monday] }) });
    await world.openNext(aRawChange());
    await world.work();
    await approvedInVain(world, "workday.putIntegrationSystemUser");
    world.clock.goOn(4 * hourMs);

    expect(await tryAgain(world)).toBe("done");
  });

  it("puts nobody into a group when who approved left since", async () => {
    const world = createWorld();
    world.workday.tenant.addGroup("ISSG_HR", ["somebody"]);
    await world.open(aRawJoining());
    await world.work();
    await approvedInVain(world);
    world.directory.setStanding(ben, "deactivated");

    expect(await tryAgain(world)).toBe("waiting-for-approval");
    expect(performed(world)).not.toContain("add-group-member");
    await world.click(ann, { kind: "withdraw" });
  });
});

describe("an account that joins a group which was there", () => {
  it("joins it in a change window only", async () => {
    const tenant = aTenant({ changeWindows: [{ ...monday, days: ["wed"] }] });
    const world = createWorld({ tenant });
    world.workday.tenant.addGroup("ISSG_HR", ["somebody"]);
    world.workday.tenant.addActive("ISSG_HR", { ...noPermissions, Get: ["Worker Data: Workers"] });
    await world.open(aRawJoining());
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect((await world.work()).phase.kind).toBe("waiting-for-window");
    expect(performed(world)).not.toContain("add-group-member");
  });
});
