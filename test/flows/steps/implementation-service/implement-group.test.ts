import { describe, expect, it } from "vitest";
import type { StepResult } from "../../../../src/flows/lifecycle/step-context.ts";
import { handToImplementation } from "../../../../src/flows/steps/implementation-service/hand-to-implementation.ts";
import type { Task } from "../../../../src/flows/tasks/task.ts";
import { allBy, aTenant } from "../../../support/data/a-tenant.ts";
import { anActing } from "../../../support/fakes/a-step-context.ts";
import { aFault } from "../../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../../support/fakes/world.ts";
import { matching } from "../../../workday/support/matching.ts";

const groupName = "ISSG_Viva";
const userName = "ISU_Viva";
const create: Task = { name: "create-security-group", groupName };
const add: Task = { name: "add-group-member", groupName, userName };
const remove: Task = { name: "remove-group-member", groupName, userName };
const inactivate: Task = { name: "inactivate-security-group", groupName };
const activate: Task = { name: "activate-security-group", groupName };
const id = "ISSG_BOT_ISU_7K3M9QXV";
const own = { id, name: groupName };
const ada = { account: "ISU_Ada", ids: [{ type: "WID", id: "1" }] };
const viva = { account: userName, ids: [{ type: "System_User_ID", id: userName }] };

const list = "implementation.listGroups";
const put = "implementation.putGroup";

function aWorld(hands = { ...allBy("implementation"), activate: "person" as const }): World {
  return createWorld({ tenant: aTenant({ hands }) });
}

function perform(world: World, task: Task): Promise<StepResult> {
  return handToImplementation(anActing(world), task);
}

const done = { ok: true, value: {} };

function stop(words: RegExp): object {
  return { ok: false, error: { kind: "stopped", words: matching(words) } };
}

describe("create-security-group", () => {
  it("makes a group whose id names the request, once", async () => {
    const world = aWorld();

    expect(await perform(world, create)).toEqual(done);
    expect(await perform(world, create)).toEqual(done);

    expect(world.implementation.groups()).toMatchObject([
      { ...own, comment: "Made for ISU-7K3M9QXV", isInactive: false, members: [] },
    ]);
    expect(world.mishaps.calls.filter((call) => call.endsWith("addGroup"))).toHaveLength(1);
  });

  it("stops at a group of that name that somebody else made, whatever the case", async () => {
    const world = aWorld();
    world.implementation.setGroup({ name: "issg_viva" });

    expect(await perform(world, create)).toMatchObject(stop(/did not make/));
    expect(world.implementation.groups()).toHaveLength(1);
  });

  it("stops at its own group under another name", async () => {
    const world = aWorld();
    world.implementation.setGroup({ id, name: "Renamed" });

    expect(await perform(world, create)).toMatchObject(stop(/has another name by now/));
  });

  it("looks whether it happened when nobody could read the answer", async () => {
    const world = aWorld();
    world.mishaps.fail("implementation.addGroup", { kind: "unknown", isDone: true });

    expect(await perform(world, create)).toEqual(done);
  });

  it("hands the fault on when nobody answered and it did not happen", async () => {
    const world = aWorld();
    world.mishaps.fail("implementation.addGroup", { kind: "unknown" });

    expect(await perform(world, create)).toEqual({ ok: false, error: aFault("unknown") });
  });

  it("stops when it did not happen, whatever the answer was", async () => {
    const world = aWorld();
    world.mishaps.fail("implementation.addGroup", { kind: "unknown", isAnswered: true });

    expect(await perform(world, create)).toMatchObject(stop(/does not show the security group/));
  });

  it.each([
    [list, 1],
    ["implementation.addGroup", 1],
    [list, 2],
  ])("hands a fault of %s on, at its call %i", async (call, from) => {
    const world = aWorld();
    world.mishaps.fail(call, { kind: "denied", from });

    expect(await perform(world, create)).toEqual({ ok: false, error: aFault("denied") });
  });
});

