import { describe, expect, it } from "vitest";
import { brand } from "../../../src/brand.ts";
import { readOthers } from "../../../src/flows/inventory/read-others.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { settleClick } from "../../../src/flows/workflows/settle-click.ts";
import { ok } from "../../../src/result.ts";
import { ann, ben, eve } from "../../support/data/people.ts";
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
