import { describe, expect, it } from "vitest";
import type { ActivationRun, WhoActivated } from "../../../src/flows/model/activity.ts";
import type { Fault } from "../../../src/flows/model/fault.ts";
import type { TimeSpan } from "../../../src/flows/model/sign-on-log.ts";
import { findWhoActivated } from "../../../src/flows/verification/find-who-activated.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { aFault, faultWords } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const byPerson = aTenant({ hands: { ...allBy("runner"), activate: "person" } });

/** A request whose activation a person did and reported, in a tenant whose activity log answers so. */
async function activated(
  answer: (span: TimeSpan) => Result<readonly ActivationRun[], Fault>,
  options: WorldOptions = {},
): Promise<World> {
  const world = createWorld({ tenant: byPerson, ...options });
  world.configure((place) => ({
    ...place,
    workday: { ...place.workday, readActivationRuns: async (span) => answer(span) },
  }));
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  await world.click(dan, { kind: "start", step: "activate" });
  world.workday.tenant.perform({ name: "activate", comment: world.id });
  await world.click(dan, { kind: "report-done", step: "activate" });
  await world.work();
  return world;
}

function whoOf(world: World): WhoActivated | undefined {
  return world.events().find((event) => event.kind === "went-live")?.who;
}

describe("who ran an activation", () => {
  it("is told by the activity log since the hand-over, beside whom the report names", async () => {
    const spans: TimeSpan[] = [];
    const world = await activated((span) => {
      spans.push(span);
      return ok([{ at: span.to, by: "okafor" }]);
    });

    const [reported] = world.workday.tenant.timestamps().slice(-1);
    expect(whoOf(world)).toEqual({
      kind: "seen",
      runs: [{ at: spans[0]?.to, by: "okafor" }],
      reported: reported?.by,
    });
    expect((spans[0]?.to ?? 0) - (spans[0]?.from ?? 0)).toBeGreaterThanOrEqual(120_000);
  });

  it("is not seen where the log cannot be read, and the request goes on", async () => {
    const world = await activated(() => err(aFault("denied")));

    expect(whoOf(world)).toEqual({ kind: "cannot-see", words: faultWords });
    expect(world.request().phase.kind).toBe("done");
  });

  it("verifies nothing, whatever it says", async () => {
    const world = await activated(() => ok([]), { hasReports: false });

    expect(whoOf(world)).toEqual({ kind: "seen", runs: [] });
    expect(world.request().facts.verification?.outcome).toBe("unverified");
  });

  it("names nobody where the report of activations cannot be read", async () => {
    const world = await activated(() => ok([]));
    world.mishaps.fail("workday.readTimestamps", { kind: "denied" });

    expect(await findWhoActivated(world.deps, world.request())).toEqual({ kind: "seen", runs: [] });
  });

  it("is not asked for without a client, nor before anything was handed over", async () => {
    const world = createWorld();
    await world.open();
    expect(await findWhoActivated(world.deps, world.request())).toBeUndefined();
    world.configure((place) => ({
      ...place,
      workday: { ...place.workday, readActivationRuns: async () => ok([]) },
    }));

    expect(await findWhoActivated(world.deps, world.request())).toBeUndefined();
  });
});
