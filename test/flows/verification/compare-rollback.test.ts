import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { RollbackDraft } from "../../../src/flows/request/draft.ts";
import { listAffected } from "../../../src/flows/request/rollback.ts";
import { lookAtRollback } from "../../../src/flows/verification/verify-rollback.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anOpening, aPendingChange, given, requestId } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { anActing } from "../../support/fakes/a-step-context.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const added = aPendingChange();
const removed = aPendingChange({ policy: "Payroll", change: "Removed" });
const initiated = aPendingChange({
  kind: "business-process",
  policy: "Hire",
  action: "Initiate",
  access: "",
});

/** Back to the first activation of {@link wentBack}. */
function aRollback(world: World, changes: Partial<RollbackDraft> = {}): RollbackDraft {
  const [to = { at: instant(0), by: "", comment: "" }] = world.workday.tenant.timestamps();
  return {
    kind: "rollback",
    tenant: acme,
    reason: "It went wrong",
    to,
    undone: [{ at: instant(to.at + 1), by: "", comment: "", request: requestId }],
    again: [],
    affected: [],
    ...changes,
  };
}

/** A tenant that is back at its first activation, by which ISSG_Viva may read payroll. */
function wentBack(hasReports = true): World {
  const world = createWorld({ hasReports });
  const { tenant } = world.workday;
  tenant.addActive("ISSG_Viva", { ...noPermissions, Get: ["Payroll"] });
  tenant.perform({ name: "activate", comment: "Long ago" });
  for (const change of [added, removed, initiated]) tenant.addPending(change);
  return world;
}

describe("lookAtRollback", () => {
  it("verifies that what was added is out of force, what was removed in it, and all pending again", async () => {
    const world = wentBack();
    const draft = aRollback(world, { again: [added, removed, initiated] });

    expect(await lookAtRollback(anActing(world), draft)).toMatchObject({
      outcome: "verified",
      items: [],
    });
  });

  it("looks at nothing but the timestamp where nothing is known to be pending again", async () => {
    const world = wentBack();

    expect(await lookAtRollback(anActing(world), aRollback(world))).toMatchObject({
      outcome: "verified",
      items: [],
    });
    expect(world.mishaps.calls).toEqual(["workday.readTimestamps"]);
  });

  it("looks at no group where only business processes are pending again", async () => {
    const world = wentBack();

    await lookAtRollback(anActing(world), aRollback(world, { again: [initiated] }));

    expect(world.mishaps.calls).not.toContain("workday.readGroupPermissions");
  });

  it("calls different what is still in force, not in force again, or not pending again", async () => {
    const world = wentBack();
    world.workday.tenant.addActive("issg_viva", {
      ...noPermissions,
      Get: ["worker data:  workers"],
    });
    world.workday.tenant.dropPending(initiated);
    const gone = aPendingChange({ policy: "Benefits", change: "Removed" });
    world.workday.tenant.addPending(gone);
    const draft = aRollback(world, { again: [added, gone, initiated] });

    expect(await lookAtRollback(anActing(world), draft)).toMatchObject({
      outcome: "different",
      items: [
        { kind: "missing", words: "Hire, Initiate for ISSG_Viva (Added) is not pending again." },
        {
          kind: "too-much",
          words: "Worker Data: Workers, Get for ISSG_Viva is still in force.",
        },
        { kind: "missing", words: "Benefits, Get for ISSG_Viva is not in force again." },
      ],
    });
  });

  it("says what no report shows, and what others activated since", async () => {
    const world = wentBack(false);
    const undone = [{ at: instant(9), by: "lmcneil", comment: "quick fix" }];
    const draft = aRollback(world, { again: [added], undone });
    const noReport = "not seen. The tenant has no report of it.";

    expect(await lookAtRollback(anActing(world), draft)).toMatchObject({
      outcome: "unverified",
      items: [
        { kind: "unseen", words: `The active timestamp: ${noReport}` },
        { kind: "unseen", words: `Whether the later changes are pending again: ${noReport}` },
        { kind: "unseen", words: `What the groups may do now: ${noReport}` },
        {
          kind: "unseen",
          words: "What others activated since: not seen. No request of the bot tells it (1).",
        },
      ],
    });
  });
});

describe("listAffected", () => {
  it("names who loses something, and how much of it", () => {
    const viva = given(anOpening());
    const other = given(anOpening(aDraft({ userName: "ISU_Other", groupName: "Another" })));

    expect(listAffected([viva, other], [added, removed, initiated])).toEqual([
      { userName: "ISU_Viva", groupName: "ISSG_Viva", loses: 2 },
    ]);
  });
});
