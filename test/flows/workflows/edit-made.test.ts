import { describe, expect, it } from "vitest";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import type { Reply } from "../../../src/flows/ports/answerer.ts";
import type { RawDraft } from "../../../src/flows/request/raw-draft.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { anEdit, aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { aPolicy } from "../../support/fakes/fake-implementation.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { edit, untilActivation } from "../../support/scenes/edits.ts";
import {
  approveCard,
  aRawOf,
  openAtOnce,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

const none = { Get: "", Put: "", View: "", Modify: "" };

function granting(
  domains: Partial<RawDraft["domains"]>,
  changes: Partial<RawDraft> = {},
): RawDraft {
  return aRawDraft({ domains: { ...none, ...domains }, ...changes });
}

async function atActivation(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await untilActivation(world);
  return world;
}

function pendingOf(world: World): readonly string[] {
  const { tenant } = world.workday;
  return tenant.pending().map(({ change, access, policy }) => `${change} ${access}: ${policy}`);
}

function refused(refusal: Refusal): Reply {
  return { kind: "refused", refusal };
}

describe("an edit of what is made already", () => {
  it("takes back what is not asked for any more, grants the rest, and asks for its activation anew", async () => {
    const world = await atActivation();
    const before = world.shownDigest();

    await edit(world, granting({ Get: "Worker Data: Workers\nBadge Data" }));

    expect(pendingOf(world).toSorted()).toEqual([
      "Added Get: Badge Data",
      "Added Get: Worker Data: Workers",
    ]);
    expect(await world.click(ben, { kind: "approve", digest: before })).toEqual(
      refused("outdated-card"),
    );
    expect(world.workday.users()).toHaveLength(1);
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(world.request().facts.verification?.outcome).toBe("verified");
    expect(world.workday.tenant.active().toSorted()).toEqual([
      "ISSG_Viva: Get Badge Data",
      "ISSG_Viva: Get Worker Data: Workers",
    ]);
  });

  it.each<[how: string, tenant: Tenant, hasReports: boolean]>([
    ["by people", aTenant({ hands: allBy("person") }), true],
    ["where nobody sees what a group holds", aTenant(), false],
    ["where the plan is approved first", aTenantOfPlans(), true],
  ])("goes the same way %s", async (_how, tenant, hasReports) => {
    const world = await atActivation({ tenant, hasReports });

    await edit(world, granting({ Get: "Badge Data" }));
    await untilActivation(world);

    expect(pendingOf(world)).toEqual(["Added Get: Badge Data"]);
    expect((await world.live()).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.active()).toEqual(["ISSG_Viva: Get Badge Data"]);
  });

  it("takes back all that was ever granted for it when it does not end well", async () => {
    const hands = { ...allBy("runner"), "revoke-permissions": "person" as const };
    const world = await atActivation({ tenant: aTenant({ hands }) });
    await edit(world, granting({ Get: "Badge Data" }));
    expect(world.request().phase).toMatchObject({ step: "revoke-permissions" });

    await world.click(dan, { kind: "report-refused", step: "revoke-permissions", why: "Not now" });
    await edit(world, granting({ Put: "Payroll" }));
    await world.click(ann, { kind: "withdraw" });
    const ended = await world.live();

    expect(ended.phase).toEqual({ kind: "ended" });
    expect(pendingOf(world)).toEqual([]);
    const revoked = ended.plan.find(({ name }) => name === "revoke-permissions");
    expect(revoked).toMatchObject({
      task: {
        permissions: {
          Get: [
            "Manage: Learning Content",
            "Worker Data: Workers",
            "Reports: Learning Record",
            "Badge Data",
          ],
          Put: ["Payroll", "Manage: Learning Content"],
        },
      },
    });
  });

  it.each(["runner", "person"] as const)(
    "gives back what it had taken away, and takes back what it had given, by %s",
    async (hand) => {
      const first = aRawDraft({ businessProcesses: "Hire | Import Hire (Web Service)" });
      const tenant = aTenant({ hands: allBy(hand) });
      const world = await withAccount({ raw: first, tenant });
      const active = world.workday.tenant.active();
      const raw = await anEdit(world, {
        addPut: "Badge Data",
        remove: "Worker Data: Workers",
        processes: "Contact Change",
      });
      await world.openNext(raw);
      await untilActivation(world);

      const reply = await edit(world, {
        ...raw,
        domains: {
          ...raw.domains,
          Get: `${raw.domains.Get}\nWorker Data: Workers`,
          Put: "Payroll",
        },
        businessProcesses: "Hire | Import Hire (Web Service)",
      });

      expect(reply.kind).toBe("accepted");
      await untilActivation(world);
      expect(pendingOf(world).toSorted()).toEqual([
        "Added Put: Payroll",
        "Removed Put: Manage: Learning Content",
      ]);
      await world.click(ann, { kind: "withdraw" });
      await world.live();
      expect(pendingOf(world)).toEqual([]);
      expect(world.workday.tenant.active()).toEqual(active);
    },
  );

  it("keeps what stays as it is, and tells a runner that does it anew so by another key", async () => {
    const world = await atActivation({
      raw: aRawDraft({ businessProcesses: "Hire | Import Hire (Web Service)" }),
    });

    await edit(
      world,
      granting({ Get: "Badge Data" }, { businessProcesses: "Hire | Import Hire (Web Service)" }),
    );

    const orders = world.runner.orders.filter(({ task }) => task.name.startsWith("grant-"));
    expect(orders.map(({ key }) => key.replace(/^[^:]*:/, ""))).toEqual([
      "grant-permissions:0",
      "grant-business-processes:0",
      "grant-permissions:1",
    ]);
  });

  it.each<[what: string, raw: RawDraft]>([
    ["the account's name", aRawDraft({ userName: "ISU_Other" })],
    ["its sessions", aRawDraft({ doNotAllowUiSessions: false })],
    ["its system", aRawDraft({ newSystem: "Another system" })],
    ["what no form can hold", granting({ Get: "x".repeat(400) })],
  ])("leaves %s as it is, and says why", async (_what, raw) => {
    const world = await atActivation();
    const before = world.shownDigest();

    expect(await edit(world, raw)).toMatchObject({
      kind: "not-opened",
      check: { kind: "problems" },
    });
    expect(world.shownDigest()).toBe(before);
  });

  it("of a change refuses what no form can hold, too", async () => {
    const world = await withAccount();
    const raw = await anEdit(world, { addPut: "Badge Data" });
    await world.openNext(raw);
    await untilActivation(world);

    const reply = await edit(world, { ...raw, reason: "" });

    expect(reply).toMatchObject({ kind: "not-opened", check: { kind: "problems" } });
  });

  it("is not for a kind whose deeds take effect at once", async () => {
    const hands = { ...allBy("runner"), "exempt-from-password-expiry": "person" as const };
    const world = await withAccount({ tenant: aTenant({ hands }) });
    const raw = aRawChange({ kind: "retire", reason: "The vendor is gone" });
    await world.openNext(raw);
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).begun).not.toEqual([]);

    const reply = await edit(world, { ...raw, reason: "Another reason" });

    expect(["not-opened", "refused"]).toContain(reply.kind);
    expect(world.request().edits).toBe(0);
  });

  it("is decided only where it can be seen what the group holds by now", async () => {
    const world = await atActivation();
    world.mishaps.fail("workday.readGroupPermissions", { kind: "denied" });

    const reply = await edit(world, granting({ Get: "Badge Data" }));

    expect(reply).toMatchObject({ kind: "fault", fault: { kind: "denied" } });
    expect(world.request().edits).toBe(0);
  });

  it("takes its request out of the release that it waited for, whose card counts no more", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    if (one === undefined || other === undefined) throw new Error("Two were opened");
    const release = theRelease(world).id;
    const before = shownOn(world, release);
    const raw = aRawOf("No0", { domains: { ...none, Get: "Payroll" } });

    const reply = await edit(world, raw, { request: one });

    expect(reply.kind).toBe("accepted");
    const late = { kind: "approve", digest: before } as const;
    expect(await world.clickOn(release, ben, late)).not.toMatchObject({ kind: "accepted" });
    expect(world.workday.tenant.activations).toEqual([]);
    expect(requestOf(world, one)).toMatchObject({ edits: 1 });
    await approveAll(world);
    expect(requestOf(world, one).phase).toEqual({ kind: "done" });
    expect(requestOf(world, other).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.active().toSorted()).toEqual([
      "ISSG_No0: Get Payroll",
      "ISSG_No1: Get Badge Data",
    ]);
  });
});

