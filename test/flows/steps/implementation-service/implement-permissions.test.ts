import { describe, expect, it } from "vitest";
import type { StepResult } from "../../../../src/flows/lifecycle/step-context.ts";
import { noPermissions } from "../../../../src/flows/model/permissions.ts";
import type { DomainPolicy } from "../../../../src/flows/ports/implementation.ts";
import { grantTo } from "../../../../src/flows/steps/implementation-service/domain-policy.ts";
import { handToImplementation } from "../../../../src/flows/steps/implementation-service/hand-to-implementation.ts";
import type { Task } from "../../../../src/flows/tasks/task.ts";
import { allBy, aTenant } from "../../../support/data/a-tenant.ts";
import { anActing } from "../../../support/fakes/a-step-context.ts";
import {
  aPolicy,
  aPolicyGroup,
  securityOperations,
} from "../../../support/fakes/fake-implementation.ts";
import { aFault } from "../../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../../support/fakes/world.ts";
import { matching } from "../../../workday/support/matching.ts";

const groupName = "ISSG_Viva";
const permissions = { ...noPermissions, Get: ["workers", "Payroll"], Put: ["Workers"] };
const grant: Task = { name: "grant-permissions", groupName, permissions };
const revoke: Task = { name: "revoke-permissions", groupName, permissions };
const { Get, Put } = securityOperations;
const ours = aPolicyGroup(groupName);
const workers = aPolicy("Workers", ["HR Partners"]);
const payroll = aPolicy("Payroll");
const grantedWorkers = grantTo(grantTo(workers, ours, Get), ours, Put);
const grantedPayroll = grantTo(payroll, ours, Get);

const find = "implementation.findPolicy";
const put = "implementation.putPolicy";

function aWorld({ hasGroup = true } = {}): World {
  const hands = { ...allBy("implementation"), activate: "person" as const };
  const world = createWorld({ tenant: aTenant({ hands }) });
  if (hasGroup) world.implementation.setGroup({ id: "ISSG_BOT_ISU_7K3M9QXV", name: groupName });
  world.implementation.setPolicy(workers);
  world.implementation.setPolicy(payroll);
  return world;
}

function perform(world: World, task: Task): Promise<StepResult> {
  return handToImplementation(anActing(world), task);
}

function policies({ implementation }: World): readonly DomainPolicy[] {
  return [implementation.policy("Workers"), implementation.policy("Payroll")];
}

function puts({ mishaps }: World): number {
  return mishaps.calls.filter((call) => call === put).length;
}

const done = { ok: true, value: {} };

function stop(words: RegExp): object {
  return { ok: false, error: { kind: "stopped", words: matching(words) } };
}

