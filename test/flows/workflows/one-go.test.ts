import { describe, expect, it } from "vitest";
import { decide } from "../../../src/flows/approval/decide.ts";
import { listOneGo } from "../../../src/flows/planning/one-go.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { anOpening, expiresAt, given, start } from "../../support/data/a-request.ts";
import { allBy, aTenant, hourMs } from "../../support/data/a-tenant.ts";
import { ann, dan } from "../../support/data/people.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";
import { edit } from "../../support/scenes/edits.ts";

/** A request whose first task waits for a person. */
async function begin(): Promise<World> {
  const world = createWorld({ tenant: aTenant({ hands: allBy("person") }) });
  await world.open();
  await world.work();
  return world;
}

/** Does these tasks of the plan in the tenant, and says nothing. */
function perform(world: World, names: readonly Task["name"][]): void {
  for (const step of world.request().plan)
    if ("task" in step && names.includes(step.task.name)) world.workday.tenant.perform(step.task);
}

describe("Done, pressed once for all that one does in one go", () => {
  const group = "create-security-group";
  const go = [group, "add-group-member", "grant-permissions"] as const;

  it("counts for each task that shows, by who pressed it", async () => {
    const world = await begin();
    perform(world, go);

    const reply = await world.click(dan, { kind: "report-done", step: group });
    const request = await world.work();

    expect(reply).toMatchObject({ kind: "accepted" });
    expect(request.finished).toEqual(expect.arrayContaining([...go]));
    expect(request.phase.kind).toBe("waiting-for-approval");
    for (const step of go) {
      expect(request.begun).toContain(step);
      expect(world.events()).toContainEqual({ kind: "step-finished", step, by: dan, facts: {} });
    }
    expect(world.events().filter(({ kind }) => kind === "handed-over")).toHaveLength(1);
  });

  it("says which does not show yet, and asks for that one", async () => {
    const world = await begin();
    perform(world, [group, "add-group-member"]);

    await world.click(dan, { kind: "report-done", step: group });
    const { phase } = await world.work();

    expect(phase).toMatchObject({ kind: "waiting-for-person", step: "grant-permissions" });
    const [said] = world
      .events()
      .flatMap((event) => (event.kind === "step-finished" ? (event.note ?? []) : []));
    expect(said).toContain("Not shown yet: ");
    expect(said).toContain("Get on Manage: Learning Content is neither pending nor active");
  });

  it("counts for none behind one that does not show, though it shows itself", async () => {
    const world = await begin();
    perform(world, [group, "grant-permissions"]);

    await world.click(dan, { kind: "report-done", step: group });
    const { phase, finished } = await world.work();

    expect(phase).toMatchObject({ kind: "waiting-for-person", step: "add-group-member" });
    expect(finished).not.toContain("grant-permissions");
    expect(world.events()).toContainEqual({
      kind: "step-finished",
      step: group,
      by: dan,
      facts: {},
    });
  });

  it("counts for none that nobody can look at just now", async () => {
    const world = await begin();
    perform(world, go);
    world.mishaps.fail("workday.readPendingChanges", {
      kind: "denied",
    });

    await world.click(dan, { kind: "report-done", step: group });
    const { phase } = await world.work();

    expect(phase).toMatchObject({ kind: "waiting-for-person", step: "grant-permissions" });
  });

  it("counts for none that may not be done now", async () => {
    const closed = aTenant({ hands: allBy("person"), protectedAccounts: ["ISU_Viva"] });
    const world = await begin();
    perform(world, go);
    world.configure((place) => ({ ...place, tenant: closed }));

    await world.click(dan, { kind: "report-done", step: group });
    const { finished } = await world.work();

    expect(finished).toContain(group);
    expect(finished).not.toContain("add-group-member");
  });

  it("is told on the card without what is finished already", async () => {
    const { plan } = (await begin()).request();

    const next = listOneGo({ plan, finished: ["add-group-member"] }, group);

    expect(next.map(({ name }) => name)).toEqual(["grant-permissions"]);
  });

  it("counts for what is still of the plan when it is recorded", () => {
    const request = given(anOpening(), { kind: "handed-over", step: group, expiresAt });
    const settling = { by: dan, at: start, tenant: aTenant(), check: { kind: "shown" } } as const;

    const decided = decide(
      request,
      { kind: "report-done", step: group },
      { ...settling, also: ["revoke-permissions"] },
    );

    expect(decided).toMatchObject({ value: [{ kind: "step-finished", step: group }] });
    expect(decided.ok && decided.value).toHaveLength(1);
  });
});

describe("a request that is edited while a person may be in the middle of a go", () => {
  it("takes back what was granted, and is not asked for any more", async () => {
    const world = await begin();
    perform(world, ["add-group-member", "grant-permissions"]);
    const step = "create-security-group";
    await world.click(dan, { kind: "report-refused", step, why: "No access" });
    await world.work();
    const domains = { Get: "Worker Data: Workers", Put: "", View: "", Modify: "" };

    expect(await edit(world, aRawDraft({ domains }))).toMatchObject({ kind: "accepted" });

    expect(world.request().plan).toContainEqual(
      expect.objectContaining({ name: "revoke-permissions", hand: "person" }),
    );
  });
});

describe("a request that ends while a person may be in the middle of a go", () => {
  const undone = [
    "revoke-permissions",
    "remove-group-member",
    "inactivate-security-group",
  ] as const;

  it("takes back what nobody reported, and is over when nothing of it is left", async () => {
    const world = await begin();
    perform(world, ["create-security-group", "add-group-member", "grant-permissions"]);
    await world.click(ann, { kind: "withdraw" });
    const closed = await world.work();

    expect(closed.phase).toMatchObject({ kind: "waiting-for-person", step: "revoke-permissions" });
    for (const step of undone) {
      perform(world, [step]);
      await world.click(dan, { kind: "report-done", step });
      await world.work();
    }
    expect(world.request().phase).toEqual({ kind: "ended" });
    expect(world.request().leftBehind.map(({ what }) => what)).not.toContain("permissions");
  });

  it("tells what is left of that where it is not taken back", async () => {
    const world = await begin();
    perform(world, ["create-security-group", "add-group-member", "grant-permissions"]);
    await world.click(ann, { kind: "withdraw" });
    await world.work();
    for (let at = 0; at < undone.length; at += 1) {
      world.clock.goOn(73 * hourMs);
      await world.sweep();
      await world.work();
    }

    const { phase, leftBehind } = world.request();
    expect(phase).toEqual({ kind: "ended" });
    expect(leftBehind.map(({ what }) => what)).toContain("permissions");
  });

  it("asks for nothing where the group was not even made", async () => {
    const world = await begin();
    await world.click(ann, { kind: "withdraw" });

    expect((await world.work()).phase).toEqual({ kind: "ended" });
    expect(world.events().filter(({ kind }) => kind === "handed-over")).toHaveLength(1);
  });
});
