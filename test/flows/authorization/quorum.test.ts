import { describe, expect, it } from "vitest";
import { neededFor } from "../../../src/flows/authorization/quorum.ts";
import type { PendingChanges } from "../../../src/flows/model/pending.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import { aDraft, anEditDraft, existingSystem } from "../../support/data/a-draft.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { bea, ben, eve } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const seen: PendingChanges = { kind: "seen", changes: [] };
const unseen: PendingChanges = { kind: "cannot-see" };
const byTwo = aTenant({ approvals: { needed: 2, neededWhenUnseen: 2 } });

async function atCard(tenant = byTwo): Promise<World> {
  const world = createWorld({ tenant });
  await world.open();
  await world.work();
  return world;
}

function approval(world: World): { readonly kind: "approve"; readonly digest: string } {
  return { kind: "approve", digest: world.shownDigest() };
}

describe("neededFor", () => {
  it.each<
    [what: string, changes: Parameters<typeof aTenant>[0], pending: PendingChanges, needed: number]
  >([
    ["one", {}, seen, 1],
    ["as many as configured", { approvals: { needed: 3, neededWhenUnseen: 5 } }, seen, 3],
    ["more where nobody sees", { approvals: { needed: 1, neededWhenUnseen: 2 } }, unseen, 2],
    ["two for a sensitive domain", { sensitiveDomains: ["worker data:  workers"] }, seen, 2],
    ["one where others are sensitive", { sensitiveDomains: ["Audit"] }, seen, 1],
    [
      "no fewer for a sensitive domain",
      {
        approvals: { needed: 4, neededWhenUnseen: 4 },
        sensitiveDomains: ["Worker Data: Workers"],
      },
      seen,
      4,
    ],
  ])("asks for %s", (_what, changes, pending, needed) => {
    expect(neededFor(aTenant(changes), aDraft(), pending)).toBe(needed);
  });
});

describe("a sensitive domain that a group holds already", () => {
  const tenant = aTenant({ sensitiveDomains: ["Payroll"] });
  const holds = { ...noPermissions, View: ["payroll"] };
  const group = { kind: "existing", isActive: true, members: [], holds } as const;

  it("needs two for an account that joins the group, or uses it from then on", () => {
    const { permissions, ...account } = aDraft({ system: existingSystem });
    const activation: Draft = {
      ...account,
      permissions,
      kind: "activate-group",
      found: { ...group, isActive: false },
    };

    expect(neededFor(tenant, aDraft({ group }), seen)).toBe(2);
    expect(neededFor(tenant, activation, seen)).toBe(2);
  });
});

describe("a business process that administers security", () => {
  const tenant = aTenant({ sensitiveDomains: ["Security Group Event"] });
  const businessProcesses = [{ policy: "security group event" }];

  it("needs two for a new account, and where an edit adds it", () => {
    expect(neededFor(tenant, aDraft({ businessProcesses }), seen)).toBe(2);
    expect(neededFor(tenant, anEditDraft({ businessProcesses, processesBefore: [] }), seen)).toBe(
      2,
    );
  });

  it("needs one where an edit takes it away, or leaves it", () => {
    const gone = anEditDraft({ processesBefore: businessProcesses });
    const kept = anEditDraft({ businessProcesses, processesBefore: businessProcesses });

    expect(neededFor(tenant, gone, seen)).toBe(1);
    expect(neededFor(tenant, kept, seen)).toBe(1);
  });
});

describe("two approvers", () => {
  it("both have to approve before anything is activated", async () => {
    const world = await atCard();

    const first = await world.click(ben, approval(world));
    const waiting = await world.work();
    const again = await world.click(ben, approval(world));
    const second = await world.click(bea, approval(world));
    const done = await world.live();

    expect(first).toMatchObject({ kind: "accepted", request: { phase: { given: [{ by: ben }] } } });
    expect(waiting.phase).toMatchObject({ kind: "waiting-for-approval", asked: { needed: 2 } });
    expect(waiting.approval).toBeUndefined();
    expect(again).toEqual({ kind: "refused", refusal: "approved-already" });
    expect(second).toMatchObject({ kind: "accepted" });
    expect(done.phase).toEqual({ kind: "done" });
    expect(done.approval?.given.map(({ by }) => by)).toEqual([ben, bea]);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("counts one of two who come at once for the last place", async () => {
    const world = await atCard();
    await world.click(ben, approval(world));
    const last = approval(world);

    const replies = await Promise.all([world.click(bea, last), world.click(eve, last)]);
    await world.live();

    expect(replies.map((reply) => (reply.kind === "refused" ? reply.refusal : reply.kind))).toEqual(
      ["accepted", "already-settled"],
    );
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it("both begin anew when something else is pending by the second click", async () => {
    const world = await atCard();
    await world.click(ben, approval(world));
    world.workday.tenant.addPending(foreignChange);

    const reply = await world.click(bea, approval(world));
    const waiting = await world.work();

    expect(reply).toMatchObject({ kind: "voided" });
    expect(waiting.phase).toMatchObject({ kind: "waiting-for-approval", given: [] });
    await world.click(bea, approval(world));
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    await world.click(ben, approval(world));
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("both begin anew when one of them may not approve any more", async () => {
    const world = await atCard();
    await world.click(ben, approval(world));
    await world.click(bea, approval(world));
    world.directory.setStanding(ben, "deactivated");

    const waiting = await world.work();

    expect(waiting.phase).toMatchObject({ kind: "waiting-for-approval", given: [] });
    expect(world.events()).toContainEqual({
      kind: "approval-lapsed",
      people: [{ person: ben, why: "deactivated" }],
    });
  });

  it("are asked for when the configuration asks for more than approved", async () => {
    const world = await atCard(aTenant());
    await world.click(ben, approval(world));
    world.configure((place) => ({ ...place, tenant: byTwo }));

    const waiting = await world.work();

    expect(world.events()).toContainEqual({ kind: "approval-lapsed", people: [] });
    expect(waiting.phase).toMatchObject({ kind: "waiting-for-approval", asked: { needed: 2 } });
    expect(world.workday.tenant.activations).toEqual([]);
  });
});
