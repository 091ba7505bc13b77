import { describe, expect, it } from "vitest";
import type { PendingChanges } from "../../../src/flows/model/pending.ts";
import type { Runner } from "../../../src/flows/ports/runner.ts";
import {
  handActivation,
  handToRunner,
  verifyActivation,
} from "../../../src/flows/steps/hand-over.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import {
  anOpening,
  aPendingChange,
  foreignChange,
  given,
  requestId,
} from "../../support/data/a-request.ts";
import { failed } from "../../support/data/events.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld } from "../../support/fakes/world.ts";

const grant: Task = { name: "create-security-group", groupName: "ISSG_Viva" };
const activate: Task = { name: "activate", comment: "ISU-7K3M9QXV" };
const pending: PendingChanges = { kind: "seen", changes: [aPendingChange()] };
const answered = { ...failed, isAnswered: true } as const;

describe("handToRunner", () => {
  it("orders the task under a key that names request and task", async () => {
    const world = createWorld();

    expect(await handToRunner(anActing(world), grant)).toEqual({ ok: true, value: {} });
    expect(world.runner.orders).toEqual([
      {
        key: "ISU-7K3M9QXV:create-security-group:0",
        tenant: "acme_dpt1",
        request: requestId,
        task: grant,
      },
    ]);
  });

  it("has a task done once, however often it is handed over", async () => {
    const world = createWorld();

    await handToRunner(anActing(world), grant);
    await handToRunner(anActing(world, { wasBegun: true }), grant);

    expect(world.runner.orders).toHaveLength(2);
    expect(world.workday.tenant.performed).toEqual([grant]);
  });

  it("asks under another key after an answered no", async () => {
    const world = createWorld();
    const request = given(anOpening(), answered, failed, answered);

    await handToRunner(anActing(world, { request }), activate);

    expect(world.runner.orders[0]?.key).toBe("ISU-7K3M9QXV:activate:2");
  });

  it.each(["refused", "error", "pending-changed"] as const)(
    "stops in the runner's words when it says %s to any other task",
    async (reason) => {
      const world = createWorld();
      world.runner.refuseNext("create-security-group", {
        kind: "failed",
        reason,
        words: "The robot is ill.",
      });

      expect(await handToRunner(anActing(world), grant)).toEqual({
        ok: false,
        error: { kind: "stopped", words: "The robot is ill." },
      });
    },
  );

  it("hands a fault on", async () => {
    const world = createWorld();
    world.mishaps.fail("runner.perform", { kind: "denied" });

    expect(await handToRunner(anActing(world), grant)).toEqual({
      ok: false,
      error: aFault("denied", "runner"),
    });
  });
});

describe("handActivation", () => {
  it("gives the digest of what was approved, so that the runner checks it itself", async () => {
    const world = createWorld();
    world.workday.tenant.addPending(aPendingChange());

    expect(await handActivation(anActing(world), activate, pending)).toEqual({
      ok: true,
      value: {},
    });
    expect(world.runner.orders[0]?.pendingDigest).toBe(
      world.random.digest('["domain","Worker Data: Workers","","ISSG_Viva","Get","Added"]'),
    );
  });

  it("learns that the approval is void when the runner sees other changes", async () => {
    const world = createWorld();
    world.workday.tenant.addPending(foreignChange);

    expect(await handActivation(anActing(world), activate, pending)).toEqual({
      ok: false,
      error: { kind: "voided" },
    });
    expect(world.workday.tenant.activations).toEqual([]);
  });

  it("gives no digest where nobody can see", async () => {
    const world = createWorld({ hasReports: false });

    expect(await handActivation(anActing(world), activate, { kind: "cannot-see" })).toEqual({
      ok: true,
      value: {},
    });
    expect(world.runner.orders[0]).not.toHaveProperty("pendingDigest");
  });

  it("stops in the runner's words", async () => {
    const world = createWorld();
    const refusal = { kind: "failed", reason: "error", words: "The robot is ill." } as const;
    world.runner.refuseNext("activate", refusal);

    expect(await handActivation(anActing(world), activate, pending)).toEqual({
      ok: false,
      error: { kind: "stopped", words: "The robot is ill." },
    });
  });

  it("hands a fault on", async () => {
    const world = createWorld();
    world.mishaps.fail("runner.perform", { kind: "denied" });

    expect(await handActivation(anActing(world), activate, pending)).toEqual({
      ok: false,
      error: aFault("denied", "runner"),
    });
  });
});

describe("an activation that a runner calls done and did not do", () => {
  it("is stuck as one that was done, and counts as handed over", async () => {
    const world = createWorld();
    world.configure((place) => ({ ...place, runner: forgetting(world.runner) }));
    await world.open();

    const stuck = await world.live();

    expect(stuck.phase).toMatchObject({ kind: "stuck", step: "activate" });
    expect(world.events().at(-1)).toMatchObject({
      kind: "step-failed",
      isAnswered: true,
      isDone: true,
      words: like("still lists this request's changes as pending"),
    });
  });
});

/** A runner that says of every activation that it is done. */
function forgetting(runner: Runner): Runner {
  const done = ok({ kind: "done" } as const);
  return {
    perform: async (order) => (order.task.name === "activate" ? done : runner.perform(order)),
  };
}

describe("verifyActivation", () => {
  it.each<[what: string, hasReports: boolean]>([
    ["only others' changes are pending", true],
    ["nobody can see", false],
  ])("is content when %s", async (_what, hasReports) => {
    const world = createWorld({ hasReports });
    world.workday.tenant.addPending(foreignChange);

    expect(await verifyActivation(anActing(world))).toEqual({ ok: true, value: {} });
  });

  it("stops when this request's changes are still pending", async () => {
    const world = createWorld();
    world.workday.tenant.addPending(aPendingChange());

    expect(await verifyActivation(anActing(world))).toMatchObject({
      ok: false,
      error: { kind: "stopped" },
    });
  });

  it("hands a fault on", async () => {
    const world = createWorld();
    world.mishaps.fail("workday.readPendingChanges", { kind: "denied" });

    expect(await verifyActivation(anActing(world))).toEqual({ ok: false, error: aFault("denied") });
  });
});
