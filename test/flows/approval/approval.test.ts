import { describe, expect, it } from "vitest";
import {
  approvalBehind,
  listUnseen,
  lookAtPending,
  toApprovalText,
  toRunnerDigest,
} from "../../../src/flows/approval/approval.ts";
import type { PendingChanges } from "../../../src/flows/model/pending.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { ApprovalStep } from "../../../src/flows/tasks/step.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import {
  anOpening,
  aPendingChange,
  foreignChange,
  given,
  requestId,
} from "../../support/data/a-request.ts";
import { acme, allBy, aTenant } from "../../support/data/a-tenant.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld } from "../../support/fakes/world.ts";

const request = given(anOpening());
const seen: PendingChanges = { kind: "seen", changes: [aPendingChange()] };

describe("lookAtPending", () => {
  it("reads what is pending, and binds it to the plan", async () => {
    const world = createWorld();
    world.workday.tenant.addPending(aPendingChange());

    const look = await lookAtPending(world.deps, request);

    const digest = world.random.digest(toApprovalText(request, seen));
    expect(look).toEqual({ ok: true, value: { pending: seen, digest, others: [] } });
  });

  it("hands a fault on", async () => {
    const world = createWorld();
    world.mishaps.fail("workday.readPendingChanges", { kind: "denied" });

    expect(await lookAtPending(world.deps, request)).toEqual({
      ok: false,
      error: aFault("denied"),
    });
  });
});

describe("toApprovalText", () => {
  const text = toApprovalText(request, seen);

  it.each<[what: string, other: Request]>([
    ["another request", { ...request, id: createWorld().id }],
    ["another account", given(anOpening(aDraft({ userName: "ISU_Other" })))],
    ["another group", given(anOpening(aDraft({ groupName: "ISSG_Other" })))],
    [
      "more permissions",
      given(anOpening(aDraft({ permissions: { ...aDraft().permissions, View: ["Payroll"] } }))),
    ],
    [
      "another hand",
      { ...request, plan: planFor(aDraft(), aTenant({ hands: allBy("person") }), requestId) },
    ],
    ["fewer steps", { ...request, plan: request.plan.slice(1) }],
  ])("is another for %s", (_what, other) => {
    expect(toApprovalText(other, seen)).not.toBe(text);
  });

  it.each<[what: string, pending: PendingChanges]>([
    ["one more change", { kind: "seen", changes: [aPendingChange(), foreignChange] }],
    ["nothing pending", { kind: "seen", changes: [] }],
    ["a tenant that cannot be seen", { kind: "cannot-see" }],
    ["a tenant that shows policies alone", { kind: "cannot-see", policies: ["Payroll"] }],
  ])("is another for %s", (_what, pending) => {
    expect(toApprovalText(request, pending)).not.toBe(text);
  });

  it("is another for other policies in which something is pending, whatever their order and the reason", () => {
    function textOf(policies: readonly string[], why: string): string {
      return toApprovalText(request, { kind: "cannot-see", policies, why });
    }
    const both = textOf(["Payroll", "Staffing"], "No field.");

    expect(textOf(["Staffing", "Payroll"], "No source.")).toBe(both);
    expect(textOf(["Payroll"], "No field.")).not.toBe(both);
    expect(toApprovalText(request, { kind: "cannot-see" })).not.toBe(both);
  });

  it("is the same in every phase and with every fact", () => {
    const later = {
      ...request,
      version: 9,
      facts: { userWid: "b1" },
      phase: { kind: "done" },
    } as const;

    expect(toApprovalText(later, seen)).toBe(text);
  });

  it("names the tenant", () => {
    expect(text).toContain(JSON.stringify(acme));
  });
});

describe("toRunnerDigest", () => {
  it("is the digest of what is pending alone, as a runner computes it", () => {
    const { deps, random } = createWorld();

    expect(toRunnerDigest(deps, seen)).toBe(
      random.digest('["domain","Worker Data: Workers","","ISSG_Viva","Get","Added"]'),
    );
  });

  it("is none where nobody can see", () => {
    expect(toRunnerDigest(createWorld().deps, { kind: "cannot-see" })).toBeUndefined();
  });
});

describe("listUnseen", () => {
  it("names the permissions asked for that the tenant does not list for this group", () => {
    const changes = [
      aPendingChange(),
      aPendingChange({ policy: "Reports: Learning Record", change: "Removed" }),
      aPendingChange({ policy: "Manage: Learning Content", securityGroup: "HR Partners" }),
    ];

    expect(listUnseen(request, { kind: "seen", changes })).toEqual([
      "Get: Manage: Learning Content",
      "Get: Reports: Learning Record",
      "Put: Manage: Learning Content",
    ]);
  });

  it("says nothing where nobody can see", () => {
    expect(listUnseen(request, { kind: "cannot-see" })).toEqual([]);
  });
});

describe("approvalBehind", () => {
  const tenant = aTenant({
    approvals: { needed: 1, neededWhenUnseen: 1, at: "both" as const },
  });
  const opened = given(anOpening(aDraft(), tenant));

  it.each<[what: string, finished: Request["finished"], step: ApprovalStep]>([
    ["the activation's where none was given", [], "approve"],
    ["that of the plan once it is given", ["approve-plan"], "approve-plan"],
    ["the last that was given", ["approve-plan", "create-user", "approve"], "approve"],
  ])("is %s", (_what, finished, step) => {
    expect(approvalBehind({ ...opened, finished })).toBe(step);
  });
});
