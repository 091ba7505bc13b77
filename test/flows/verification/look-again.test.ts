import { describe, expect, it } from "vitest";
import { listUnseenFacts } from "../../../src/flows/model/verification.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { watchDrift } from "../../../src/flows/watch/drift.ts";
import { handleClick } from "../../../src/flows/workflows/handle-click.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { aRawChange } from "../../support/data/changes.ts";
import { ann, bea, ben, cy, dan, eve } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const again: Command = { kind: "look-again" };
const member = { groupName: "ISSG_Viva", userName: "ISU_Viva" };
const minuteMs = 60_000;

/** Carried out, and a minute ago. */
async function done(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.open();
  await world.live();
  world.clock.goOn(minuteMs);
  return world;
}

/** Somebody took the account out of its group right before the look at the end. */
async function different(): Promise<World> {
  const world = createWorld();
  world.mishaps.meanwhile("store.decide begin verify", async () => {
    world.workday.tenant.perform({ name: "remove-group-member", ...member });
  });
  await world.open();
  await world.live();
  world.clock.goOn(minuteMs);
  return world;
}

function looks(world: World): readonly Event[] {
  return world.events().filter(({ kind }) => kind === "looked-again");
}

describe("Look again", () => {
  it("judges anew what was different, by reading only, and is recorded", async () => {
    const world = await different();
    expect(world.request().facts.verification?.outcome).toBe("different");
    world.workday.tenant.perform({ name: "add-group-member", ...member });
    const calls = world.mishaps.calls.length;

    expect(await world.click(dan, again)).toMatchObject({ kind: "accepted" });

    const { facts, drift, phase } = world.request();
    expect(facts.verification).toMatchObject({ outcome: "verified", at: world.clock.now() });
    expect([drift, phase]).toEqual([[], { kind: "done" }]);
    expect(looks(world)).toMatchObject([{ by: dan, verification: facts.verification }]);
    const made = world.mishaps.calls.slice(calls);
    expect(made.filter((call) => /\.(?:put|perform|enable|disable)/u.test(call))).toEqual([]);
  });

  it("tells of an account that drifted what it sees now", async () => {
    const world = await done();
    world.workday.tenant.perform({ name: "remove-group-member", ...member });
    await watchDrift(world.deps, 1);
    expect(world.request().drift).toHaveLength(1);
    world.workday.tenant.perform({ name: "add-group-member", ...member });

    await world.click(ann, again);

    expect(world.request()).toMatchObject({ drift: [], phase: { kind: "done" } });
  });

  it("goes on telling that the password is too old", async () => {
    const world = await done();
    world.clock.goOn(366 * 24 * hourMs);

    await world.click(ann, again);

    expect(world.request()).toMatchObject({
      facts: { verification: { outcome: "verified" } },
      drift: [{ kind: "other", words: "The password is older than 365 days." }],
    });
  });

  it.each([1, 4, 8, 12, 16, 20])(
    "counts once, wherever the process dies: place %i",
    async (place) => {
      const world = await done();
      world.mishaps.killAt(world.mishaps.passed() + place);

      expect(await world.click(ann, again)).toMatchObject({ kind: "accepted" });

      expect(looks(world)).toHaveLength(1);
    },
  );

  it("looks at most once a minute", async () => {
    const world = await done();
    await world.click(ann, again);
    world.clock.goOn(minuteMs - 1);
    const calls = world.mishaps.calls.length;

    const reply = await world.click(ben, again);

    expect(reply).toEqual({ kind: "refused", refusal: "looked-just-now" });
    expect(world.mishaps.calls.slice(calls).join(" ")).not.toContain("workday.");
  });

  it.each([
    ["who asked", ann, "accepted"],
    ["a doer", dan, "accepted"],
    ["an approver", bea, "accepted"],
    ["nobody else", cy, "refused"],
  ] as const)("is for whoever may see the request: %s", async (_who, by, kind) => {
    const world = await done();

    expect(await world.click(by, again)).toMatchObject({ kind });
  });

  it.each(["workday.readSecurityGroups", "vault.listVersions"] as const)(
    "keeps the verdict that there is where something is away: %s",
    async (read) => {
      const world = await done();
      world.mishaps.fail(read, { kind: "unreachable" });

      expect(await world.click(ann, again)).toMatchObject({ kind: "fault" });
      expect(looks(world)).toEqual([]);
    },
  );

  it("is refused while a request is open", async () => {
    const world = createWorld();
    await world.open();
    await world.work();

    const reply = await world.click(ann, again);

    expect(reply).toEqual({ kind: "refused", refusal: "nothing-to-look-at" });
  });

  it("is refused where a later request says what the account should be", async () => {
    const world = await done();
    const first = world.id;
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live();
    world.clock.goOn(minuteMs);
    const retirement = world.id;
    expect(await world.click(ann, again)).toMatchObject({ kind: "accepted" });

    const press = { id: "late", by: ann, request: first, answerTo: { kind: "person" } } as const;
    await handleClick(world.deps, world.engine.durableOf("late"), { ...press, command: again });

    expect(retirement).not.toBe(first);
    expect(world.answerer.answers.at(-1)?.reply).toEqual({
      kind: "refused",
      refusal: "looked-at-by-another",
    });
  });
});

