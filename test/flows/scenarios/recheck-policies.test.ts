import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann, bea, ben, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const strict = aTenant({ authenticationPolicy: { allowedTypes: ["User Name Password"] } });
const activation: StepName = "activate-authentication-policies";
const denial = { kind: "deny", digest: "sha256:shown", reason: "Not ours" } as const;

/** Approved by Ben and activated; something happens while the group is allowed in the policy. */
async function untilPolicies(
  meanwhile: (world: World) => void,
  { tenant = strict, ...options }: WorldOptions = {},
): Promise<World> {
  const world = createWorld({ tenant, ...options });
  world.workday.tenant.guardSignOn();
  world.runner.beforeNext("allow-in-authentication-policy", () => meanwhile(world));
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

function benLeft({ directory }: World): void {
  directory.setStanding(ben, "deactivated");
}

/** Each of them approves the card that is shown, until nobody is asked any more. */
async function approveAnew(world: World): Promise<Request> {
  for (const by of [bea, eve]) {
    if (world.request().phase.kind !== "waiting-for-approval") break;
    await world.click(by, { kind: "approve", digest: world.shownDigest() });
    await world.work();
  }
  return world.request();
}

function performed(world: World): readonly string[] {
  return world.workday.tenant.performed.map(({ name }) => name);
}

function expectOnce(world: World): void {
  expect(new Set(performed(world)).size).toBe(performed(world).length);
  expect(world.workday.tenant.activations).toHaveLength(1);
  expect(world.vault.all()).toHaveLength(1);
}

function lapses(world: World): readonly object[] {
  return world.events().filter(({ kind }) => kind === "approval-lapsed");
}

describe("the activation of the authentication policies", () => {
  it.each<[why: string, meanwhile: (world: World) => void, lapse: object]>([
    ["who approved may not any more", benLeft, { people: [{ person: ben, why: "deactivated" }] }],
    [
      "the approval is too old by then",
      ({ clock }) => clock.goOn(72 * hourMs),
      { people: [], isTooOld: true },
    ],
    [
      "more have to approve by then",
      ({ configure }) =>
        configure((place) => ({
          ...place,
          tenant: { ...strict, approvals: { needed: 2, neededWhenUnseen: 2 } },
        })),
      { people: [] },
    ],
  ])("is asked for anew where %s, and nothing is done twice", async (_why, meanwhile, lapse) => {
    const world = await untilPolicies(meanwhile);

    expect(lapses(world)).toEqual([{ kind: "approval-lapsed", ...lapse }]);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve", pending: { kind: "authentication-policies" } },
    });
    expect(performed(world)).not.toContain(activation);

    expect((await approveAnew(world)).phase).toEqual({ kind: "done" });
    expectOnce(world);
  });

  it("is not asked for anew because something else is pending by then", async () => {
    const world = await untilPolicies(({ workday }) => workday.tenant.addPending(foreignChange));

    expect(lapses(world)).toEqual([]);
    expect(world.request().phase).toEqual({ kind: "done" });
  });

  it("is asked for by as many as where nobody sees what goes live", async () => {
    const tenant = { ...strict, approvals: { needed: 1, neededWhenUnseen: 2 } };
    const world = await untilPolicies(benLeft, { tenant });
    expect(world.request().phase).toMatchObject({ asked: { needed: 2 }, given: [{ by: ben }] });
    await world.click(bea, { kind: "approve", digest: world.shownDigest() });
    await world.work();

    expect(world.request().phase).toMatchObject({
      asked: { needed: 2, pending: { kind: "authentication-policies" } },
    });
    expect((await approveAnew(world)).phase).toEqual({ kind: "done" });
    expect(world.request().approval?.given.map(({ by }) => by)).toEqual([bea, eve]);
  });

  it("stands still while Slack does not say, and goes on when it does", async () => {
    const world = await untilPolicies(({ mishaps }) =>
      mishaps.fail("directory.findStanding", { kind: "unreachable" }),
    );

    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-outside",
      outside: "Slack",
      step: activation,
    });
    world.mishaps.clear();
    await world.click(ann, { kind: "retry" });

    expect((await world.work()).phase).toEqual({ kind: "done" });
    expect(lapses(world)).toEqual([]);
    expectOnce(world);
  });

  it("is looked at before a person is handed it, however long they took before", async () => {
    const hands = { ...allBy("runner"), "allow-in-authentication-policy": "person" } as const;
    const world = await untilPolicies(() => undefined, { tenant: { ...strict, hands } });
    world.clock.goOn(72 * hourMs);
    await world.click(dan, { kind: "report-done", step: "allow-in-authentication-policy" });

    const waiting = await world.work();

    expect(waiting.phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { pending: { kind: "authentication-policies" } },
    });
  });

  it("is asked anew before a runner that may have it is asked again, and is done once", async () => {
    const world = await untilPolicies(({ mishaps }) =>
      mishaps.fail("runner.perform", { kind: "unknown", isDone: true }),
    );
    expect(world.request()).toMatchObject({
      phase: { kind: "waiting-for-outside", step: activation },
    });
    expect(world.request().begun).toContain(activation);
    benLeft(world);
    world.mishaps.clear();
    await world.click(ann, { kind: "retry" });

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect((await approveAnew(world)).phase).toEqual({ kind: "done" });
    expectOnce(world);
  });
});

