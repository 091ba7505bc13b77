import { describe, expect, it } from "vitest";
import {
  dayMs,
  type Instant,
  later,
  type PersonId,
  parseDelegationId,
  toDelegationId,
} from "../../../src/flows/model/ids.ts";
import type { DelegationReply } from "../../../src/flows/ports/delegations.ts";
import {
  checkDays,
  type Delegation,
  type DelegationCommand,
  type DelegationRefusal,
  isInForce,
  listApprovers,
} from "../../../src/flows/request/delegation.ts";
import { handleDelegation } from "../../../src/flows/workflows/delegate.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, eve, fay } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

function day(n: number): Instant {
  return later(start, n * dayMs);
}

async function send(
  world: World,
  by: PersonId,
  command: DelegationCommand,
): Promise<DelegationReply | undefined> {
  const order = { id: `order ${by} ${command.kind}`, by, viewId: "V1", command };
  await handleDelegation(world.deps, world.engine.durableOf(order.id), order);
  return world.answerer.delegations.at(-1);
}

function delegate(world: World, changes: Partial<Delegation> = {}): ReturnType<typeof send> {
  const { by, ...delegation } = aDelegation(changes);
  return send(world, by, { kind: "delegate", delegation });
}

describe("checkDays", () => {
  it.each<[what: string, from: Instant, until: Instant, problem: string | undefined]>([
    ["a week from now on", day(0), day(7), undefined],
    ["as long as allowed", day(0), day(30), undefined],
    ["one that began yesterday", day(-1), day(1), undefined],
    ["a year ahead", day(366), day(370), undefined],
    ["the last day before the first", day(3), day(3), "days-reversed"],
    ["one that is over", day(-3), day(0), "days-over"],
    ["a day too many", day(0), day(31), "days-too-many"],
    ["one too far ahead", day(367), day(368), "days-too-late"],
  ])("judges %s", (_what, from, until, problem) => {
    expect(checkDays({ from, until }, { now: start, maxDays: 30 })).toBe(problem);
  });
});

describe("isInForce", () => {
  it("counts from the first moment to before the last, unless it was ended", () => {
    const one = aDelegation({ from: day(1), until: day(2) });

    expect([day(0), day(1), later(day(2), -1), day(2)].map((at) => isInForce(one, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isInForce({ ...one, endedAt: day(1) }, day(1))).toBe(false);
  });
});

describe("a delegation's id", () => {
  it("is made from a request's numbers, and read as strictly", () => {
    expect(parseDelegationId(toDelegationId(requestId))).toEqual({ ok: true, value: delegationId });
    expect(parseDelegationId(requestId)).toMatchObject({ ok: false });
  });
});

describe("approversIn", () => {
  it("is everybody who may approve something by their own right", () => {
    const one = { people: [cy], groups: [] };
    const other = { people: [fay], groups: [] };
    const tenant = delegating({
      approvers: { people: [ben], groups: [] },
      escalation: { afterMs: hourMs, approvers: { people: [bea], groups: [] } },
      perRecipe: [
        { recipe: "a", rules: { approvers: one, escalation: { afterMs: 1, approvers: other } } },
        { recipe: "b", rules: {} },
      ],
    });

    expect(listApprovers(tenant)).toEqual({ people: [ben, bea, cy, fay], groups: [] });
  });
});

describe("handleDelegation", () => {
  it("keeps it, answers, and lets the channel hear of it once, however often it runs", async () => {
    const world = createWorld({ tenant: delegating() });

    expect(await delegate(world)).toEqual({ kind: "delegated", delegation: aDelegation() });
    const { by: _ben, ...delegation } = aDelegation();
    const order = {
      id: "again",
      by: ben,
      viewId: "V1",
      command: { kind: "delegate", delegation },
    } as const;
    world.directory.setStanding(ben, "deactivated");
    await handleDelegation(world.deps, world.engine.durableOf(order.id), order);

    expect(world.answerer.delegations.at(-1)).toMatchObject({ kind: "delegated" });
    expect(await world.deps.delegations.listInForce(world.tenant.name, start)).toEqual([
      aDelegation(),
    ]);
    expect(world.watch.queued.map(({ key }) => key)).toEqual([`delegated ${delegationId}`]);
  });

  it("ends what is one's own, and nothing else", async () => {
    const world = createWorld({ tenant: delegating() });
    await delegate(world);
    const end = { kind: "end", delegation: delegationId } as const;

    expect(await send(world, fay, end)).toEqual({ kind: "refused", refusal: "no-such-delegation" });
    expect(await send(world, ben, end)).toMatchObject({
      kind: "ended",
      delegation: { endedAt: start },
    });
    expect(await world.deps.delegations.listInForce(world.tenant.name, start)).toEqual([]);
    expect(world.watch.queued).toHaveLength(2);
  });

  it.each<
    [what: string, change: Partial<Delegation>, prepare: (world: World) => void, DelegationRefusal]
  >([
    ["to oneself", { to: ben }, () => undefined, "to-yourself"],
    ["by who is no approver", { by: ann }, () => undefined, "not-an-approver"],
    ["by who is a delegate alone", { by: fay, to: cy }, () => undefined, "not-an-approver"],
    ["to who is not on the list", { to: cy }, () => undefined, "delegate-not-allowed"],
    ["for too long", { until: day(31) }, () => undefined, "days-too-many"],
    ...(["guest", "bot", "deactivated", "foreign"] as const).flatMap(
      (standing): [string, object, (world: World) => void, DelegationRefusal][] => [
        [`by a ${standing}`, {}, (world) => world.directory.setStanding(ben, standing), standing],
        [
          `to a ${standing}`,
          {},
          (world) => world.directory.setStanding(fay, standing),
          "delegate-no-member",
        ],
      ],
    ),
    ...(["directory.findStanding", "directory.isOn"] as const).flatMap((call) =>
      [1, 2].map((from): [string, object, (world: World) => void, DelegationRefusal] => [
        `while Slack does not say (${call}, call ${from})`,
        {},
        (world) => world.mishaps.fail(call, { kind: "unreachable", from, times: 1 }),
        "cannot-tell",
      ]),
    ),
  ])("refuses one %s", async (_what, change, prepare, refusal) => {
    const world = createWorld({ tenant: delegating() });
    prepare(world);

    expect(await delegate(world, change)).toEqual({ kind: "refused", refusal });
    expect(world.watch.queued).toEqual([]);
  });

  it("is off where the tenant names no delegates, and in a tenant that is gone", async () => {
    expect(await delegate(createWorld())).toMatchObject({ refusal: "delegation-off" });
    const gone = createWorld({ tenant: delegating({ name: createWorld().tenant.name }) });
    const deps = { ...gone.deps, tenants: [] };
    const { by, ...delegation } = aDelegation({ by: eve });
    const command = { kind: "delegate", delegation } as const;
    await handleDelegation(deps, gone.engine.durableOf("one"), {
      id: "one",
      by,
      viewId: "V",
      command,
    });

    expect(gone.answerer.delegations).toEqual([{ kind: "refused", refusal: "delegation-off" }]);
  });

  it("counts although nobody can be answered", async () => {
    const world = createWorld({ tenant: delegating() });
    world.mishaps.fail("answerer.answerDelegation", { kind: "unreachable" });
    await delegate(world);

    expect(await world.deps.delegations.listOf(ben, start)).toHaveLength(1);
    expect(JSON.stringify(world.log.lines)).toContain("cannot answer a delegation");
  });
});
