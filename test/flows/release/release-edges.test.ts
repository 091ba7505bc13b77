import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { readOthers } from "../../../src/flows/inventory/read-others.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { settleClick } from "../../../src/flows/workflows/settle-click.ts";
import { ok } from "../../../src/result.ts";
import { inTime } from "../../support/data/a-request.ts";
import { ann, ben, cy, eve } from "../../support/data/people.ts";
import {
  approveCard,
  aRawOf,
  denyIt,
  eventsOf,
  openAs,
  openAtOnce,
  phasesOf,
  requestOf,
  run,
  theRelease,
  together,
} from "../../support/scenes/releases.ts";

describe("a release where nobody sees what is pending", () => {
  it("needs the tenant's own approvers too, as many as then", async () => {
    const world = together(
      { approvals: { needed: 1, neededWhenUnseen: 2 } },
      { hasReports: false },
    );
    const ids = await openAtOnce(world);
    const { id } = theRelease(world);
    expect(requestOf(world, id).phase).toMatchObject({
      asked: { parts: [{ needed: 2 }, { needed: 2 }, { request: id, needed: 2 }] },
    });

    await approveCard(world, id, ben);
    await run(world);
    expect(world.workday.tenant.activations).toEqual([]);
    await approveCard(world, id, eve);
    await run(world);

    expect(world.workday.tenant.activations).toHaveLength(1);
    expect(phasesOf(world, ids)).toEqual(["done", "done"]);
  });
});

describe("a release that takes in who waits by the time it is asked for again", () => {
  it("is of all of them, and its comment names them", async () => {
    const world = together();
    const [one, other] = await openAtOnce(world);
    if (one === undefined || other === undefined) throw new Error("Nothing was opened");
    const { id } = theRelease(world);
    await world.clickOn(one, ben, denyIt);
    const next = await openAs(world, ann, aRawOf("Next"));
    // The newcomer is made while what was denied is not taken back yet.
    await world.workOn((request) => request !== one);
    await run(world);

    expect(requestOf(world, id).members).toEqual([other, next]);
    await approveCard(world, id, ben);
    await run(world);
    expect(world.workday.tenant.activations[0]).toContain(`Releases ${other}, ${next}.`);
  });
});

describe("a click on a request of a release", () => {
  it("comes too late where the request is over by then", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    const request = requestOf(world, one);
    await world.store.decide({ id: one, key: "end", now: world.clock.now() }, () =>
      ok([{ kind: "ended" }]),
    );
    const click = {
      id: "late",
      by: ben,
      request: one,
      answerTo: { kind: "person" },
      command: denyIt,
    } as const;

    const settled = await settleClick(world.deps, request, {
      click,
      command: denyIt,
      standsInFor: [],
      sights: {},
    });

    expect(settled).toEqual({ ok: false, error: "already-settled" });
  });

  it("denies one that leaves its release in that moment, whose card stays", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    const { id } = theRelease(world);
    world.mishaps.meanwhile("store.decideTogether", async () => {
      const change = { id: one, key: "leave", now: world.clock.now() };
      await world.store.decide(change, () => ok([inLine]));
    });

    expect(await world.clickOn(one, ben, denyIt)).toMatchObject({
      kind: "accepted",
      request: { closing: { kind: "denied", by: ben } },
    });
    expect(eventsOf(world, id, "approval-voided")).toEqual([]);
  });

  it("counts one of two denials that come at once, and voids the card once", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    const { id } = theRelease(world);

    const replies = await Promise.all([ben, eve].map((by) => world.clickOn(one, by, denyIt)));

    expect(replies.map((reply) => (reply.kind === "refused" ? reply.refusal : reply.kind))).toEqual(
      ["accepted", "already-settled"],
    );
    expect(eventsOf(world, one, "closing")).toHaveLength(1);
    expect(eventsOf(world, id, "approval-voided")).toHaveLength(1);
  });

  it("denies one that waits for others without a release, and none twice", async () => {
    const world = together();
    const [first] = await openAtOnce(world, [ann]);
    const next = await openAs(world, ann, aRawOf("Next"));
    await run(world);

    expect(await world.clickOn(next, ben, denyIt)).toMatchObject({ kind: "accepted" });
    await run(world);
    expect(await world.clickOn(next, ben, denyIt)).toEqual({
      kind: "refused",
      refusal: "already-settled",
    });
    expect(first && requestOf(world, first).phase.kind).toBe("waiting-for-approval");
  });

  it("refuses a denial while another has it closed already", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    await world.clickOn(one, ben, denyIt);

    expect(await world.clickOn(one, eve, denyIt)).toMatchObject({ kind: "refused" });
  });

  it("leaves a release alone that is not shown", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    if (one === undefined) throw new Error("Nothing was opened");
    const { id } = theRelease(world);
    world.workday.tenant.addPending(brandedChange);
    await approveCard(world, id, ben);

    await world.clickOn(one, eve, denyIt);

    expect(eventsOf(world, id, "approval-voided")).toHaveLength(1);
  });
});

const brandedChange = {
  kind: "domain",
  policy: "Payroll",
  action: "",
  securityGroup: "HR Partners",
  access: "Get",
  change: "Added",
} as const;

const inLine = {
  kind: "release-awaited",
  heldAt: "approve",
  gathersUntil: inTime,
  for: [],
} as const;

describe("an approval of a release", () => {
  it("is nobody's who may decide on none of its parts", async () => {
    const world = together();
    await openAtOnce(world);
    const { id } = theRelease(world);
    const { length } = world.mishaps.calls;

    const reply = await world.clickOn(id, cy, { kind: "approve", digest: "sha256:old" });

    // Not that the card is outdated: a stranger learns nothing, and nothing is read for them.
    expect(reply).toEqual({ kind: "refused", refusal: "not-an-approver" });
    const read = world.mishaps.calls.slice(length);
    expect(read.filter((call) => call.startsWith("workday."))).toEqual([]);
  });

  it("counts for nothing where nobody looked at what is pending", async () => {
    const world = together();
    await openAtOnce(world);
    const release = theRelease(world);
    const command = { kind: "approve", digest: "release" } as const;
    const answerTo = { kind: "person" } as const;
    const click = { id: "blind", by: ben, request: release.id, answerTo, command };

    const settled = settleClick(world.deps, release, {
      click,
      command,
      standsInFor: [],
      sights: {},
      voices: [],
    });

    await expect(settled).rejects.toThrow("pending now");
    expect(eventsOf(world, release.id, "approved")).toEqual([]);
  });
});

describe("the requests of a release", () => {
  it("are read as far as they are there", async () => {
    const world = together();
    const [one] = await openAtOnce(world);
    const release = {
      ...theRelease(world),
      members: [one ?? brand<RequestId>("ISU-0"), brand<RequestId>("ISU-GONE")],
    };

    const others = await readOthers(world.deps, release, { kind: "seen", changes: [] });

    expect(others.map(({ id, member }) => [id, member?.unseen.length])).toEqual([[one, 1]]);
  });
});
