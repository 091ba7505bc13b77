import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { scrambleUser } from "../../../src/flows/steps/randomize-password.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing, systemId, systemMade } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const key = { type: "Certificate_ID", id: "Sig_2026" } as const;
const other = { type: "Certificate_ID", id: "Sig_2025" } as const;
const userMade: Event = { kind: "step-finished", step: "create-user", facts: { userWid: "b1" } };
const onNew = given(anOpening(), systemMade);
const onExisting = given(anOpening(aDraft({ system: existingSystem })));
const ownOnExisting = given(anOpening(aDraft({ system: existingSystem })), userMade);

function aWorld(system: string, userName?: string): World {
  const world = createWorld();
  world.workday.addSystem(system, "A system");
  if (userName !== undefined) world.workday.addUser(system, userName);
  return world;
}

describe("scrambleUser", () => {
  it.each<[where: string, request: Request, system: string]>([
    ["this request's system", onNew, systemId],
    [
      "an existing system, where a reply proved it this request's",
      ownOnExisting,
      existingSystem.id,
    ],
  ])("closes the account on %s", async (_where, request, system) => {
    const world = aWorld(system, "isu_viva");

    expect(await scrambleUser(anActing(world, { request }))).toEqual({ ok: true, value: {} });
    expect(world.workday.users()).toMatchObject([
      { userName: "ISU_Viva", doNotAllowUiSessions: true },
    ]);
    expect(world.workday.users()[0]?.password.reveal()).toBe(world.random.passwords[0]);
  });

  it("switches off every x509 and SAML that the tenant shows on, and names what is off", async () => {
    const world = aWorld(systemId, "ISU_Viva");
    await world.workday.putIntegrationSystemUser({
      systemId,
      userName: "ISU_Viva",
      password: "unchanged",
      tokens: [{ x509: { key } }, { off: { x509: { key: other } } }],
    });

    expect(await scrambleUser(anActing(world, { request: onNew }))).toEqual({
      ok: true,
      value: {},
    });

    expect(world.workday.users()).toMatchObject([
      { tokens: [{ off: { x509: { key } } }, { off: { x509: { key: other } } }] },
    ]);
    expect(world.workday.puts).toEqual(["ISU_Viva"]);
  });

  it("gives it another password also where the tenant refuses to switch x509 off", async () => {
    const world = aWorld(systemId, "ISU_Viva");
    const tokens = [{ x509: { key } }];
    const user = { systemId, userName: "ISU_Viva" };
    await world.workday.putIntegrationSystemUser({ ...user, password: "unchanged", tokens });
    world.workday.refuseSignOnOff();

    expect(await scrambleUser(anActing(world, { request: onNew }))).toEqual({
      ok: true,
      value: {},
    });
    expect(world.workday.users()[0]?.password.reveal()).toBe(world.random.passwords[0]);

    await world.workday.putIntegrationSystemUser({ ...user, password: "unchanged", tokens });
    world.mishaps.fail("workday.putIntegrationSystemUser", { kind: "rejected", times: 2 });
    expect(await scrambleUser(anActing(world, { request: onNew }))).toEqual({
      ok: false,
      error: aFault("rejected"),
    });
  });

  it.each<[what: string, request: Request, world: World]>([
    ["no system was made", given(anOpening()), aWorld("INT_Other")],
    ["no account was made", onNew, aWorld(systemId)],
  ])("does nothing where %s", async (_what, request, world) => {
    expect(await scrambleUser(anActing(world, { request }))).toEqual({ ok: true, value: {} });
    expect(world.workday.puts).toEqual([]);
  });

  it.each<[whose: string, request: Request, world: World, userName: string]>([
    ["another user on this request's system", onNew, aWorld(systemId, "ISU_Other"), "ISU_Other"],
    [
      "a user that nothing proves this request's",
      onExisting,
      aWorld(existingSystem.id, "ISU_Viva"),
      "ISU_Viva",
    ],
  ])("never touches %s", async (_whose, request, world, userName) => {
    expect(await scrambleUser(anActing(world, { request }))).toEqual({
      ok: false,
      error: {
        kind: "stopped",
        words: `The account ${userName} may not be this request's, so it was not touched. Look at it in Workday.`,
      },
    });
    expect(world.workday.puts).toEqual([]);
  });

  it.each(["workday.findUserOfSystem", "workday.putIntegrationSystemUser"])(
    "hands on that %s is denied",
    async (call) => {
      const world = aWorld(systemId, "ISU_Viva");
      world.mishaps.fail(call, { kind: "denied" });

      expect(await scrambleUser(anActing(world, { request: onNew }))).toEqual({
        ok: false,
        error: aFault("denied"),
      });
    },
  );
});
