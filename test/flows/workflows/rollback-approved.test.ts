import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { describeTimeline } from "../../../src/bot/request-views/timeline.ts";
import { isForEmergency, waitsForNone } from "../../../src/flows/approval/emergency.ts";
import { neededFor } from "../../../src/flows/authorization/quorum.ts";
import { instant, type RequestId } from "../../../src/flows/model/ids.ts";
import { listRegained } from "../../../src/flows/request/rollback.ts";
import type { ChangeWindow } from "../../../src/flows/tenant/change-window.ts";
import { describeRegained, listRollback } from "../../../src/flows/wording/describe-rollback.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { aPendingChange } from "../../support/data/a-request.ts";
import { aRollback } from "../../support/data/a-rollback.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { anEdit, aRawRollback } from "../../support/data/changes.ts";
import { ann, bea, ben, eve } from "../../support/data/people.ts";
import type { World } from "../../support/fakes/world.ts";
import { approveCard, aRawOf, openAs, run } from "../../support/scenes/releases.ts";
import { lived, rollbackStep, toFirst } from "../../support/scenes/rollback.ts";

const eves = { Get: "Worker Data: Workers\nBadge Data", Put: "", View: "", Modify: "" };
const nights: ChangeWindow = { days: ["sat"], from: "22:00", until: "23:00", timeZone: "UTC" };

/** A roll back that is asked for while the tenant's window is closed. */
async function outside(changes: Partial<ReturnType<typeof aTenant>> = {}): Promise<World> {
  const world = await lived();
  world.configure((place) => ({
    ...place,
    tenant: { ...place.tenant, changeWindows: [nights], ...changes },
  }));
  await world.openNext(toFirst(world));
  await world.work();
  return world;
}

function cardOf(world: World): string {
  const { tenant } = world.deps.contextOf(world.tenant.name);
  const request = world.request();
  return JSON.stringify(
    requestMessage({ request, tenant, story: world.store.peekStory(world.id) }),
  );
}

