import { describe, expect, it } from "vitest";
import type { Matter } from "../../../src/flows/request/notice.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { hourMs } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ann, ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const minuteMs = 60_000;
const outside = /^(workday|vault|runner)\./;
const put = "workday.putIntegrationSystem";

async function begin(raw: Raw | undefined): Promise<World> {
  if (raw === undefined) {
    const world = createWorld();
    await world.open();
    return world;
  }
  const world = await withAccount();
  await world.openNext(raw);
  return world;
}

/** Time goes by, with a sweep each half minute. Ben approves whatever is waited for; while he cannot, he tries again. */
async function pass(world: World, ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += 30_000) {
    const { phase } = await world.work();
    if (phase.kind === "waiting-for-approval") {
      await world.click(ben, { kind: "approve", digest: phase.asked.digest });
      await world.work();
    }
    world.clock.goOn(30_000);
    await world.sweep();
  }
  await world.work();
}

/** Calls to the outside that a story makes, each with which of its name it is. */
async function listCalls(
  raw: Raw | undefined,
): Promise<readonly { readonly call: string; readonly nth: number }[]> {
  const world = await begin(raw);
  const { length } = world.mishaps.calls;
  await pass(world, 5 * minuteMs);
  const all = world.mishaps.calls;
  return all.slice(length).flatMap((call, index) => {
    const nth = all.slice(0, length + index + 1).filter((one) => one === call).length;
    return outside.test(call) ? [{ call, nth }] : [];
  });
}

function kindsOf(world: World): readonly string[] {
  return world.events().map(({ kind }) => kind);
}

function posted({ watch }: World): readonly Matter[] {
  return watch.queued.map(({ matter }) => matter);
}

async function withdrawn(): Promise<World> {
  const world = await begin(undefined);
  await world.work();
  for (const call of ["runner.perform", "workday.findUserOfSystem"])
    world.mishaps.fail(call, { kind: "unreachable" });
  await world.click(ann, { kind: "withdraw" });
  await world.work();
  return world;
}

async function atCard(): Promise<World> {
  const world = await begin(undefined);
  await world.work();
  return world;
}

/** Nobody presses anything. */
async function letPass(world: World, ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += 10 * minuteMs) {
    world.clock.goOn(10 * minuteMs);
    await world.sweep();
    await world.work();
  }
}

describe("an outage of an hour", () => {
  it.each<[kind: string, outcome: string, raw: Raw | undefined]>([
    ["create", "verified", undefined],
    ["rotate", "verified", aRawChange()],
    // Nobody can see whether a refresh token is left.
    ["retire", "unverified", aRawChange({ kind: "retire" })],
  ])(
    "lets a %s end by itself, %s, wherever it begins, and nothing is stuck",
    async (_kind, outcome, raw) => {
      const calls = await listCalls(raw);
      const flaws: string[] = [];

      for (const { call, nth } of calls) {
        for (const kind of ["unreachable", "unknown"] as const) {
          const world = await begin(raw);
          world.mishaps.meanwhile(
            call,
            async () => calls.forEach((one) => world.mishaps.fail(one.call, { kind })),
            nth,
          );
          await pass(world, hourMs);
          world.mishaps.clear();
          await pass(world, 20 * minuteMs);
          const { phase, facts } = world.request();
          const came = facts.verification?.outcome;
          const wasStuck = kindsOf(world).includes("step-failed");
          if (phase.kind !== "done" || came !== outcome || wasStuck)
            flaws.push(`${kind} from call ${nth} of ${call}: ${phase.kind}, ${came}, ${wasStuck}`);
        }
      }

      expect(calls.length).toBeGreaterThan(4);
      expect(flaws).toEqual([]);
    },
  );

  it("is tried at growing intervals, the longest a quarter of an hour", async () => {
    const world = await begin(undefined);
    world.mishaps.fail(put, { kind: "unreachable" });

    await pass(world, 2 * hourMs);

    const waits = world.store.peekStory(world.id).flatMap(({ at, event }) => {
      if (event.kind !== "step-delayed") return [];
      return [Math.round((event.retryAt - at) / 1_000)];
    });
    expect(waits.slice(0, 7)).toEqual([30, 60, 120, 240, 480, 900, 900]);
    expect(world.request().phase).toMatchObject({
      kind: "waiting-for-outside",
      outside: "Workday",
    });
  });

  it("is told in the channel once, and once that it is over", async () => {
    const world = await begin(undefined);
    const first = world.id;
    world.mishaps.fail(put, { kind: "unreachable" });
    await world.work();
    await world.openNext(aRawDraft({ userName: "ISU_B", newSystem: "B", groupName: "ISSG_B" }));
    await pass(world, hourMs);

    expect(posted(world)).toMatchObject([{ kind: "outage", outside: "Workday", waiting: 2 }]);
    world.mishaps.clear();
    await pass(world, 20 * minuteMs);

    expect(posted(world).map(({ kind }) => kind)).toEqual(["outage", "outage-over"]);
    expect(world.store.peek(first)?.phase.kind).toBe("waiting-for-approval");
    expect(world.request().phase.kind).toBe("done");
  });

  it("is over for all as soon as one gets through", async () => {
    const world = await begin(undefined);
    const first = world.id;
    world.mishaps.fail(put, { kind: "unreachable" });
    await world.work();
    await world.openNext(aRawDraft({ userName: "ISU_B", newSystem: "B", groupName: "ISSG_B" }));
    await pass(world, 3 * hourMs);
    world.mishaps.clear();

    await world.click(ann, { kind: "retry" });
    await world.work();
    await world.sweep();
    await world.work();

    expect(world.store.peek(first)?.phase.kind).toBe("waiting-for-approval");
  });

  it("ends at once where somebody presses Try again, or withdraws", async () => {
    const world = await begin(undefined);
    world.mishaps.fail(put, { kind: "unreachable" });
    await world.work();
    world.mishaps.clear();

    expect((await world.click(ann, { kind: "retry" })).kind).toBe("accepted");
    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    const other = await begin(undefined);
    other.mishaps.fail(put, { kind: "unreachable" });
    await other.work();
    other.mishaps.clear();

    expect((await other.click(ann, { kind: "withdraw" })).kind).toBe("accepted");
    expect((await other.work()).phase).toEqual({ kind: "ended" });
  });

  it("never ends by itself, and says after hours that it still waits", async () => {
    const world = await begin(undefined);
    world.mishaps.fail(put, { kind: "unreachable" });

    await pass(world, 30 * hourMs);

    const told = world
      .events()
      .flatMap((event) => (event.kind === "step-delayed" && event.isTold ? [event] : []));
    expect(told).toHaveLength(3);
    expect(world.request().phase.kind).toBe("waiting-for-outside");
  });

  it("honours the time that the service names", async () => {
    const world = await begin(undefined);
    world.configure((place) => ({
      ...place,
      workday: {
        ...place.workday,
        putIntegrationSystem: async () => ({
          ok: false,
          error: { kind: "unreachable", outside: "Workday", words: "Busy.", retryAfterMs: 600_000 },
        }),
      },
    }));

    const { phase } = await world.work();

    expect(phase.kind === "waiting-for-outside" && phase.retryAt - world.clock.now()).toBe(600_000);
  });
});

