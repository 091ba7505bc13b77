import { describe, expect, it } from "vitest";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { RawChange } from "../../../src/flows/request/raw-draft.ts";
import { like } from "../../bot/support/like.ts";
import { endedAsAsked } from "../../support/data/a-retirement.ts";
import { anEdit, aRawChange } from "../../support/data/changes.ts";
import { bea, ben } from "../../support/data/people.ts";
import { canary } from "../../support/fakes/fake-random.ts";
import { withTheirs } from "../../support/fakes/theirs.ts";
import type { World } from "../../support/fakes/world.ts";
import { aRawClient } from "../../support/scenes/client-scene.ts";

const userName = "ISU_Theirs";
const groupName = "ISSG_Theirs";
const workers = "Worker Data: Workers";
const secret = "workday-isu-acme-dpt1-ISU-Theirs";

function asking(changes: Partial<RawChange> = {}): RawChange {
  return aRawChange({ userName, ...changes });
}

/** Approves the plan as Ben, and what goes live as Bea. */
async function live(world: World): Promise<void> {
  await world.live((digest) => {
    const { phase } = world.request();
    const isPlan = phase.kind === "waiting-for-approval" && phase.asked.step === "approve-plan";
    return world.click(isPlan ? ben : bea, { kind: "approve", digest });
  });
}

function group(world: World) {
  return world.workday.tenant.groups().find(({ name }) => name === groupName);
}

function grant(world: World, domain: string): void {
  const permissions = { ...noPermissions, Put: [domain] };
  world.workday.tenant.perform({ name: "grant-permissions", groupName, permissions });
}

describe("another password for an account that the bot did not make", () => {
  it("is issued after an approval, and the account is in the inventory from then on", async () => {
    const world = withTheirs();
    const before = world.workday.users()[0]?.password.reveal();

    await world.open(asking());
    await world.work();
    expect(world.request().draft).toMatchObject({
      isAdopted: true,
      groupName,
      permissions: { Get: [workers] },
    });
    expect(world.workday.puts).toEqual([]);
    await live(world);

    const { phase, facts } = world.request();
    expect(phase).toEqual({ kind: "done" });
    expect(facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(world.workday.users()[0]?.password.reveal()).not.toBe(before);
    expect(world.vault.readAsConsumer(secret)).toBe(world.workday.users()[0]?.password.reveal());
    expect(world.everything()).not.toContain(canary);
    expect(toInventory(await world.store.listDone())).toMatchObject([{ draft: { userName } }]);
    await world.openNext(await anEdit(world, { userName, addPut: "Badge Data" }));
    expect(world.request().draft).toMatchObject({ isAdopted: true });
  });

  it("expects nothing of the business processes that its owners gave the group", async () => {
    const world = withTheirs();
    const businessProcesses = [{ policy: "Change Email" }];
    const { tenant } = world.workday;
    tenant.perform({ name: "grant-business-processes", groupName, businessProcesses });
    tenant.perform({ name: "activate", comment: "somebody else" });

    await world.open(asking());
    await world.work();
    await live(world);

    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
  });

  it("is not asked for where its secret's name is somebody else's", async () => {
    const world = withTheirs();
    world.vault.putForeign(secret);

    expect(await world.open(asking())).toMatchObject({
      kind: "not-opened",
      check: { problems: { userName: like(`Key Vault has a secret ${secret} that this bot did`) } },
    });
  });

  it("is not set where the name was taken since, and nothing of it is overwritten", async () => {
    const world = withTheirs();
    await world.open(asking());
    await world.work();
    world.vault.putForeign(secret);

    await live(world);

    expect(world.request().phase).toMatchObject({ kind: "stuck", step: "issue-credential" });
    expect(world.workday.puts).toEqual([]);
    expect(world.vault.all()).toHaveLength(1);
  });

  it("is asked for again where a request before ended with its version stored", async () => {
    const world = withTheirs();
    await world.open(asking());
    await world.work();
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "rejected" });
    await live(world);
    await world.click(world.request().askedBy, { kind: "withdraw" });
    await world.work();
    world.mishaps.clear();
    expect(world.vault.all().map(({ enabled }) => enabled)).toEqual([false]);

    expect(await world.openNext(asking())).toMatchObject({ kind: "accepted" });
  });

  it("is not asked for while the vault does not say", async () => {
    const world = withTheirs();
    world.mishaps.fail("vault.listVersions", { kind: "unreachable" });

    expect(await world.open(asking())).toMatchObject({ check: { kind: "fault" } });
  });
});