const byPeople = aTenant({ hands: allBy("person") });
const shut: WorldOptions = { tenant: byPeople, hasReports: false };

function unseenOf(world: World): readonly string[] {
  return listUnseenFacts(world.request().facts.verification).map(({ fact }) => fact);
}

function attest(...facts: readonly string[]): Command {
  return { kind: "attest", facts };
}

describe("an attestation", () => {
  it("stands beside what nobody sees, and never counts as seen", async () => {
    const world = await done(shut);

    const reply = await world.click(bea, attest("group", "other-groups"));

    expect(reply).toMatchObject({ kind: "accepted" });
    const { attested, facts } = world.request();
    const at = world.clock.now();
    expect(attested).toEqual([
      { fact: "group", by: bea, at },
      { fact: "other-groups", by: bea, at },
    ]);
    expect(facts.verification?.outcome).toBe("unverified");
    expect(unseenOf(world)).toContain("group");
    expect(world.events().at(-1)).toMatchObject({
      kind: "attested",
      facts: [{ what: "The group ISSG_Viva and its members" }, {}],
    });
  });

  it("is recorded once for each person", async () => {
    const world = await done(shut);
    await world.click(bea, attest("group"));

    const same = await world.click(bea, attest("group"));
    await world.click(eve, attest("group"));
    await world.click(bea, attest("group", "other-groups"));

    expect(same).toEqual({ kind: "refused", refusal: "attested-already" });
    expect(world.request().attested.map(({ fact, by }) => [fact, by])).toEqual([
      ["group", bea],
      ["group", eve],
      ["other-groups", bea],
    ]);
  });

  it.each([
    ["who asked for it", ann, "own-work"],
    ["who carried a step out", dan, "not-an-attester"],
    ["a stranger", cy, "not-an-attester"],
  ] as const)("is not for %s", async (_who, by, refusal) => {
    const world = await done(shut);

    expect(await world.click(by, attest("group"))).toEqual({ kind: "refused", refusal });
    expect(world.request().attested).toEqual([]);
  });

  it("is not for an approver who carried a step out", async () => {
    const world = createWorld(shut);
    await world.open();
    await world.work();
    const { phase } = world.request();
    if (phase.kind !== "waiting-for-person") throw new Error("No task waits");
    await world.click(eve, { kind: "report-done", step: phase.step });
    await world.live();

    expect(await world.click(eve, attest("group"))).toMatchObject({ refusal: "own-work" });
  });

  it.each([
    ["what is seen", "account"],
    ["what is no fact of it", "another verdict's"],
  ])("is refused for %s", async (_what, fact) => {
    const world = await done(shut);

    const reply = await world.click(bea, attest("group", fact));

    expect(reply).toEqual({ kind: "refused", refusal: "nothing-to-attest" });
  });
});

describe("a task that nobody could look at", () => {
  it("is remembered by the verdict, with whose word was taken", async () => {
    const world = await done(shut);

    expect(world.request().facts.verification?.onTrust).toContainEqual({
      what: "the security group",
      by: dan,
    });
  });
});
