import { describe, expect, it } from "vitest";
import { parseEdit } from "../../../src/flows/intake/prepare-permissions.ts";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { RawPermissions } from "../../../src/flows/request/raw-draft.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { like } from "../../bot/support/like.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { anEdit, aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, bea, ben } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const workers = "Worker Data: Workers";
const badges = "Badge Data";
const security = "Security Administration";

/** What the group of the world's account may do once the edit is live. */
function active({ workday }: World): readonly string[] {
  return workday.tenant.active().map((line) => line.replace("ISSG_Viva: ", ""));
}

async function anAccount(options: Parameters<typeof withAccount>[0] = {}): Promise<World> {
  const world = await withAccount(options);
  expect(active(world)).toContain(`Get ${workers}`);
  return world;
}

describe("an edit of permissions", () => {
  it.each(["runner", "person"] as const)("adds and removes by %s", async (hand) => {
    const world = await anAccount({ tenant: aTenant({ hands: allBy(hand) }) });
    const kept = active(world).filter((line) => line !== `Get ${workers}`);
    const puts = world.workday.puts.length;

    await world.openNext(await anEdit(world, { remove: workers, addPut: badges }));
    const plan = world.request().plan.map(({ name }) => name);
    const done = await world.live();

    expect(plan).toEqual([
      "grant-permissions",
      "revoke-permissions",
      "approve",
      "activate",
      "verify",
    ]);
    expect(done.phase).toEqual({ kind: "done" });
    expect(active(world).toSorted()).toEqual([...kept, `Put ${badges}`].toSorted());
    expect(done.facts.verification).toMatchObject({ outcome: "verified", items: [] });
    expect(world.workday.puts).toHaveLength(puts);
    const [inInventory] = toInventory(await world.store.listDone());
    expect(inInventory?.draft).toMatchObject({
      permissions: { Put: ["Manage: Learning Content", badges] },
    });
  });

  it("shows both lists to the approver, and nothing is live before", async () => {
    const world = await anAccount();

    await world.openNext(await anEdit(world, { remove: workers, addPut: badges }));
    await world.work();

    expect(active(world)).toContain(`Get ${workers}`);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: {
        step: "approve",
        pending: {
          changes: [
            { policy: badges, access: "Put", change: "Added" },
            { policy: workers, access: "Get", change: "Removed" },
          ],
        },
      },
    });
    expect(world.request().facts.unseen).toEqual([]);
  });

  it("voids an approval when something else is pending since", async () => {
    const world = await anAccount();
    await world.openNext(await anEdit(world, { addPut: badges }));
    await world.work();
    const digest = world.shownDigest();
    const [change] = world.workday.tenant.pending();
    if (change === undefined) throw new Error("Nothing is pending");
    world.workday.tenant.addPending({ ...change, securityGroup: "HR Partners" });

    expect(await world.click(ben, { kind: "approve", digest })).toMatchObject({ kind: "voided" });
    expect(active(world)).not.toContain(`Put ${badges}`);
  });

  it.each(["runner", "person"] as const)(
    "that is denied takes back what was begun, by %s",
    async (hand) => {
      const world = await anAccount({ tenant: aTenant({ hands: allBy(hand) }) });
      const before = active(world);
      await world.openNext(await anEdit(world, { remove: workers, addPut: badges }));
      const ended = await world.live((digest) =>
        world.click(ben, { kind: "deny", digest, reason: "Not now" }),
      );

      expect(ended.phase).toEqual({ kind: "ended" });
      expect(world.workday.tenant.pending()).toEqual([]);
      expect(active(world)).toEqual(before);
      expect(ended.leftBehind).toEqual([]);
      const keys = world.runner.orders.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it("leaves the account of an edit that was denied as it was in the inventory", async () => {
    const world = await anAccount();
    await world.openNext(await anEdit(world, { addPut: badges }));
    await world.live((digest) => world.click(ben, { kind: "deny", digest, reason: "No" }));

    const [kept] = toInventory(await world.store.listDone());

    expect(kept?.draft.kind).toBe("create");
  });

  it("needs two for a domain that administers security, and takes one away with one", async () => {
    const tenant = aTenant({ refusedDomains: [], sensitiveDomains: [badges] });
    const world = await anAccount({ tenant });
    await world.openNext(await anEdit(world, { addPut: badges }));
    await world.work();
    expect(world.request().phase).toMatchObject({ asked: { needed: 2 } });
    await world.live(async (digest) => {
      await world.click(ben, { kind: "approve", digest });
      await world.click(bea, { kind: "approve", digest });
    });
    expect(active(world)).toContain(`Put ${badges}`);

    await world.openNext(await anEdit(world, { removePut: badges }));
    await world.work();

    expect(world.request().phase).toMatchObject({ asked: { needed: 1 } });
  });

  it("does not say of a password that was lost that it is found", async () => {
    const world = await anAccount();
    world.workday.allowSignOn(false);
    await world.openNext(aRawChange());
    await world.live();
    const withdrawn = world.id;
    await world.click(ann, { kind: "withdraw" });
    await world.work();
    expect(world.store.peek(withdrawn)?.leftBehind).toHaveLength(1);

    await world.openNext(await anEdit(world, { addPut: badges }));
    await world.live();
    await world.sweep();

    expect(world.store.peek(withdrawn)?.leftBehind).toHaveLength(1);
  });
});

