import { describe, expect, it } from "vitest";
import type { ActivationEffects } from "../../../src/flows/model/activation-effects.ts";
import type { Verification } from "../../../src/flows/model/verification.ts";
import { compareLiveEffects } from "../../../src/flows/verification/compare-live.ts";
import { judge } from "../../../src/flows/verification/expectation.ts";
import { aPendingChange } from "../../support/data/a-request.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import type { World, WorldOptions } from "../../support/fakes/world.ts";

const hire = aPendingChange({
  kind: "business-process",
  securityGroup: "HR Partners",
  policy: "Hire",
  action: "Initiate",
  access: "",
});
const nothing = { count: 0, lines: [] };
const seen = {
  kind: "seen",
  shown: nothing,
  strange: nothing,
  gone: 0,
  uncompared: 0,
  isShared: false,
  seesProcesses: true,
} as const satisfies ActivationEffects;

function telling(world: World, live: ActivationEffects): World["deps"] {
  const { store } = world.deps;
  async function readStory(id: World["id"]): ReturnType<World["store"]["readStory"]> {
    const story = await store.readStory(id);
    return story.map((one) =>
      one.event.kind === "went-live" ? { ...one, event: { kind: "went-live", live } } : one,
    );
  }
  return { ...world.deps, store: { ...store, readStory } };
}

async function judged(live: ActivationEffects, options: WorldOptions = {}): Promise<Verification> {
  const world = await withAccount(options);
  const acting = anActing(world, { request: world.request() });
  return judge(await compareLiveEffects({ ...acting, deps: telling(world, live) }));
}

describe("what else went live with a request", () => {
  it.each<[what: string, live: ActivationEffects, words: string[]]>([
    [
      "what nobody was shown, as far as it was kept",
      { ...seen, strange: { count: 3, lines: ["Get on Benefits for HR"] } },
      [
        "too-much: Get on Benefits for HR went live, and nobody was shown it.",
        "too-much: 2 more went live, and nobody was shown them.",
      ],
    ],
    [
      "what others lost",
      { ...seen, gone: 2 },
      ["missing: Other groups lost 2 permissions that the card did not name."],
    ],
    [
      "that somebody else activated as well",
      { ...seen, gone: 2, isShared: true },
      [
        "unseen: Whether nothing else went live with it: not seen. Somebody else activated meanwhile.",
      ],
    ],
  ])("is told: %s", async (_what, live, words) => {
    const { items } = await judged(live);

    expect(items.map((item) => `${item.kind}: ${item.words}`)).toEqual(words);
  });

  it("is nothing where the card showed all of it", async () => {
    expect(await judged(seen)).toMatchObject({ outcome: "verified", items: [] });
  });

  it("is unverified of business processes where nothing showed those of groups", async () => {
    const { seesProcesses: _no, ...live } = seen;
    const world = await withAccount();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });
    const acting = anActing(world, { request: world.request() });

    const unseen = judge(await compareLiveEffects({ ...acting, deps: telling(world, live) }));

    expect(await judged(live)).toMatchObject({ outcome: "verified" });
    expect(unseen).toMatchObject({
      outcome: "unverified",
      facts: [
        { fact: "went-live", seen: "as-asked" },
        { fact: "went-live-processes", seen: "unseen" },
      ],
    });
  });

  it("is unverified of business processes where they are seen only after somebody else activated", async () => {
    const { seesProcesses: _no, ...live } = seen;
    const world = await withAccount();
    const { tenant } = world.workday;
    tenant.addGroup("HR Partners", []);
    tenant.addPending(hire);
    world.clock.goOn(60_000);
    tenant.perform({ name: "activate", comment: "somebody else" });
    const acting = anActing(world, { request: world.request() });

    const judgement = judge(await compareLiveEffects({ ...acting, deps: telling(world, live) }));

    expect(judgement).toMatchObject({
      outcome: "unverified",
      facts: [
        { fact: "went-live", seen: "as-asked" },
        { fact: "went-live-processes", seen: "unseen" },
      ],
    });
  });

  it("is compared again where nobody could see right after the activation", async () => {
    expect(await judged({ kind: "cannot-see", words: "It was away." })).toMatchObject({
      outcome: "verified",
      items: [],
    });
  });

  it("is seen by nobody where the tenant has no report", async () => {
    const { outcome, items } = await judged(
      { kind: "cannot-see", words: "No." },
      { hasReports: false },
    );

    expect([outcome, items.length]).toEqual(["unverified", 2]);
    const { seesProcesses: _no, ...live } = seen;
    expect(await judged(live, { hasReports: false })).toMatchObject({ outcome: "unverified" });
  });

  it("is no question where nothing is activated", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange());
    await world.live();

    expect(await compareLiveEffects(anActing(world, { request: world.request() }))).toEqual({
      expected: [],
      findings: [],
    });
  });
});
