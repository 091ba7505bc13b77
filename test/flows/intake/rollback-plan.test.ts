import { describe, expect, it } from "vitest";
import { prepareRollback } from "../../../src/flows/intake/prepare-rollback.ts";
import { writeProcess } from "../../../src/flows/model/business-process.ts";
import { ok } from "../../../src/result.ts";
import { anyText, like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { foreignChange } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import {
  aRawActivation,
  aRawChange,
  aRawRollback,
  withAccount,
} from "../../support/data/changes.ts";
import { bea, ben } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { activateByHand, draftOf, lived, toFirst } from "../../support/scenes/rollback.ts";

/** As if no card had shown what was pending. */
function seeNothing({ store, id }: World): void {
  for (const { event } of store.peekStory(id)) {
    if (event.kind === "approval-asked") {
      Object.assign(event.asked, { pending: { kind: "cannot-see" } });
    }
  }
}

describe("the plan of a roll back", () => {
  it.each<[why: string, changes: Partial<ReturnType<typeof aRawRollback>>, field: string]>([
    ["no reason", { reason: " " }, "reason"],
    ["another newest activation", { newest: "1" }, "timestamp"],
    ["no such activation", { timestamp: "1" }, "timestamp"],
  ])("is not made for %s", async (_why, changes, field) => {
    const world = await lived();

    expect(await world.openNext({ ...toFirst(world), ...changes })).toMatchObject({
      kind: "not-opened",
      check: { problems: { [field]: anyText() } },
    });
  });

  it("is not made for the active one, nor where the report cannot be read or is not there", async () => {
    const world = await lived();
    const { newest } = toFirst(world);
    expect(await world.openNext({ ...toFirst(world), timestamp: newest })).toMatchObject({
      check: { problems: { timestamp: like("no earlier") } },
    });

    world.mishaps.fail("workday.readTimestamps", { kind: "unreachable" });
    expect(await world.openNext(toFirst(world))).toMatchObject({ check: { kind: "fault" } });

    const blind = createWorld({ hasReports: false, raw: aRawRollback() });
    expect(await blind.open()).toMatchObject({
      check: { problems: { timestamp: like("reports.securityTimestamps") } },
    });
  });

  it("is not made for one of two activations of the very moment", async () => {
    const world = await lived();
    const timestamps = world.workday.tenant.timestamps();
    const both = { kind: "seen" as const, timestamps: [...timestamps, ...timestamps.slice(0, 1)] };
    const workday = { ...world.workday, readTimestamps: async () => ok(both) };

    const made = await prepareRollback({ ...world, workday }, toFirst(world), world.tenant);

    expect(made).toMatchObject({ error: { problems: { timestamp: like("very moment") } } });
  });

  it("asks for as many as where nobody sees, when others' activations are undone", async () => {
    const tenant = aTenant({ approvals: { needed: 1, neededWhenUnseen: 2 } });
    const world = await lived({ tenant });
    activateByHand(world);
    await world.openNext(toFirst(world));
    await world.work();

    expect(world.request().phase).toMatchObject({ asked: { needed: 2 } });
    expect(draftOf(world).undone.map(({ request }) => request === undefined)).toEqual([
      true,
      false,
    ]);
  });

  it("asks for two where a removal from a sensitive domain would be undone", async () => {
    const tenant = aTenant({ sensitiveDomains: ["Worker Data: Workers"] });
    const world = await withAccount({ tenant });
    await world.openNext(aRawChange({ kind: "retire" }));
    await world.live(async (digest) => {
      await world.click(ben, { kind: "approve", digest });
      await world.click(bea, { kind: "approve", digest });
    });
    await world.openNext(toFirst(world));
    await world.work();

    expect(draftOf(world)).toMatchObject({ affected: [] });
    expect(world.request().phase).toMatchObject({ asked: { needed: 2 } });
  });

  it("knows what an activation by itself made live from what its card showed", async () => {
    const world = await lived();
    world.workday.tenant.addPending(foreignChange);
    await world.openNext(aRawActivation());
    await world.live();

    await world.openNext(toFirst(world));

    expect(draftOf(world).again).toContainEqual(foreignChange);
  });

  it("goes by the business processes that were asked for, with and without their action", async () => {
    const named = { policy: "Work Contact Change", action: "Change It (Web Service)" };
    const businessProcesses = [named, { policy: "Contact Change" }].map(writeProcess).join("\n");
    const world = await lived({ raw: aRawDraft({ businessProcesses }) });
    seeNothing(world);

    await world.openNext(toFirst(world));

    const own = { securityGroup: "ISSG_Viva", access: "", change: "Added" };
    const processes = draftOf(world).again.filter(({ kind }) => kind === "business-process");
    expect(processes).toEqual([
      { kind: "business-process", ...named, ...own },
      { kind: "business-process", policy: "Contact Change", action: "", ...own },
    ]);
  });

  it("goes by what was asked for where no card saw anything", async () => {
    const world = await lived();
    seeNothing(world);

    await world.openNext(toFirst(world));

    const names = draftOf(world).again.map(({ securityGroup, change }) => [securityGroup, change]);
    expect(names).toEqual(Array.from({ length: 4 }, () => ["ISSG_Viva", "Added"]));
  });
});
