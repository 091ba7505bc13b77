import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { listPermissions } from "../../src/flows/model/permissions.ts";
import { aDraft, existingSystem } from "../support/data/a-draft.ts";
import { allBy, aTenant, aTenantOfPlans } from "../support/data/a-tenant.ts";
import { ann, ben } from "../support/data/people.ts";
import { aPolicy } from "../support/fakes/fake-implementation.ts";
import { canary } from "../support/fakes/fake-random.ts";
import { createWorld, type World, type WorldOptions } from "../support/fakes/world.ts";

type Story = (world: World) => Promise<unknown>;

const worlds: readonly (readonly [hand: string, options: WorldOptions])[] = [
  ["by the runner", {}],
  ["by people", { tenant: aTenant({ hands: allBy("person") }) }],
  ["by both", { tenant: aTenant({ hands: { ...allBy("runner"), activate: "person" } }) }],
  [
    "by the implementation service",
    { tenant: aTenant({ hands: { ...allBy("implementation"), activate: "person" } }) },
  ],
  ["where nobody sees what is pending", { hasReports: false }],
];

const stories: readonly (readonly [what: string, story: Story])[] = [
  ["approved", (world) => world.live()],
  [
    "denied",
    (world) =>
      world.live((digest) => world.click(ben, { kind: "deny", digest, reason: "Not this year" })),
  ],
  ["withdrawn", (world) => world.live(() => world.click(ann, { kind: "withdraw" }))],
];

function aWorld(options: WorldOptions): World {
  const world = createWorld(options);
  world.workday.tenant.workAs("rpa-runner");
  world.workday.addSystem(existingSystem.id, existingSystem.name);
  for (const { domain } of listPermissions(aDraft().permissions)) {
    world.implementation.setPolicy(aPolicy(domain, ["HR Partners"]));
  }
  return world;
}

async function tell(world: World, story: Story): Promise<World> {
  await world.open();
  await story(world);
  await world.sweep();
  return world;
}

/** What is the same however often a process died on the way. */
function endOf(world: World): unknown {
  const { approval, closing, facts, finished, leftBehind, phase } = world.request();
  const { tenant } = world.workday;
  const events = world.events();
  return {
    phase,
    closing,
    leftBehind,
    finished,
    approvedBy: approval?.given.map(({ by }) => by),
    probes: facts.probes,
    systems: world.workday.systems(),
    users: world.workday.users().map(({ userName, systemId }) => [userName, systemId]),
    groups: tenant.groups(),
    active: tenant.active(),
    pending: tenant.pending(),
    activations: tenant.activations.length,
    implemented: [world.implementation.groups(), world.implementation.policies()],
    performed: tenant.performed.map(({ name }) => name),
    enabled: world.vault.all().filter(({ enabled }) => enabled).length,
    // A step that was interrupted is begun once more; nothing else is told twice.
    story: events.map(({ kind }) => kind).filter((kind) => kind !== "step-begun"),
    isToBeShown: world.outbox.peek(world.id) !== undefined,
    told: world.outbox.told,
    queued: world.watch.queued.map(({ key }) => key),
  };
}

/** Tells a story once for each place at which its process can die, and lists those that end otherwise. */
async function killEverywhere(
  options: WorldOptions,
  story: Story,
): Promise<{
  readonly whole: World;
  readonly places: number;
  readonly others: readonly unknown[];
}> {
  const whole = await tell(aWorld(options), story);
  const places = whole.mishaps.passed();
  const end = endOf(whole);

  const others: unknown[] = [];
  for (let place = 1; place <= places; place += 1) {
    const world = aWorld(options);
    world.mishaps.killAt(place);
    await tell(world, story);
    const isSame = isDeepStrictEqual(endOf(world), end);
    if (!isSame || world.everything().includes(canary)) others.push([place, endOf(world)]);
  }

  return { whole, places, others };
}

describe.each(worlds)("a request that is carried out %s", (_hand, options) => {
  it.each(stories)("and is %s ends the same wherever the process dies", async (_what, story) => {
    const { places, others } = await killEverywhere(options, story);

    expect(others).toEqual([]);
    expect(places).toBeGreaterThan(100);
  });
});

describe("a request whose activation follows from the approval of its plan", () => {
  it("ends the same wherever the process dies, and is activated once", async () => {
    const ofPlans = { tenant: aTenantOfPlans() };
    const { whole, places, others } = await killEverywhere(ofPlans, (world) => world.live());

    expect(others).toEqual([]);
    expect(places).toBeGreaterThan(100);
    const kinds = whole.events().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "approved")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "approval-followed")).toHaveLength(1);
    expect(whole.workday.tenant.activations).toHaveLength(1);
  });
});