describe("a clean-up in an outage", () => {
  it("waits, and gives nothing up", async () => {
    const world = await withdrawn();
    expect(world.request().phase.kind).toBe("waiting-for-outside");
    await pass(world, hourMs);
    world.mishaps.clear();

    await pass(world, 20 * minuteMs);

    expect(world.request()).toMatchObject({ phase: { kind: "ended" }, gaveUp: [] });
  });

  it("waits no longer than for a person, and lists what is left", async () => {
    const world = await withdrawn();
    for (let passedMs = 0; world.request().phase.kind !== "ended"; passedMs += hourMs) {
      expect(passedMs).toBeLessThan(2_000 * hourMs);
      world.clock.goOn(hourMs);
      await world.sweep();
      await world.work();
    }

    expect(world.request().gaveUp).not.toEqual([]);
    expect(world.request().leftBehind).not.toEqual([]);
  });
});

describe("deadlines in an outage", () => {
  const pending = "workday.readPendingChanges";

  it("rest while nobody can approve, and are later by as long", async () => {
    const world = await atCard();
    await letPass(world, hourMs);
    const before = world.request().phase;
    world.mishaps.fail(pending, { kind: "unreachable" });
    await letPass(world, 100 * hourMs);
    expect(world.request().phase.kind).toBe("waiting-for-approval");
    const reminders = kindsOf(world).filter((kind) => kind === "reminded").length;
    world.mishaps.clear();

    await letPass(world, hourMs);

    const { phase } = world.request();
    expect(reminders).toBe(0);
    expect(kindsOf(world).filter((kind) => kind === "rested")).toHaveLength(1);
    if (phase.kind !== "waiting-for-approval" || before.kind !== "waiting-for-approval")
      throw new Error(phase.kind);
    const movedMs = phase.asked.expiresAt - before.asked.expiresAt;
    expect(movedMs / hourMs).toBeGreaterThan(99.5);
    expect(movedMs / hourMs).toBeLessThan(100.5);
    expect(posted(world).map(({ kind }) => kind)).toEqual(["outage", "outage-over"]);
    await world.click(ben, { kind: "approve", digest: phase.asked.digest });
    expect((await world.work()).phase).toEqual({ kind: "done" });
  });

  it("end as ever once it is back", async () => {
    const world = await atCard();
    world.mishaps.fail(pending, { kind: "unreachable" });
    await letPass(world, 10 * hourMs);
    world.mishaps.clear();

    await letPass(world, 74 * hourMs);

    expect(world.request().closing).toEqual({ kind: "expired" });
  });

  it("are no concern of an approval that looks at nothing", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange());
    await world.work();
    world.mishaps.fail(pending, { kind: "unreachable" });

    await letPass(world, 73 * hourMs);

    expect(world.request().closing).toEqual({ kind: "expired" });
  });
});