describe("the end of an account that the bot did not make", () => {
  it("takes away everything that its group holds, also what is pending", async () => {
    const world = withTheirs();
    grant(world, "Badge Data");

    await world.open(asking({ kind: "retire" }));
    await live(world);

    const { phase, facts, draft } = world.request();
    const { tenant } = world.workday;
    expect(phase).toEqual({ kind: "done" });
    expect(draft).toMatchObject({ permissions: { Get: [workers], Put: ["Badge Data"] } });
    expect(facts.verification).toMatchObject(endedAsAsked("ISU_Theirs"));
    expect([tenant.active(), tenant.pending()]).toEqual([[], []]);
    expect(group(world)).toMatchObject({ active: false, members: [] });
    expect(toInventory(await world.store.listDone())).toEqual([]);
  });

  it("ends its exemption from password expiration, where a report tells of one", async () => {
    const world = withTheirs();
    world.workday.tenant.perform({ name: "exempt-from-password-expiry", userName });
    await world.open(asking());
    await live(world);
    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });

    await world.openNext(asking({ kind: "retire" }));
    await live(world);

    expect(world.request().facts.verification).toMatchObject(endedAsAsked("ISU_Theirs"));
    expect(world.workday.tenant.exempt()).toEqual([]);
  });

  it("is the last that the bot does with it", async () => {
    const world = withTheirs();
    await world.open(asking({ kind: "retire" }));
    await live(world);
    const { id } = world;
    world.workday.tenant.perform({ name: "add-group-member", groupName, userName });

    expect(await world.openNext(asking())).toMatchObject({
      check: { problems: { userName: like(`The bot retired ISU_Theirs with ${id}`) } },
    });
  });
});

describe("the group of an account that the bot did not make", () => {
  it("is activated where it is inactive, and expected to be so from then on", async () => {
    const world = withTheirs();
    world.workday.tenant.perform({ name: "inactivate-security-group", groupName });

    await world.open(asking({ kind: "activate-group" }));
    await live(world);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(group(world)?.active).toBe(true);
  });

  it("is nothing to activate where it is active", async () => {
    expect(await withTheirs().open(asking({ kind: "activate-group" }))).toMatchObject({
      check: { problems: { userName: like("is active already") } },
    });
  });

  it("stays as it is where it is inactive, and that is no difference", async () => {
    const world = withTheirs();
    world.workday.tenant.perform({ name: "inactivate-security-group", groupName });

    await world.open(asking());
    await live(world);

    expect(world.request().facts.verification).toMatchObject({ outcome: "verified", items: [] });
  });
});

describe("an API client for an account that the bot did not make", () => {
  it("is asked for with what the group holds", async () => {
    const world = withTheirs();

    expect(await world.open(aRawClient({ userName }))).toMatchObject({ kind: "accepted" });
    expect(world.request().draft).toMatchObject({
      kind: "api-client",
      isAdopted: true,
      permissions: { Get: [workers] },
    });
  });

  it("is not asked for where one of its secrets' names is somebody else's", async () => {
    const world = withTheirs();
    world.vault.putForeign(`${secret}-client-secret`);

    expect(await world.open(aRawClient({ userName }))).toMatchObject({
      check: { problems: { userName: like(`${secret}-client-secret`) } },
    });
  });

  it("has to be there to be changed", async () => {
    expect(await withTheirs().open(asking({ kind: "replace-token" }))).toMatchObject({
      check: { problems: { userName: like("knows of no API client of ISU_Theirs") } },
    });
  });
});