function shownOn(world: World, id: RequestId): string {
  const { phase } = requestOf(world, id);
  if (phase.kind !== "waiting-for-approval") throw new Error(`${id} has no card: ${phase.kind}`);
  return phase.asked.digest;
}

/** Approves whatever has a card, until nothing has. */
async function approveAll(world: World): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await run(world);
    const asked = world.store.peekAll().find(({ phase }) => phase.kind === "waiting-for-approval");
    if (asked === undefined) return;
    await approveCard(world, asked.id, ben);
  }
}

describe("a domain that Workday does not know", () => {
  it("stops its request with the nearest names, and an edit frees it: nothing in vain is taken back", async () => {
    const hands = { ...allBy("implementation"), activate: "person" } as const;
    const world = createWorld({ tenant: aTenantOfPlans({ hands }) });
    world.implementation.setPolicy(aPolicy("Worker Data: Compensation"));
    await world.open(granting({ Get: "Worker Data: Compensaton" }));
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    expect((await world.work()).phase).toMatchObject({
      kind: "stuck",
      step: "grant-permissions",
      field: "Get",
      words:
        'Workday has no domain security policy "Worker Data: Compensaton". Did you mean "Worker Data: Compensation"? Nothing was written.',
    });

    await edit(world, granting({ Get: "Worker Data: Compensation" }));

    expect(world.request().phase).toMatchObject({ asked: { step: "approve-plan" } });
    expect(world.request().plan.map(({ name }) => name)).not.toContain("revoke-permissions");
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(world.implementation.policy("Worker Data: Compensation").permissions).toHaveLength(1);
  });
});
