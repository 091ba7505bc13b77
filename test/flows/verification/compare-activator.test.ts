import { describe, expect, it } from "vitest";
import type { ActivationRun } from "../../../src/flows/model/activity.ts";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { later } from "../../../src/flows/model/ids.ts";
import type { SecurityTimestamp } from "../../../src/flows/model/tenant-reports.ts";
import type { JudgedFact } from "../../../src/flows/model/verification.ts";
import {
  type ActivatorSight,
  judgeActivator,
} from "../../../src/flows/verification/compare-activator.ts";
import { lookAtRequest } from "../../../src/flows/verification/look-at-request.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const own = { at: start, by: "dokafor", comment: `${requestId}: new` };
const nameless = { ...own, by: "" };
const strange = { at: start, by: "lmcneil", comment: "Spring cleaning" };

function ran(...accounts: readonly string[]): Pick<ActivatorSight, "runs"> {
  return { runs: accounts.map((by): ActivationRun => ({ at: start, by })) };
}

describe("who ran an activation, from what was seen", () => {
  it.each<[what: string, sight: ActivatorSight]>([
    ["neither log nor report lists one", ran()],
    ["the report names nobody", { ...ran(), own: nameless }],
    ["the report names nobody, and somebody was to", { ...ran(), own: nameless, account: "x" }],
  ])("is not seen where %s", (_what, sight) => {
    expect(judgeActivator(sight)).toEqual([]);
  });

  it.each<[what: string, sight: ActivatorSight]>([
    ["the report alone says so", { ...ran(), own }],
    ["the log alone says so", ran("dokafor")],
    ["both say so, in other letters", { ...ran("DOkafor"), own, account: "dokafor" }],
    [
      "somebody else activated too",
      { ...ran("lmcneil", "dokafor"), own, strange, account: "dokafor" },
    ],
    [
      "the report names nobody and the log the right one",
      { ...ran("a"), own: nameless, account: "a" },
    ],
  ])("is as asked where %s", (_what, sight) => {
    expect(judgeActivator(sight)).toEqual([{ facts: ["activated-by"], items: [] }]);
  });

  it.each<[what: string, sight: ActivatorSight, words: string]>([
    [
      "nobody used the comment",
      { ...ran("lmcneil"), strange },
      'lmcneil activated with the comment "Spring cleaning": nobody did with the comment that was handed over.',
    ],
    [
      "somebody typed none",
      { ...ran(), strange: { ...strange, by: "", comment: "" } },
      "somebody without a name activated without a comment: nobody did with the comment that was handed over.",
    ],
    [
      "log and report disagree",
      { ...ran("lmcneil"), own },
      "The report of activations names dokafor, the activity log lmcneil, dokafor.",
    ],
    [
      "the log names another account than whose task it was",
      { ...ran("lmcneil"), account: "dokafor" },
      "It was to be activated by dokafor, and lmcneil did.",
    ],
    [
      "the report names another account than whose task it was",
      { ...ran(), own, account: "ISU_Robot" },
      "It was to be activated by ISU_Robot, and dokafor did.",
    ],
  ])("is different where %s", (_what, sight, words) => {
    expect(judgeActivator(sight)).toEqual([
      { facts: ["activated-by"], items: [{ kind: "other", words }] },
    ]);
  });
});

const hands = { ...allBy("runner"), activate: "person" } as const;

/** Activated by a person, with this comment, in a tenant that says whose account is whose. */
async function activated({
  comment,
  accounts,
  log,
}: {
  readonly comment?: string;
  readonly accounts?: Readonly<Record<string, string>>;
  readonly log?: () => Result<readonly ActivationRun[], Fault>;
}): Promise<World> {
  const tenant = aTenant({ hands, ...(accounts && { workdayAccounts: accounts }) });
  const world = createWorld({ tenant });
  if (log !== undefined) {
    world.configure((place) => ({
      ...place,
      workday: { ...place.workday, readActivationRuns: async () => log() },
    }));
  }
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  await world.click(dan, { kind: "start", step: "activate" });
  world.workday.tenant.perform({ name: "activate", comment: comment ?? world.id });
  await world.click(dan, { kind: "report-done", step: "activate" });
  await world.work();
  return world;
}

function longAgo({ workday }: World): readonly SecurityTimestamp[] {
  return workday.tenant.timestamps().map((one) => ({ ...one, at: later(one.at, -48 * hourMs) }));
}

function factOf(world: World): JudgedFact | undefined {
  const { verification } = world.request().facts;
  return verification?.facts?.find(({ fact }) => fact === "activated-by");
}

describe("who ran an activation, in a verdict", () => {
  it("is seen by the report where the bot has no client", async () => {
    const world = await activated({});

    expect(factOf(world)).toMatchObject({ seen: "as-asked", eye: "report" });
  });

  it("is seen where the tenant's clock is two days behind", async () => {
    const world = await activated({});
    world.configure((place) => ({
      ...place,
      workday: {
        ...place.workday,
        readTimestamps: async () => ok({ kind: "seen", timestamps: longAgo(world) }),
      },
    }));

    const { verification } = await lookAtRequest(anActing(world, { request: world.request() }));

    expect(verification.facts?.find(({ fact }) => fact === "activated-by")?.seen).toBe("as-asked");
  });

  it("is seen by the activity log, as it was right after the activation", async () => {
    let isKept = true;
    const world = await activated({
      log: () => (isKept ? ok([{ at: later(start, 1), by: "lmcneil" }]) : err(aFault("denied"))),
    });
    isKept = false;

    expect(factOf(world)).toMatchObject({ eye: "activity-log" });
  });

  it("is different where somebody else's account ran it", async () => {
    const [stranger] = (await activated({})).workday.tenant.timestamps().slice(-1);
    const world = await activated({ accounts: { [dan]: `not ${stranger?.by}` } });

    expect(factOf(world)).toMatchObject({ seen: "different", eye: "report" });
    expect(world.request().facts.verification?.outcome).toBe("different");
  });

  it("is different where it was run with another comment", async () => {
    const world = await activated({ comment: "Spring cleaning" });

    expect(factOf(world)).toMatchObject({ seen: "different" });
    expect(JSON.stringify(world.request().facts.verification?.items)).toContain("Spring cleaning");
  });

  it("is not seen where neither log nor report can be read", async () => {
    const world = createWorld({ tenant: aTenant({ hands }), hasReports: false });
    await world.open();
    await world.live();

    expect(factOf(world)).toMatchObject({ seen: "unseen" });
  });
});
