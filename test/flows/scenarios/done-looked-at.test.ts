import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { ben, dan } from "../../support/data/people.ts";
import { createWorld, type World, type WorldOptions } from "../../support/fakes/world.ts";

const byPeople: WorldOptions = { tenant: aTenant({ hands: allBy("person") }) };

/** Lets people do everything up to this task. */
async function upTo(name: Task["name"], options: WorldOptions = byPeople): Promise<World> {
  const world = createWorld(options);
  await world.open();
  for (;;) {
    const { phase } = await world.work();
    if (phase.kind !== "waiting-for-person") throw new Error(`No task while ${phase.kind}`);
    if (phase.step === name) return world;
    await world.carryOut();
  }
}

describe("Done, pressed for what nobody did", () => {
  it.each<[name: Task["name"], words: string]>([
    ["create-security-group", "There is no security group ISSG_Viva."],
    ["add-group-member", "ISU_Viva is not in the group ISSG_Viva."],
    [
      "grant-permissions",
      "Get on Manage: Learning Content is neither pending nor active for ISSG_Viva.",
    ],
  ])("is answered with what was seen, and nothing else is handed out: %s", async (step, words) => {
    const world = await upTo(step);

    const reply = await world.click(dan, { kind: "report-done", step });
    const request = await world.work();

    expect(reply).toEqual({ kind: "refused", refusal: "not-shown" });
    expect(request.phase).toMatchObject({ kind: "stuck", step });
    expect(request.phase.kind === "stuck" && request.phase.words).toContain(words);
    expect(request.finished).not.toContain(step);
    expect(request.carriedOutBy).toContain(dan);
  });

  it("is asked for again, and counts once it shows", async () => {
    const world = await upTo("add-group-member");
    await world.click(dan, { kind: "report-done", step: "add-group-member" });
    await world.work();

    await world.click(ben, { kind: "retry" });
    await world.work();
    await world.carryOut();

    expect((await world.work()).finished).toContain("add-group-member");
  });

  it("is told for the permissions that are missing only", async () => {
    const world = await upTo("grant-permissions");
    const permissions = { ...noPermissions, Get: ["Worker Data: Workers"] };
    world.workday.tenant.perform({
      name: "grant-permissions",
      groupName: "ISSG_Viva",
      permissions,
    });

    await world.click(dan, { kind: "report-done", step: "grant-permissions" });

    const { phase } = await world.work();
    const words = phase.kind === "stuck" ? phase.words : "";
    expect(words).toContain("Put on Manage: Learning Content");
    expect(words).not.toContain("Workers");
  });

  it("is taken on trust where nobody can see, and says so", async () => {
    const world = await upTo("create-security-group", { ...byPeople, hasReports: false });

    await world.click(dan, { kind: "report-done", step: "create-security-group" });

    expect(world.events()).toContainEqual({
      kind: "step-finished",
      step: "create-security-group",
      by: dan,
      facts: {},
      note: "Taken on trust: nothing that the tenant shows to the bot tells it.",
      isOnTrust: true,
    });
  });
});

describe("a runner's answer", () => {
  it("is looked at like a person's word", async () => {
    const world = createWorld();
    world.runner.afterNext("add-group-member", () => {
      const gone = { groupName: "ISSG_Viva", userName: "ISU_Viva" };
      world.workday.tenant.perform({ name: "remove-group-member", ...gone });
    });

    await world.open();
    const { phase } = await world.work();

    expect(phase).toMatchObject({ kind: "stuck", step: "add-group-member" });
  });
});

async function without(change: (world: World) => void): Promise<World> {
  const world = createWorld();
  world.mishaps.meanwhile("store.decide finish grant-permissions", async () => change(world));
  await world.open();
  await world.work();
  return world;
}

describe("a card that would show nothing of the request's own", () => {
  it("is not posted: the request says why, and others' changes stay pending", async () => {
    const foreign = { kind: "domain", policy: "Payroll", action: "", access: "Put" } as const;
    const world = await without(({ workday: { tenant } }) => {
      for (const change of tenant.pending()) tenant.dropPending(change);
      tenant.addPending({ ...foreign, securityGroup: "HR", change: "Added" });
    });

    const { phase } = world.request();
    expect(phase).toMatchObject({ kind: "stuck", step: "approve" });
    expect(phase.kind === "stuck" && phase.words).toContain("none is pending in the tenant");
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("is posted where an activation has made them live: the approval is for what follows", async () => {
    const world = await without(({ workday: { tenant } }) => {
      tenant.perform({ name: "activate", comment: "Of another request" });
    });

    expect(world.request().phase.kind).toBe("waiting-for-approval");
    expect(world.request().facts.unseen).toHaveLength(4);
  });
});
