import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/flows/model/fault.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { GroupPermissions } from "../../../src/flows/model/tenant-reports.ts";
import type { StepName } from "../../../src/flows/tasks/step.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { lookAtTask } from "../../../src/flows/verification/look-at-task.ts";
import { handleClick } from "../../../src/flows/workflows/handle-click.ts";
import { ok, type Result } from "../../../src/result.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { allBy, aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { aRawActivation } from "../../support/data/changes.ts";
import { ann, ben, dan } from "../../support/data/people.ts";
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

async function unseen(): Promise<Result<GroupPermissions, Fault>> {
  return ok({ kind: "cannot-see" });
}

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

  it("is not posted where they are live already: the channel is told, once", async () => {
    const world = await without(({ workday: { tenant } }) => {
      tenant.perform({ name: "activate", comment: "Of nobody's request" });
    });
    await world.click(ann, { kind: "retry" });
    const { phase } = await world.work();

    expect(phase).toMatchObject({ kind: "stuck", step: "approve" });
    expect(phase.kind === "stuck" && phase.words).toContain("no approver was shown them before");
    expect(world.watch.queued.map(({ matter }) => matter)).toEqual([
      {
        kind: "live-unapproved",
        request: world.id,
        live: {
          count: 4,
          lines: [
            "Get: Manage: Learning Content",
            "Get: Worker Data: Workers",
            "Get: Reports: Learning Record",
            "Put: Manage: Learning Content",
          ],
        },
      },
    ]);
  });

  it("is posted where another request's activation, whose approver saw them, has made them live", async () => {
    const world = createWorld();
    await world.open();
    await world.work();
    const held = world.id;
    await world.openNext(aRawActivation());
    await world.live();
    expect(world.request().phase).toEqual({ kind: "done" });

    const { phase } = world.store.peek(held) ?? world.request();
    if (phase.kind !== "waiting-for-approval") throw new Error("No card");
    const { digest } = phase.asked;
    const answerTo = { kind: "person" } as const;
    const command = { kind: "approve", digest } as const;
    const click = { id: "again", by: ben, request: held, answerTo, command };
    await handleClick(world.deps, world.engine.durableOf("again"), click);
    await world.work();

    expect(world.store.peek(held)?.phase.kind).toBe("waiting-for-approval");
    expect(world.store.peek(held)?.facts.unseen).toHaveLength(4);
    expect(world.watch.queued).toEqual([]);
  });

  it("is posted where its own approver saw them, and who activated them said something else", async () => {
    const world = createWorld({
      tenant: aTenant({ hands: { ...allBy("runner"), activate: "person" } }),
    });
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    world.workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-refused", step: "activate", why: "It looked odd" });
    await world.click(ann, { kind: "retry" });

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.watch.queued).toEqual([]);
  });

  it("is posted where the approver of its plan saw them, from which the activation followed", async () => {
    const world = createWorld({
      tenant: aTenantOfPlans({ hands: { ...allBy("runner"), activate: "person" } }),
    });
    world.workday.tenant.workAs("rpa-runner");
    await world.open();
    await world.work();
    await world.click(ben, { kind: "approve", digest: world.shownDigest() });
    await world.work();
    expect(world.events().map(({ kind }) => kind)).toContain("approval-followed");
    world.workday.tenant.perform({ name: "activate", comment: world.id });
    await world.click(dan, { kind: "report-refused", step: "activate", why: "It looked odd" });
    await world.click(ann, { kind: "retry" });

    expect((await world.work()).phase.kind).toBe("waiting-for-approval");
    expect(world.watch.queued).toEqual([]);
  });

  it("is not posted where no report shows what is in force, and raises no alarm", async () => {
    const world = await without(({ configure, workday }) => {
      workday.tenant.perform({ name: "activate", comment: "Of nobody's request" });
      configure((place) => ({ ...place, workday: { ...workday, readGroupPermissions: unseen } }));
    });

    const { phase } = world.request();
    expect(phase.kind === "stuck" && phase.words).toContain("none is pending in the tenant");
    expect(world.watch.queued).toEqual([]);
  });

  it("is not posted where business processes alone are expected, and none is pending", async () => {
    const world = createWorld({
      raw: aRawDraft({
        domains: { Get: "", Put: "", View: "", Modify: "" },
        businessProcesses: "Work Contact Change",
      }),
    });
    world.mishaps.meanwhile("store.decide finish grant-business-processes", async () => {
      const { tenant } = world.workday;
      for (const change of tenant.pending()) tenant.dropPending(change);
    });
    await world.open();
    await world.work();

    expect(world.request().phase).toMatchObject({ kind: "stuck", step: "approve" });
  });
});

describe("lookAtTask", () => {
  it.each<StepName>(["create-user", "approve", "disable-api-client"])(
    "looks at nothing for what is no task of the plan: %s",
    async (step) => {
      const world = createWorld(byPeople);
      await world.open();
      const { length } = world.mishaps.calls;

      expect(await lookAtTask(world.deps, world.request(), step)).toEqual(ok({ kind: "on-trust" }));
      expect(world.mishaps.calls).toHaveLength(length);
    },
  );
});