describe("the account after an edit", () => {
  it("has a password as old as it was", async () => {
    const world = await anAccount();
    world.clock.goOn(366 * 86_400_000);
    await world.openNext(await anEdit(world, { addPut: badges }));
    await world.live();

    await watchDrift(world.deps, 1);

    expect(world.request().drift).toEqual([
      { kind: "other", words: like("The password is older than") },
    ]);
  });
});

describe("what an edit asks for", () => {
  const raw: RawPermissions = {
    kind: "permissions",
    tenant: "acme_dpt1",
    userName: "ISU_Viva",
    groupName: "ISSG_Viva",
    before: { ...noPermissions, Get: [security, workers] },
    seenIn: "report",
    domains: { Get: `${security}\n${workers}`, Put: "", View: "", Modify: "" },
    reason: "More is needed",
    ticket: "",
  };
  const tenant = aTenant({ refusedDomains: [security] });

  it.each<[what: string, changes: Partial<RawPermissions>, problems: Record<string, unknown>]>([
    ["no difference", {}, { Get: like("Add something or take it away") }],
    [
      "no difference but in the spelling, and no reason",
      { domains: { ...raw.domains, Get: `${security}\nworker data:  workers` }, reason: "" },
      { Get: like("Add something"), reason: like("Say why") },
    ],
    [
      "a domain that administers security, added",
      { domains: { ...raw.domains, Put: security } },
      { Put: like("administers security itself") },
    ],
    [
      "a business process that administers security, added",
      { businessProcesses: `${security} | Start it` },
      { businessProcesses: like("administers security itself") },
    ],
    [
      "nothing at all",
      { domains: { Get: "", Put: "", View: "", Modify: "" } },
      { Get: like("at least one domain") },
    ],
  ])("refuses %s", (_what, changes, problems) => {
    expect(parseEdit({ ...raw, ...changes }, tenant)).toEqual({ ok: false, error: problems });
  });

  it("leaves a business process that administers security where it was", () => {
    const processesBefore = [{ policy: security }];
    const kept = { ...raw, processesBefore, businessProcesses: security };

    const edit = parseEdit({ ...kept, domains: { ...raw.domains, Get: workers } }, tenant);

    expect(valueIn(edit).businessProcesses).toEqual(processesBefore);
  });

  it("takes one away that administers security", () => {
    const edit = parseEdit({ ...raw, domains: { ...raw.domains, Get: workers } }, tenant);

    expect(valueIn(edit).permissions.Get).toEqual([workers]);
  });
});