describe("grant-permissions", () => {
  it("adds our group to each policy and nothing else, with one write a policy", async () => {
    const world = aWorld();

    expect(await perform(world, grant)).toEqual(done);

    expect(policies(world)).toEqual([grantedWorkers, grantedPayroll]);
    expect(puts(world)).toBe(2);
  });

  it("goes on after a crash that came after a write", async () => {
    const world = aWorld();
    world.implementation.setPolicy(grantedWorkers);

    expect(await perform(world, grant)).toEqual(done);

    expect(policies(world)).toEqual([grantedWorkers, grantedPayroll]);
    expect(puts(world)).toBe(1);
  });

  it("writes nothing at all when one domain is unknown, and names it with what is nearest to it", async () => {
    const world = aWorld();
    world.implementation.dropPolicy("Payroll");
    expect(await perform(world, grant)).toMatchObject(
      stop(/no domain security policy "Payroll"\. Nothing was written\./),
    );

    world.implementation.setPolicy(aPolicy("Payrol"));
    const stopped = await perform(world, grant);

    expect(stopped).toMatchObject(stop(/"Payroll"\. Did you mean "Payrol"\? Nothing/));
    expect(stopped).toMatchObject({ error: { field: "Get" } });
    expect(puts(world)).toBe(0);
  });

  it("stops without its group", async () => {
    const world = aWorld({ hasGroup: false });

    expect(await perform(world, grant)).toMatchObject(stop(/shows no security group ISSG_Viva/));
  });

  it("stops where the configuration does not name the operations any more", async () => {
    const acting = anActing(aWorld());
    const { operations: _none, ...implementation } = acting.place.implementation ?? never();

    const acted = await handToImplementation(
      { ...acting, place: { ...acting.place, implementation } },
      grant,
    );

    expect(acted).toMatchObject(stop(/does not name the tenant's security operations/));
  });

  it("writes nothing when somebody changes the policy in between, and says what", async () => {
    const world = aWorld();
    const theirs = aPolicy("Workers", ["HR Partners", "Auditors"]);
    world.mishaps.meanwhile(find, async () => world.implementation.setPolicy(theirs), 2);

    expect(await perform(world, grant)).toMatchObject(
      stop(/^Somebody changed the policy of Workers .*: get_op for Auditors is new\. Nothing was/),
    );
    expect(policies(world)).toEqual([theirs, payroll]);
    expect(puts(world)).toBe(0);
  });

  it("stops when a policy goes between the list and its reading", async () => {
    const world = aWorld();
    world.mishaps.meanwhile(find, async () => world.implementation.dropPolicy("Workers"));

    expect(await perform(world, grant)).toMatchObject(stop(/The policy of Workers is gone/));
  });

  it("says what the service made of it, and does not write again", async () => {
    const world = aWorld();
    const many = ["A", "B", "C", "D", "E", "F", "G"];
    world.implementation.distort((policy) => ({
      ...aPolicy(policy.name, many),
      permissions: [...policy.permissions, ...aPolicy(policy.name, many).permissions],
    }));

    expect(await perform(world, grant)).toMatchObject(
      stop(/otherwise than the bot wrote it: get_op for A is new.*; and 2 more\. The bot does not/),
    );
    expect(puts(world)).toBe(1);
  });

  it("waits where nobody heard of the write and nothing shows, and writes it when it begins anew", async () => {
    const world = aWorld();
    world.mishaps.fail(put, { kind: "unknown", times: 1 });

    expect(await perform(world, grant)).toMatchObject({ error: { kind: "unknown" } });
    const putsThen = puts(world);
    expect(await perform(world, grant)).toMatchObject({ ok: true });
    // The first policy once more, and the second.
    expect([putsThen, puts(world)]).toEqual([1, 3]);
  });

  it("says when the write shows no effect", async () => {
    const world = aWorld();
    world.mishaps.fail(put, { kind: "unknown", isAnswered: true });

    expect(await perform(world, grant)).toMatchObject(stop(/as it was before the write/));
    expect(puts(world)).toBe(1);
  });

  it("goes on when a write that nobody answered had its effect", async () => {
    const world = aWorld();
    world.mishaps.fail(put, { kind: "unknown", isDone: true });

    expect(await perform(world, grant)).toEqual(done);
    expect(policies(world)).toEqual([grantedWorkers, grantedPayroll]);
  });

  it("reads anew before it writes again what never arrived", async () => {
    const world = aWorld();
    const theirs = aPolicy("Workers", ["HR Partners", "Auditors"]);
    world.mishaps.fail(put, { kind: "unreachable", times: 1 });
    world.mishaps.meanwhile(find, async () => world.implementation.setPolicy(theirs), 3);

    expect(await perform(world, grant)).toMatchObject(stop(/Auditors is new/));
    expect(policies(world)).toEqual([theirs, payroll]);
  });

  it.each([
    ["implementation.listDomains", 1],
    ["implementation.listGroups", 1],
    [find, 1],
    [find, 2],
    [put, 1],
    [find, 3],
  ])("hands a fault of %s on, at its call %i", async (call, from) => {
    const world = aWorld();
    world.mishaps.fail(call, { kind: "denied", from });

    expect(await perform(world, grant)).toEqual({ ok: false, error: aFault("denied") });
  });
});

describe("revoke-permissions", () => {
  it("takes our lines away and nothing else", async () => {
    const world = aWorld();
    world.implementation.setPolicy(grantedWorkers);

    expect(await perform(world, revoke)).toEqual(done);
    expect(policies(world)).toEqual([workers, payroll]);
    expect(puts(world)).toBe(1);
  });

  it("has nothing to do where the group or a domain is not there", async () => {
    const without = aWorld({ hasGroup: false });
    const world = aWorld();
    world.implementation.dropPolicy("Payroll");

    expect(await perform(without, revoke)).toEqual(done);
    expect(await perform(world, revoke)).toEqual(done);
    expect(puts(without) + puts(world)).toBe(0);
  });

  it.each(["implementation.listGroups", "implementation.listDomains", find])(
    "hands a fault of %s on",
    async (call) => {
      const world = aWorld();
      world.mishaps.fail(call, { kind: "denied" });

      expect(await perform(world, revoke)).toEqual({ ok: false, error: aFault("denied") });
    },
  );
});

function never(): never {
  throw new Error("The world has no implementation service");
}

describe("revoke-permissions on a subordinate domain", () => {
  const below: Task = {
    name: "revoke-permissions",
    groupName,
    permissions: { ...noPermissions, Get: ["Worker Data: Skills"] },
  };
  const line = { operation: Get, operationIds: [], groups: [ours] };
  const skills = { wid: "wid of skills", name: "Worker Data: Skills", permissions: [line] };

  it("stops where the group holds it still: the line stands in the parent's policy", async () => {
    const world = aWorld();
    world.implementation.setSubdomains("Workers", [skills]);

    expect(await perform(world, below)).toEqual(
      stop(/Get on Worker Data: Skills, which is below Workers.*A person has to do this task/),
    );
    expect(puts(world)).toBe(0);
  });

  it("is done where nobody of the group is in it", async () => {
    const world = aWorld();
    world.implementation.setSubdomains("Workers", [{ ...skills, permissions: [] }]);

    expect(await perform(world, below)).toEqual(done);
  });

  it("stops where what stands below a domain cannot be read", async () => {
    const world = aWorld();
    world.implementation.setSubdomains("Workers", undefined);

    expect(await perform(world, below)).toEqual(stop(/cannot read what stands below Workers/));
  });
});

describe("a group that the service does not show whole", () => {
  it("is not taken for one that is not there", async () => {
    const world = aWorld({ hasGroup: false });
    world.implementation.setUnreadable([groupName, "some wid"]);

    expect(await perform(world, revoke)).toEqual(stop(/in a form that the bot does not read/));
  });

  it("is none of another group's", async () => {
    const world = aWorld({ hasGroup: false });
    world.implementation.setUnreadable(["ISSG_Else"]);

    expect(await perform(world, revoke)).toEqual(done);
  });
});
