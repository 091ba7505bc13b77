import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import type { Command } from "../../../src/flows/request/click.ts";
import type { Refusal } from "../../../src/flows/request/refusal.ts";
import { handleClick } from "../../../src/flows/workflows/handle-click.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ann, bea, ben, cy, dan } from "../../support/data/people.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

/** A world in which the card is shown. */
async function atCard(): Promise<World> {
  const world = createWorld();
  await world.open();
  await world.work();
  return world;
}

async function whilePersonActivates(): Promise<World> {
  const world = createWorld({
    tenant: aTenant({ hands: { ...allBy("runner"), activate: "person" } }),
  });
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

describe("handleClick", () => {
  it("knows no request that was not opened", async () => {
    expect(await createWorld().click(ben, { kind: "withdraw" })).toEqual({
      kind: "refused",
      refusal: "no-such-request",
    });
  });

  it.each<[who: string, by: PersonId, command: Command, refusal: Refusal]>([
    ["a stranger", cy, { kind: "approve", digest: "" }, "not-an-approver"],
    ["the requester", ann, { kind: "approve", digest: "" }, "not-an-approver"],
    ["an approver", ben, { kind: "withdraw" }, "not-the-requester"],
    ["an approver", ben, { kind: "report-done", step: "activate" }, "not-a-doer"],
    ["a doer", dan, { kind: "report-done", step: "activate" }, "not-waiting-for-that"],
    [
      "an approver with an old card",
      ben,
      { kind: "approve", digest: "sha256:old" },
      "outdated-card",
    ],
  ])("tells %s why not, and changes nothing", async (_who, by, command, refusal) => {
    const world = await atCard();
    const before = world.events();

    expect(await world.click(by, command)).toEqual({ kind: "refused", refusal });
    expect(world.events()).toEqual(before);
  });

  it("reads nothing in Workday for a task that nobody is waited for with", async () => {
    const world = await atCard();
    const { length } = world.mishaps.calls;

    const reply = await world.click(dan, { kind: "report-done", step: "add-group-member" });

    expect(reply).toEqual({ kind: "refused", refusal: "not-waiting-for-that" });
    expect(world.mishaps.calls.slice(length).filter((call) => call.startsWith("workday."))).toEqual(
      [],
    );
  });

  it("lets nobody decide while Slack does not say who they are", async () => {
    const world = await atCard();
    world.mishaps.fail("directory.isOn", { kind: "unreachable" });

    const reply = await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect(reply).toEqual({ kind: "refused", refusal: "cannot-tell-who-you-are" });
  });

  it("approves nothing while nobody can see what is pending", async () => {
    const world = await atCard();
    world.mishaps.fail("workday.readPendingChanges", { kind: "denied" });

    const reply = await world.click(ben, { kind: "approve", digest: world.shownDigest() });

    expect(reply).toEqual({ kind: "fault", fault: aFault("denied") });
    expect(world.request().phase.kind).toBe("waiting-for-approval");
  });

  it("counts one of two approvals that come at once, and tells the other", async () => {
    const world = await atCard();
    const approve = { kind: "approve", digest: world.shownDigest() } as const;

    const replies = await Promise.all([world.click(ben, approve), world.click(bea, approve)]);
    await world.live();

    expect(replies.map((reply) => (reply.kind === "refused" ? reply.refusal : reply.kind))).toEqual(
      ["accepted", "already-settled"],
    );
    expect(world.events().filter(({ kind }) => kind === "approved")).toHaveLength(1);
    expect(world.workday.tenant.activations).toHaveLength(1);
  });

  it.each<[what: string, first: "approve" | "deny", second: "approve" | "deny", refusal: string]>([
    ["a second approval", "approve", "approve", "already-settled"],
    ["an approval after a denial", "deny", "approve", "already-settled"],
    ["a denial after an approval", "approve", "deny", "too-late-to-deny"],
  ])("does not count %s", async (_what, first, second, refusal) => {
    const world = await atCard();
    const digest = world.shownDigest();

    await world.click(ben, { kind: first, digest, reason: "No" });
    const reply = await world.click(bea, { kind: second, digest, reason: "No" });

    expect(reply).toEqual({ kind: "refused", refusal });
  });

  it("counts a click once, however often it is delivered", async () => {
    const world = await atCard();
    const click = {
      id: "click-again",
      by: ben,
      request: world.id,
      answerTo: { kind: "person" },
      command: { kind: "approve", digest: world.shownDigest() },
    } as const;

    await handleClick(world.deps, world.engine.durableOf("one"), click);
    await handleClick(world.deps, world.engine.durableOf("other"), click);
    await world.live();

    expect(world.answerer.answers.slice(-2).map(({ reply }) => reply.kind)).toEqual([
      "accepted",
      "accepted",
    ]);
    expect(world.events().filter(({ kind }) => kind === "approved")).toHaveLength(1);
  });

  it("voids an approval when something else is pending by now, and asks again", async () => {
    const world = await atCard();
    const digest = world.shownDigest();
    world.workday.tenant.addPending(foreignChange);

    const reply = await world.click(ben, { kind: "approve", digest });
    await world.work();

    expect(reply).toEqual({ kind: "voided", difference: { added: [foreignChange], gone: [] } });
    expect(world.shownDigest()).not.toBe(digest);
    expect(await world.click(ben, { kind: "approve", digest })).toEqual({
      kind: "refused",
      refusal: "outdated-card",
    });
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("says the same of a void approval wherever the process dies", async () => {
    const kinds = new Set<string>();
    for (let place = 1; place <= 20; place += 1) {
      const world = await atCard();
      world.workday.tenant.addPending(foreignChange);
      world.mishaps.killAt(place);
      kinds.add((await world.click(ben, { kind: "approve", digest: world.shownDigest() })).kind);
    }

    expect([...kinds]).toEqual(["voided"]);
  });

  it("says that an approval counted though the tenant is gone when the process starts again", async () => {
    const world = await atCard();
    const approve = { kind: "approve", digest: world.shownDigest() } as const;
    const click = {
      id: "c",
      by: ben,
      request: world.id,
      answerTo: { kind: "person" },
      command: approve,
    } as const;
    await handleClick(world.deps, world.engine.durableOf("one"), click);
    world.mishaps.fail("workday.readPendingChanges", { kind: "denied" });

    await handleClick(world.deps, world.engine.durableOf("other"), click);

    expect(world.answerer.answers.at(-1)?.reply.kind).toBe("accepted");
  });

  it("does not take Done with an activation for true while the tenant lists it as pending", async () => {
    const world = await whilePersonActivates();
    const done = { kind: "report-done", step: "activate" } as const;
    await world.click(dan, { kind: "start", step: "activate" });

    expect(await world.click(dan, done)).toEqual({ kind: "refused", refusal: "still-pending" });
    world.workday.tenant.perform({ name: "activate", comment: "" });
    expect((await world.click(dan, done)).kind).toBe("accepted");
    expect((await world.live()).phase).toEqual({ kind: "done" });
  });

  it("goes on when it cannot answer", async () => {
    const world = await atCard();
    const approve = { kind: "approve", digest: world.shownDigest() } as const;
    const click = {
      id: "c",
      by: ben,
      request: world.id,
      answerTo: { kind: "person" },
      command: approve,
    } as const;
    world.mishaps.fail("answerer.answer", { kind: "rejected" });

    await handleClick(world.deps, world.engine.durableOf("c"), click);

    expect((await world.live()).phase).toEqual({ kind: "done" });
    expect(world.log.lines.map(({ text }) => text)).toContain("cannot answer a click");
  });
});