describe("add-group-member", () => {
  it("adds the account to the others, once", async () => {
    const world = aWorld();
    world.implementation.setGroup({ ...own, comment: "kept", members: [ada] });

    expect(await perform(world, add)).toEqual(done);
    expect(await perform(world, add)).toEqual(done);

    expect(world.implementation.groups()).toMatchObject([
      { ...own, comment: "kept", members: [ada, viva] },
    ]);
    expect(world.mishaps.calls.filter((call) => call === put)).toHaveLength(1);
  });

  it("stops where the group is not there", async () => {
    expect(await perform(aWorld(), add)).toMatchObject(stop(/shows no security group ISSG_Viva/));
  });

  it("takes a group by its name where people make the groups", async () => {
    const world = aWorld({
      ...allBy("implementation"),
      "create-security-group": "person",
      activate: "person",
    });
    world.implementation.setGroup({ name: groupName, members: [ada] });

    expect(await perform(world, add)).toEqual(done);
    expect(world.implementation.groups()).toMatchObject([{ members: [ada, viva] }]);
  });

  it("writes nothing when somebody changes the group in between, and says what", async () => {
    const world = aWorld();
    world.implementation.setGroup({ ...own, members: [ada] });
    world.mishaps.meanwhile(
      list,
      async () => world.implementation.setGroup({ ...own, members: [] }),
      2,
    );

    expect(await perform(world, add)).toMatchObject(
      stop(/^Somebody changed the security group ISSG_Viva .*: the member ISU_Ada is gone\. Noth/),
    );
    expect(world.implementation.groups()).toMatchObject([{ members: [] }]);
  });

  it("writes nothing when the group is gone meanwhile", async () => {
    const world = aWorld();
    world.implementation.setGroup(own);
    world.mishaps.meanwhile(list, async () => world.implementation.dropGroup(groupName), 2);

    expect(await perform(world, add)).toMatchObject(stop(/it is gone/));
    expect(world.mishaps.calls).not.toContain(put);
  });

  it("says when the group is gone after the write", async () => {
    const world = aWorld();
    world.implementation.setGroup(own);
    world.mishaps.meanwhile(list, async () => world.implementation.dropGroup(groupName), 3);

    expect(await perform(world, add)).toMatchObject(stop(/otherwise than the bot wrote it: it is/));
  });

  it.each([
    [list, 1],
    [list, 2],
    [put, 1],
    [list, 3],
  ])("hands a fault of %s on, at its call %i", async (call, from) => {
    const world = aWorld();
    world.implementation.setGroup(own);
    world.mishaps.fail(call, { kind: "denied", from });

    expect(await perform(world, add)).toEqual({ ok: false, error: aFault("denied") });
  });
});

describe("clean-up", () => {
  it("takes out the account alone, and inactivates the group", async () => {
    const world = aWorld();
    world.implementation.setGroup({ ...own, members: [ada, viva] });

    expect(await perform(world, remove)).toEqual(done);
    expect(await perform(world, inactivate)).toEqual(done);

    expect(world.implementation.groups()).toMatchObject([
      { ...own, isInactive: true, members: [ada] },
    ]);
  });

  it.each([remove, inactivate])("has nothing to do where there is no group: %o", async (task) => {
    expect(await perform(aWorld(), task)).toEqual(done);
  });

  it.each([remove, inactivate])("touches no group of somebody else: %o", async (task) => {
    const world = aWorld();
    world.implementation.setGroup({ name: groupName, members: [viva] });

    expect(await perform(world, task)).toMatchObject(stop(/did not make/));
  });
});

describe("activate-security-group", () => {
  it("activates a group that was made inactive, once", async () => {
    const world = aWorld();
    await perform(world, { ...create, isInactive: true });
    expect(world.implementation.groups()).toMatchObject([{ ...own, isInactive: true }]);

    expect(await perform(world, activate)).toEqual(done);
    expect(await perform(world, activate)).toEqual(done);

    expect(world.implementation.groups()).toMatchObject([{ ...own, isInactive: false }]);
  });

  it("stops where there is no such group", async () => {
    expect(await perform(aWorld(), activate)).toMatchObject(stop(/shows no security group/));
  });
});
