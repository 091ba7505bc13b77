import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { withoutHands, withoutStoring } from "../../../src/flows/ports/without-hands.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { Secret } from "../../../src/secret.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

function observe(world: World): void {
  world.configure((place) => ({ ...place, tenant: { ...place.tenant, observe: true } }));
}

function writes({ mishaps }: World): readonly string[] {
  return mishaps.calls.filter((call) => /\.(?:put|add|perform|enable|disable)/u.test(call));
}

describe("a tenant that is only observed", () => {
  it.each(["runner", "person", "implementation"] as const)(
    "stops a request after its plan, and says so: by %s",
    async (hand) => {
      const world = createWorld({ tenant: aTenant({ hands: allBy(hand), observe: true }) });
      await world.open();
      const { phase, begun } = await world.work();

      expect(phase).toMatchObject({ kind: "stuck", step: "create-integration-system" });
      expect(phase.kind === "stuck" && phase.words).toContain("Acme sandbox is only observed");
      expect([begun, writes(world)]).toEqual([[], []]);
      await world.click(ann, { kind: "retry" });
      expect((await world.work()).phase.kind).toBe("stuck");
      expect(writes(world)).toEqual([]);
    },
  );

  it("lets a request that was withdrawn end, by reading only", async () => {
    const world = createWorld({ tenant: aTenant({ observe: true }) });
    await world.open();
    await world.work();
    await world.click(ann, { kind: "withdraw" });

    expect((await world.work()).phase).toEqual({ kind: "ended" });
    expect(writes(world)).toEqual([]);
  });

  it.each([
    ["before its card", "runner"],
    ["before a person's task", "person"],
  ] as const)("holds a request that was under way %s", async (_when, hand) => {
    const world = createWorld({ tenant: aTenant({ hands: allBy(hand) }) });
    world.mishaps.meanwhile("store.decide finish create-user", async () => observe(world));
    await world.open();
    await world.work();

    expect(world.request().phase).toMatchObject({ kind: "stuck", step: "create-security-group" });
  });

  it("activates nothing that was approved before", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    observe(world);
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(world.request().phase).toMatchObject({ kind: "stuck", step: "activate" });
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("lets nobody start an activation that was handed over before", async () => {
    const hands = { ...allBy("runner"), activate: "person" } as const;
    const world = createWorld({ tenant: aTenant({ hands }) });
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    observe(world);

    const reply = await world.click(dan, { kind: "start", step: "activate" });

    expect(reply).toMatchObject({ kind: "fault", fault: { kind: "rejected" } });
    expect(world.request().phase).toMatchObject({ start: { kind: "needed" } });
  });

  it("asks for no approval", async () => {
    const world = createWorld();
    world.mishaps.meanwhile("store.decide finish grant-permissions", async () => observe(world));
    await world.open();
    await world.work();

    expect(world.request().phase).toMatchObject({ kind: "stuck", step: "approve" });
  });

  it("is looked at for drift", async () => {
    const world = createWorld();
    await world.open();
    await world.live();
    observe(world);
    const gone = { groupName: "ISSG_Viva", userName: "ISU_Viva" };
    world.workday.tenant.perform({ name: "remove-group-member", ...gone });

    await watchDrift(world.deps, 1);

    expect(world.request().drift).toHaveLength(1);
  });

  it("is reached by nothing that writes", async () => {
    const world = createWorld({ tenant: aTenant({ observe: true }) });
    const place = world.deps.contextOf(world.tenant.name);
    const { workday, learning, implementation, ...rest } = withoutHands(place);
    const password = new Secret("x");
    const user = { systemId: "I", userName: "U", password, doNotAllowUiSessions: true };
    const group = { id: "G", name: "G", comment: "", isInactive: false, members: [] };
    const policy = { wid: "W", name: "D", domainIds: [], permissions: [], rest: [] };
    const answers = [
      await workday.putIntegrationSystem({ id: "I", name: "I" }),
      await workday.putIntegrationSystemUser(user),
      await learning.add("topic", "T"),
      await learning.addSegment({ name: "S", topics: [] }),
      await implementation?.addGroup(group),
      await implementation?.putGroup(group),
      await implementation?.putPolicy(policy),
    ];

    for (const answer of answers) expect(answer).toMatchObject({ error: { kind: "rejected" } });
    expect("runner" in rest).toBe(false);
    const { implementation: _none, ...plain } = place;
    expect("implementation" in withoutHands(plain)).toBe(false);
    expect(writes(world)).toEqual([]);
    expect((await workday.readSecurityGroups()).ok).toBe(true);
  });

  it("has nothing stored for it in Key Vault, and others have", async () => {
    const world = createWorld();
    const secret = {
      name: "n",
      value: new Secret("x"),
      tags: { request: "R", isu: "U", tenant: world.tenant.name },
      expiresAt: instant(0),
    };
    const observed = withoutStoring(world.deps.vault, [{ ...world.tenant, observe: true }]);
    const plain = withoutStoring(world.deps.vault, [world.tenant]);

    expect(await observed.putDisabledVersion(secret)).toMatchObject({ ok: false });
    expect(world.vault.all()).toEqual([]);
    expect((await plain.putDisabledVersion(secret)).ok).toBe(true);
  });
});
