import { describe, expect, it } from "vitest";
import { checkTenant } from "../../../src/flows/intake/check-tenant.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { CreateDraft } from "../../../src/flows/request/draft.ts";
import type { FieldProblems } from "../../../src/flows/request/raw-draft.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { start } from "../../support/data/a-request.ts";
import { ann } from "../../support/data/people.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const onExisting = aDraft({ system: existingSystem });

function check(
  { workday, store, tenant }: World,
  draft: CreateDraft,
): ReturnType<typeof checkTenant> {
  return checkTenant({ workday, store }, draft, tenant);
}

async function reserve({ deps, id, tenant }: World, draft: CreateDraft): Promise<void> {
  const plan = planFor(draft, tenant, id);
  await deps.store.open({ kind: "opened", id, by: ann, draft, plan }, start);
}

const holds =
  "The open request ISU-7K3M9Q01 holds this account or this integration system. Wait for it, or choose others.";
const onSystem =
  "This account exists, on the integration system INT_Payroll. Creating it again would reset its password. Choose another name.";

describe("checkTenant", () => {
  it.each<[on: string, draft: CreateDraft]>([
    ["a new system", aDraft()],
    ["an existing one", onExisting],
  ])("takes a free account on %s", async (_on, draft) => {
    const world = createWorld();
    world.workday.addSystem("INT_Payroll", "Payroll integration");

    expect(await check(world, draft)).toEqual({ ok: true, value: draft.system });
    expect(world.mishaps.calls).not.toContain("workday.putIntegrationSystemUser");
  });

  it.each<
    [
      what: string,
      prepare: (world: World) => void | Promise<void>,
      draft: CreateDraft,
      problems: FieldProblems,
    ]
  >([
    [
      "an account on a system, in other letters",
      ({ workday }) => workday.addUser("INT_Payroll", "isu_VIVA"),
      aDraft(),
      { userName: onSystem },
    ],
    [
      "an account that hangs on no system",
      ({ workday }) => workday.addAccount("isu_viva"),
      aDraft(),
      {
        userName:
          "Workday knows this user name already, on no integration system. Creating it would reset its password. Choose another name.",
      },
    ],
    [
      "an integration system that is not there",
      () => undefined,
      aDraft({ system: { ...existingSystem, id: "INT_Gone" } }),
      { existingSystem: "Workday has no integration system INT_Gone. Choose another." },
    ],
    [
      "an integration system that has a user",
      ({ workday }) => workday.addUser("INT_Payroll", "ISU_Payroll"),
      onExisting,
      {
        existingSystem:
          "Payroll integration already has the user ISU_Payroll, and a system has one. Choose another, or name a new one.",
      },
    ],
    [
      "a group's name that is taken, in another spelling",
      ({ workday }) => workday.tenant.addGroup("issg_viva"),
      aDraft(),
      {
        groupName:
          "Acme sandbox has a security group of this name already. Choose another: this request makes a new one.",
      },
    ],
    [
      "an account that an open request holds",
      (world) => reserve(world, aDraft({ userName: "isu_viva", groupName: "ISSG_Other" })),
      aDraft(),
      { userName: holds },
    ],
    [
      "a system that an open request holds",
      (world) =>
        reserve(
          world,
          aDraft({ userName: "ISU_Other", groupName: "ISSG_Other", system: existingSystem }),
        ),
      onExisting,
      { userName: holds },
    ],
    [
      "a security group that an open request makes",
      (world) =>
        reserve(
          world,
          aDraft({
            userName: "ISU_Other",
            groupName: "issg  viva",
            system: { kind: "new", name: "Other" },
          }),
        ),
      aDraft({ groupName: "ISSG Viva" }),
      {
        groupName:
          "The open request ISU-7K3M9Q01 changes the security group ISSG Viva too. Wait for it.",
      },
    ],
  ])("refuses %s", async (_what, prepare, draft, problems) => {
    const world = createWorld();
    world.workday.addSystem("INT_Payroll", "Payroll integration");
    await prepare(world);

    expect(await check(world, draft)).toEqual({ ok: false, error: { kind: "problems", problems } });
  });

  it.each(["INT_Payroll", "Payroll integr…", "Its name of last year"])(
    "answers the system as Workday names it, not as the form had it: %o",
    async (name) => {
      const world = createWorld();
      world.workday.addSystem("INT_Payroll", "Payroll integration");

      const answer = await check(world, aDraft({ system: { ...existingSystem, name } }));

      expect(answer).toEqual({ ok: true, value: existingSystem });
    },
  );

  it("says everything at once", async () => {
    const world = createWorld();
    world.workday.addSystem("INT_Payroll", "Payroll integration");
    world.workday.addUser("INT_Payroll", "ISU_Viva");
    world.workday.tenant.addGroup("ISSG_Viva");

    const answer = await check(world, onExisting);

    expect(
      answer.ok ? [] : Object.keys(answer.error.kind === "problems" ? answer.error.problems : {}),
    ).toEqual(["groupName", "existingSystem", "userName"]);
  });

  it.each([
    "workday.findAccount",
    "workday.findIntegrationSystem",
    "workday.findUserOfSystem",
    "workday.readSecurityGroups",
  ])("says no when %s fails", async (call) => {
    const world = createWorld();
    world.workday.addSystem("INT_Payroll", "Payroll integration");
    world.mishaps.fail(call, { kind: "unreadable" });

    expect(await check(world, onExisting)).toEqual({
      ok: false,
      error: { kind: "fault", fault: aFault("unreadable") },
    });
  });

  it("refuses a name for a new system that another one has, in other letters", async () => {
    const world = createWorld();
    world.workday.addSystem("INT_Viva", "VIVA integration");

    expect(await check(world, aDraft())).toEqual({
      ok: false,
      error: {
        kind: "problems",
        problems: {
          newSystem:
            "Workday has an integration system of this name already. Choose it above, or name another.",
        },
      },
    });
  });

  it("refuses a WID that is not the system's any more", async () => {
    const world = createWorld();
    world.workday.addSystem("INT_Payroll", "Payroll integration");
    const [system] = world.workday.systems();
    function named(wid: string): ReturnType<typeof check> {
      return check(world, aDraft({ system: { ...existingSystem, wid } }));
    }

    expect((await named(system?.wid ?? "")).ok).toBe(true);
    expect(await named("0".repeat(32))).toEqual({
      ok: false,
      error: {
        kind: "problems",
        problems: {
          existingSystem: `The WID ${"0".repeat(32)} is not that of INT_Payroll any more. Search for it again.`,
        },
      },
    });
  });

  it("says no when nobody can list the systems", async () => {
    const world = createWorld();
    world.mishaps.fail("workday.listIntegrationSystems", { kind: "denied" });

    expect(await check(world, aDraft())).toEqual({
      ok: false,
      error: { kind: "fault", fault: aFault("denied") },
    });
  });

  it("takes any group's name where the tenant shows no groups", async () => {
    const world = createWorld({ hasReports: false });
    world.workday.tenant.addGroup("ISSG_Viva");

    expect((await check(world, aDraft())).ok).toBe(true);
  });
});
