import * as fc from "fast-check";
import { type PersonId, type RequestId, toDelegationId } from "../../../src/flows/model/ids.ts";
import type { PendingChange } from "../../../src/flows/model/pending.ts";
import type { GivenApproval } from "../../../src/flows/request/given-approval.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDelegation } from "../data/a-delegation.ts";
import { foreignChange } from "../data/a-request.ts";
import { aTenant, hourMs } from "../data/a-tenant.ts";
import { ann, ben, cy, dan, eve, fay } from "../data/people.ts";
import { untilAlive } from "../fakes/fault-injection.ts";
import type { World } from "../fakes/world.ts";
import { editDomain } from "./lives.ts";
import { aRawOf, denyIt, openAs, run } from "./releases.ts";

const everybody = [ann, ben, cy, dan, eve, fay] as const;
const ofTenant = [ben, dan, eve, fay];
const ofRecipe = [cy, dan, eve];
const accounts = { [ben]: "bcole", [eve]: "evans", [cy]: "cyoung", runner: "rpa-runner" } as const;
const makers = ["bcole", "evans", "cyoung", "bbaker"] as const;

/** What anybody may do, in any order. Numbers name a request or a change, wrapping around. */
export type Act =
  | { readonly kind: "open"; readonly by: PersonId; readonly recipe: string }
  | { readonly kind: "leave"; readonly maker: string; readonly policy: string }
  | { readonly kind: "take-back"; readonly which: number }
  | { readonly kind: "approve" | "deny"; readonly by: PersonId; readonly which: number }
  | { readonly kind: "withdraw" | "retry"; readonly which: number }
  | { readonly kind: "edit"; readonly which: number; readonly domain: string }
  | { readonly kind: "delegate"; readonly by: PersonId; readonly to: PersonId }
  | { readonly kind: "pass"; readonly hours: number }
  /** The process dies once, at one of the places that come. */
  | { readonly kind: "kill"; readonly place: number }
  /** While one replica waits for the nth answer from now on, another one does all that there is to do, also the same. */
  | {
      readonly kind: "race";
      readonly call: string;
      readonly nth: number;
      readonly by: PersonId;
      readonly which: number;
    };

const person = fc.constantFrom(...everybody);
const which = fc.nat(9);
export const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("open" as const),
      by: fc.constantFrom(ann, ben, eve),
      recipe: fc.constantFrom("", "viva-learning"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("leave" as const),
      maker: fc.constantFrom(...makers),
      policy: fc.constantFrom("Payroll", "Audit"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("take-back" as const), which }) },
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant("approve" as const), by: person, which }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("deny" as const), by: person, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("withdraw", "retry"), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      which,
      domain: fc.constantFrom("Badge Data", "Payroll", "Worker Data: Workers"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("delegate" as const), by: person, to: person }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("pass" as const), hours: fc.nat(30) }) },
);

/** What goes wrong besides, at any moment. */
export const mishap: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("kill" as const), place: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant("race" as const),
    call: fc.constantFrom("runner.perform", "workday.readPendingChanges"),
    nth: fc.integer({ min: 1, max: 4 }),
    by: person,
    which,
  }),
);

export const opening: Act = { kind: "open", by: ann, recipe: "" };

export const rules = fc.record({
  needed: fc.integer({ min: 1, max: 2 }),
  whenUnseen: fc.integer({ min: 2, max: 3 }),
  ofRecipe: fc.integer({ min: 1, max: 2 }),
  at: fc.constantFrom("activation", "plan"),
  isTogether: fc.boolean(),
});

export type Rules = Parameters<Parameters<typeof rules.map>[0]>[0];

export function toTenant({ needed, whenUnseen, ofRecipe: number, at, isTogether }: Rules): Tenant {
  const { releases: _together, ...tenant } = aTenant({
    requesters: { people: [ann, ben, eve], groups: [] },
    approvers: { people: ofTenant, groups: [] },
    approvals: { needed, neededWhenUnseen: whenUnseen, at },
    workdayAccounts: accounts,
    delegation: { to: { people: [...everybody], groups: [] }, maxDays: 30 },
    perRecipe: [
      {
        recipe: "viva-learning",
        covers: "anything",
        rules: {
          approvers: { people: ofRecipe, groups: [] },
          approvals: { needed: number, neededWhenUnseen: number, at },
        },
      },
    ],
  });
  return isTogether ? { ...tenant, releases: "together" } : tenant;
}

/** Whose voices a change needs, told from the rules and the tenant, and not from what the bot makes of them. */
interface Needs {
  readonly voters: readonly PersonId[];
  readonly not: readonly PersonId[];
  readonly needed: number;
}