describe("a denial before the authentication policies are activated", () => {
  it("takes back what goes at once, and says what is pending", async () => {
    const world = await untilPolicies(benLeft);
    const before = performed(world).length;

    expect((await world.click(bea, denial)).kind).toBe("accepted");
    const { phase, leftBehind } = await world.work();

    expect(phase).toEqual({ kind: "ended" });
    expect(performed(world).slice(before)).toEqual([
      "remove-from-authentication-policy",
      "revoke-permissions",
      "remove-group-member",
      "inactivate-security-group",
    ]);
    expect(world.workday.tenant.maySignOn("ISU_Viva")).toBe(false);
    expect(world.vault.all()).toEqual([]);
    const permissions = leftBehind.find(({ what }) => what === "permissions")?.words;
    expect(permissions).toContain("The removal of 4 permissions of ISSG_Viva is pending");
  });

  it("says that permissions may be active where nobody sees them", async () => {
    const world = await untilPolicies(benLeft, { hasReports: false });

    await world.click(bea, denial);
    const { leftBehind } = await world.work();

    const permissions = leftBehind.find(({ what }) => what === "permissions")?.words;
    expect(permissions).toContain("may be active");
  });
});

/** A retirement that each of these approves once; the last of them leaves before the policies are activated. */
async function retire(world: World, voters: readonly PersonId[]): Promise<void> {
  world.runner.beforeNext("remove-from-authentication-policy", () => {
    for (const last of voters.slice(-1)) world.directory.setStanding(last, "deactivated");
  });
  await world.openNext(aRawChange({ kind: "retire" }));
  await world.work();
  for (const by of voters) {
    await world.click(by, { kind: "approve", digest: world.shownDigest() });
    await world.work();
  }
}

async function withAccount(raw?: Raw): Promise<World> {
  const world = createWorld({ tenant: strict });
  world.workday.tenant.guardSignOn();
  world.workday.tenant.addGroup("HR Readers", ["ISU_Other"]);
  await world.open(raw);
  await world.live();
  return world;
}

describe("a retirement whose approver left before the authentication policies are activated", () => {
  it("goes on after another approval", async () => {
    const world = await withAccount();
    await retire(world, [bea, ben]);

    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve", pending: { kind: "authentication-policies" } },
    });
    expect((await approveAnew(world)).phase).toEqual({ kind: "done" });
    expect(world.workday.tenant.activations).toHaveLength(2);
  });

  it("asks for the plan's approval anew where that is the only one", async () => {
    const group = { groupType: "existing", organizations: "", groupScope: "current" } as const;
    const world = await withAccount(
      aRawDraft({ groupName: "HR Readers", group: { ...group, groupInactive: false } }),
    );
    await retire(world, [ben]);

    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-approval",
      asked: { step: "approve-plan", pending: { kind: "authentication-policies" } },
    });
    expect((await approveAnew(world)).phase).toEqual({ kind: "done" });
  });

  it("gives back what it took when it is denied, and says that this is pending", async () => {
    const world = await withAccount();
    await retire(world, [bea, ben]);

    await world.click(bea, denial);
    const { phase, leftBehind } = await world.work();

    expect(phase).toEqual({ kind: "ended" });
    expect(leftBehind.map(({ words }) => words)).toEqual([
      "4 permissions of ISSG_Viva are given back and still pending: they take effect with the next activation in the tenant. /workday-isu activate asks for one.",
    ]);
  });
});