async function approve(world: World, by = ben): Promise<string> {
  const reply = await world.click(by, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return reply.kind === "refused" ? reply.refusal : reply.kind;
}

describe("a roll back outside of the change windows", () => {
  it("is an emergency: two people approve it, and it waits for no window", async () => {
    const world = await outside();
    expect(world.request().phase).toMatchObject({ asked: { needed: 2, isEmergency: true } });
    expect(cardOf(world)).toContain("EMERGENCY: Roll back");
    expect(cardOf(world)).toContain("Approved by two people, the roll back takes effect at once");

    await approve(world, ben);
    expect(world.workday.tenant.performed.map(({ name }) => name)).not.toContain(rollbackStep);
    await approve(world, bea);

    expect(world.request().phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.performed.map(({ name }) => name)).toContain(rollbackStep);
    expect(cardOf(world)).toContain("EMERGENCY: Roll back");
    expect(describeTimeline(world.store.peekStory(world.id)).join("\n")).toContain("*EMERGENCY:*");
  });

  it("needs as many as the tenant says where that is more", async () => {
    const world = await outside({ approvals: { needed: 3, neededWhenUnseen: 3 } });

    expect(world.request().phase).toMatchObject({ asked: { needed: 3, isEmergency: true } });
  });

  it("waits where a freeze holds, like everything else", async () => {
    const freeze = { from: instant(0), until: instant(4_102_444_800_000), why: "Year end" };
    const world = await outside({ freezes: [freeze] });
    expect(world.request().phase).toMatchObject({ asked: { needed: 1, freeze: "Year end" } });

    await approve(world);

    expect(world.request().phase.kind).toBe("waiting-for-window");
  });

  it("waits where a freeze begins after two people approved it", async () => {
    const world = await outside();
    const until = instant(4_102_444_800_000);
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.click(bea, { kind: "approve", digest: world.shownDigest() });
    world.configure((place) => ({
      ...place,
      tenant: { ...place.tenant, freezes: [{ from: instant(0), until, why: "Year end" }] },
    }));

    expect((await world.work()).phase).toMatchObject({
      kind: "waiting-for-window",
      freeze: "Year end",
    });
    expect(world.workday.tenant.performed.map(({ name }) => name)).not.toContain(rollbackStep);
  });

  it("is nothing that another request can be", () => {
    const opening = { opensAt: instant(1) };

    expect(isForEmergency(aRollback(), opening)).toBe(true);
    expect(isForEmergency(aDraft(), opening)).toBe(false);
    expect(isForEmergency(aRollback(), undefined)).toBe(false);
  });

  it("waits for its window where fewer than two approved it", () => {
    const one = { by: ben, at: instant(1) };
    const approval = { given: [one], digest: "d", pending: { kind: "not-activated" } } as const;

    expect(waitsForNone({ ...approval, isEmergency: true }, {})).toBe(false);
    expect(waitsForNone({ ...approval, isEmergency: true, given: [one, one] }, {})).toBe(true);
    expect(waitsForNone(approval, {})).toBe(false);
  });
});

/** Ann asks to go back before the newest activation. */
async function goBackOne(world: World): Promise<void> {
  const moments = world.workday.tenant.timestamps().map(({ at }) => String(at));
  const [timestamp = "", newest = ""] = moments.slice(-2);
  await world.openNext(aRawRollback({ timestamp, newest }));
  await world.work();
}

/** Eve's edit took permissions away from an account of Ann's; Ann asks to go back before it. */
async function regaining(): Promise<{ readonly world: World; readonly edit: RequestId }> {
  const world = await lived();
  const edit = await openAs(world, eve, await anEdit(world, { remove: "Worker Data: Workers" }));
  await run(world);
  await approveCard(world, edit, ben);
  await run(world);
  await goBackOne(world);
  return { world, edit };
}

describe("a roll back that gives something back", () => {
  it("lists what is lost and what is regained, and says who cannot approve that", async () => {
    const { world, edit } = await regaining();
    const { draft } = world.request();
    const regained = listRegained(draft).length;
    expect(regained).toBeGreaterThan(0);

    const card = cardOf(world);

    expect(card).toContain(`Regained: was taken away, and works again at once (${regained}):`);
    expect(card).toContain("Lost, and pending again, as far as the bot knows");
    expect(card).toContain(`${edit}, asked for by <@U0EVE>`);
    expect(card).toContain("taken away before");
  });

  it("counts as granting it: whoever took it away, or asked for it, does not approve", async () => {
    const { world } = await regaining();

    expect(await approve(world, eve)).toBe("has-a-hand");
    expect(await approve(world, ben)).toBe("accepted");
    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it("counts as granting it: whoever asked for it at first does not approve", async () => {
    const world = await lived();
    const first = await openAs(world, eve, aRawOf("Eves", { domains: eves }));
    await run(world);
    await approveCard(world, first, ben);
    await run(world);
    const raw = await anEdit(world, { userName: "ISU_Eves", remove: "Worker Data: Workers" });
    const edit = await openAs(world, ann, raw);
    await run(world);
    await approveCard(world, edit, ben);
    await run(world);
    await goBackOne(world);

    expect(await approve(world, eve)).toBe("has-a-hand");
    expect(await approve(world, ben)).toBe("accepted");
  });

  it("counts as granting it: what administers security needs two people", () => {
    const tenant = aTenant({ sensitiveDomains: ["Payroll"] });
    const [lost, regained] = ["Added", "Removed"].map((change) =>
      aRollback({ again: [aPendingChange({ policy: "Payroll", change })] }),
    );

    expect(lost && neededFor(tenant, lost, { kind: "not-activated" })).toBe(1);
    expect(regained && neededFor(tenant, regained, { kind: "not-activated" })).toBe(2);
  });

  it("says how much of what works again administers security", () => {
    const policy = "Security Configuration";
    const again = [aPendingChange({ policy, change: "Removed" })];
    const tenant = aTenant({ sensitiveDomains: [policy] });

    expect(describeRegained(aRollback({ again }), tenant)).toBe(
      "1 permission taken away before works again (1 administers security)",
    );
    expect(describeRegained(aRollback({ again: [...again, ...again] }), tenant)).toBe(
      "2 permissions taken away before work again (2 administer security)",
    );
    expect(describeRegained(aRollback({ again: [] }), tenant)).toBe(undefined);
    expect(describeRegained(aRollback({ again }), aTenant())).toBe(
      "1 permission taken away before works again",
    );
  });

  it("names what works again, of a business process by its action, also where nobody had to do with it", () => {
    const ofProcess = aPendingChange({
      kind: "business-process",
      policy: "Work Contact Change",
      action: "Initiate",
      access: "",
      change: "Removed",
    });
    const again = [aPendingChange({ change: "Removed" }), ofProcess];
    const lists = listRollback(aRollback({ again }), aTenant());
    const regained = lists.filter(({ title }) => title.startsWith("Regained"));

    expect(regained.map(({ lines }) => lines)).toEqual([
      ["Get: Worker Data: Workers for ISSG_Viva", "Initiate: Work Contact Change for ISSG_Viva"],
    ]);
    expect(lists.some(({ title }) => title.includes("cannot approve this"))).toBe(false);
  });
});