export function needsOf(change: PendingChange, requests: readonly Request[], given: Rules): Needs {
  const owner = requests.find(
    ({ draft }) => "groupName" in draft && draft.groupName === change.securityGroup,
  );
  if (owner === undefined) {
    const maker = Object.entries(accounts).find(([, account]) => account === change.changedBy)?.[0];
    return {
      voters: ofTenant,
      not: everybody.filter((one) => one === maker),
      needed: maker === undefined ? Math.max(given.needed, given.whenUnseen) : given.needed,
    };
  }
  const isOfRecipe = "recipe" in owner.draft && owner.draft.recipe === "viva-learning";
  return {
    voters: isOfRecipe ? ofRecipe : ofTenant,
    not: [owner.askedBy],
    needed: isOfRecipe ? given.ofRecipe : given.needed,
  };
}

/** How many people's clicks count for it: who decided for somebody and that somebody are one. */
export function countVoices(given: readonly GivenApproval[], { voters, not }: Needs): number {
  const counted = new Set<PersonId>();
  let voices = 0;
  for (const { by, for: voter = by } of given) {
    if (!voters.includes(voter) || not.includes(by) || not.includes(voter)) continue;
    if (counted.has(by) || counted.has(voter)) continue;
    counted.add(by).add(voter);
    voices += 1;
  }
  return voices;
}

export interface Play {
  readonly world: World;
  readonly ids: RequestId[];
  readonly left: PendingChange[];
}

function pick<Value>(list: readonly Value[], at: number): Value | undefined {
  return list[at % Math.max(list.length, 1)];
}

// oxlint-disable-next-line complexity -- one arm for each act
export async function perform({ world, ids, left }: Play, one: Act): Promise<void> {
  const all = world.store.peekAll();
  const chosen = "which" in one ? pick(all, one.which) : undefined;
  switch (one.kind) {
    case "open":
      ids.push(await openAs(world, one.by, aRawOf(`No${ids.length}`, { recipe: one.recipe })));
      break;
    case "leave": {
      const change = { ...foreignChange, policy: one.policy, changedBy: one.maker };
      left.push(change);
      world.workday.tenant.addPending(change);
      break;
    }
    case "take-back": {
      const change = pick(left, one.which);
      if (change !== undefined) world.workday.tenant.dropPending(change);
      break;
    }
    case "approve":
      await approveOne(world, one);
      break;
    case "kill":
      world.mishaps.killAt(one.place);
      break;
    case "race":
      race(world, one);
      break;
    case "deny":
      if (chosen !== undefined) await world.clickOn(chosen.id, one.by, denyIt);
      break;
    case "withdraw":
    case "retry":
      if (chosen !== undefined) await world.clickOn(chosen.id, chosen.askedBy, { kind: one.kind });
      break;
    case "edit":
      if (chosen !== undefined) await untilAlive(() => editDomain(world, chosen.id, one.domain));
      break;
    case "delegate":
      await keepDelegation(world, one);
      break;
    case "pass":
      world.clock.goOn(one.hours * hourMs);
      await world.sweep();
  }
  await run(world);
}

function race(world: World, one: Extract<Act, { kind: "race" }>): void {
  const before = world.mishaps.calls.filter((call) => call === one.call).length;
  world.mishaps.meanwhile(
    one.call,
    async () => {
      const pressed = await approveOne(world, one);
      // What was approved is activated before the other work goes on, then all that there is to do is done.
      await world.workOn((id) => id === pressed);
      await world.sweep();
      await run(world);
    },
    before + one.nth,
  );
}

/** Somebody presses Approve on one of the cards that are out. */
async function approveOne(
  world: World,
  { by, which: at }: { readonly by: PersonId; readonly which: number },
): Promise<RequestId | undefined> {
  const waiting = world.store
    .peekAll()
    .filter(({ phase }) => phase.kind === "waiting-for-approval");
  const card = pick(waiting, at);
  if (card?.phase.kind !== "waiting-for-approval") return undefined;
  await world.clickOn(card.id, by, { kind: "approve", digest: card.phase.asked.digest });
  return card.id;
}

async function keepDelegation(
  world: World,
  { by, to }: { readonly by: PersonId; readonly to: PersonId },
): Promise<void> {
  if (by === to) return;
  const id = toDelegationId(world.random.requestId());
  await untilAlive(() =>
    world.deps.delegations.keep(aDelegation({ id, by, to }), world.clock.now()),
  );
}

/** Time goes by until nobody is waited for any more. */
export async function end(world: World): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    world.clock.goOn(40 * hourMs);
    await world.sweep();
    await run(world);
  }
}
