import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { lookBeforeActivation } from "../../../src/flows/verification/look-before-activation.ts";
import { aDraft, aSegmentDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const plans = aTenantOfPlans();
const x509 = { key: { type: "Certificate_ID", id: "viva" } } as const;

/** A request that has come to its activation, as the tenant shows it. */
async function atActivation(tenant = plans): Promise<World> {
  const world = createWorld({ tenant });
  world.workday.tenant.workAs("okafor");
  await world.open();
  await world.work();
  await world.click(ben, { kind: "approve", digest: world.shownDigest() });
  await world.work();
  return world;
}

async function seen(world: World, request: Request = world.request()): Promise<readonly string[]> {
  const { items } = await lookBeforeActivation(world.deps, request);
  return items.map(({ words }) => words);
}

function finished(draft: Draft): Request {
  const opening = anOpening(draft, plans);
  const at = opening.plan.findIndex(({ name }) => name === "approve");
  const steps = opening.plan
    .slice(0, at)
    .map(({ name }): Event => ({ kind: "step-finished", step: name, facts: {} }));
  return given(opening, ...steps);
}

describe("lookBeforeActivation", () => {
  it("sees an account and its group as asked before anything is live", async () => {
    const world = await atActivation();

    expect(await lookBeforeActivation(world.deps, world.request())).toMatchObject({
      outcome: "verified",
      items: [],
    });
  });

  it.each<[what: string, draft: Draft]>([
    ["x509, which is switched on later", aDraft({ x509 })],
    ["the exemption, which is given later", aDraft({ exemptFromPasswordExpiry: true })],
  ])("does not look for %s", async (_what, draft) => {
    const world = await atActivation();

    expect(await seen(world, { ...finished(draft), facts: world.request().facts })).toEqual([]);
  });

  it("looks for x509 once it was switched on", async () => {
    const world = await atActivation();
    const opening = anOpening(aDraft({ x509 }), plans);
    const steps = opening.plan.map(
      ({ name }): Event => ({ kind: "step-finished", step: name, facts: {} }),
    );
    const request = { ...given(opening, ...steps), facts: world.request().facts };

    expect((await seen(world, request)).join()).toContain("x509");
  });

  it("tells what is different, and what no report shows", async () => {
    const world = await atActivation();
    world.workday.tenant.addGroup("HR Partners", ["ISU_Viva"]);
    expect(await seen(world)).toEqual([
      "ISU_Viva is also in the group HR Partners, which gives nothing that a report shows.",
    ]);

    const blind = createWorld({ tenant: plans, hasReports: false });
    const { outcome, items } = await lookBeforeActivation(
      blind.deps,
      finished(aDraft({ system: existingSystem })),
    );
    expect(outcome).toBe("different");
    expect(items.some(({ kind }) => kind === "unseen")).toBe(true);
  });

  it("expects of an account that ends that it is in no group", async () => {
    const world = await withAccount({ tenant: plans });
    await world.openNext(aRawChange({ kind: "retire", reason: "The vendor is gone" }));
    await world.work();

    expect(await seen(world)).toEqual([
      "ISU_Viva is also in the group ISSG_Viva, which gives Get on Manage: Learning Content, Get on Worker Data: Workers, Get on Reports: Learning Record, Put on Manage: Learning Content.",
    ]);
  });

  it("looks at the segment-based group, and not at what it will hold", async () => {
    const world = await atActivation();
    const asked = aSegmentDraft({
      system:
        world.request().draft.kind === "create"
          ? { kind: "existing", id: "ISU_BOT", name: "Viva" }
          : aSegmentDraft().system,
    });
    const request = finished(asked);

    expect(await seen(world, request)).toContain("There is no security group ISSG_Viva segments.");
    const { tenant } = world.workday;
    tenant.addGroup("ISSG_Viva segments");
    tenant.setType("ISSG_Viva segments", { kind: "other", name: "Segment-Based Security Group" });
    const words = await seen(world, request);
    expect(words.filter((line) => line.includes("segments"))).toEqual([]);
  });
});
