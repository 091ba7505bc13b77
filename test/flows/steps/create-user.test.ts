import { describe, expect, it } from "vitest";
import { isSameAccount } from "../../../src/flows/model/account-name.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import { createUser } from "../../../src/flows/steps/create-user.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { anActing, systemId, systemMade } from "../../support/fakes/a-step-context.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import { createWorld, type World } from "../../support/fakes/world.ts";

const find = "workday.findUserOfSystem";
const put = "workday.putIntegrationSystemUser";
const onNew = given(anOpening(), systemMade);
const onExisting = given(anOpening(aDraft({ system: existingSystem })));

const systemWid = `${"a".repeat(31)}1`;
const userWid = `${"b".repeat(31)}1`;
const references = {
  system: [
    { type: "WID", id: systemWid },
    { type: "Integration_System_ID", id: systemId },
  ],
  user: [
    { type: "WID", id: userWid },
    { type: "WorkdayUserName", id: "ISU_Viva" },
  ],
};

function aWorld(): World {
  const world = createWorld();
  world.workday.addSystem(systemId, "Viva integration");
  world.workday.addSystem(existingSystem.id, existingSystem.name);
  return world;
}

describe("createUser", () => {
  it("makes the account as asked, with a password that nobody keeps", async () => {
    const world = aWorld();

    const answer = await createUser(anActing(world, { request: onNew }));

    expect(answer).toEqual({ ok: true, value: { systemWid, userWid, references } });
    expect(world.workday.users()).toMatchObject([
      { systemId, userName: "ISU_Viva", sessionTimeoutMinutes: 0, doNotAllowUiSessions: true },
    ]);
    expect(world.random.passwords).toHaveLength(1);
    expect(world.vault.all()).toEqual([]);
  });

  it("leaves the timeout out where none was asked for", async () => {
    const world = aWorld();
    const { sessionTimeoutMinutes: _none, ...draft } = aDraft();

    await createUser(anActing(world, { request: given(anOpening(draft), systemMade) }));

    expect(world.workday.users()[0]).not.toHaveProperty("sessionTimeoutMinutes");
  });

  it("adopts the account on the system that this request made, without a put", async () => {
    const world = aWorld();
    world.workday.addUser(systemId, "isu_viva");

    const answer = await createUser(anActing(world, { request: onNew, wasBegun: true }));

    expect(answer).toEqual({ ok: true, value: {} });
    expect(world.workday.puts).toEqual([]);
  });

  it.each<
    [
      whose: string,
      request: Request,
      wasBegun: boolean,
      prepare: (world: World) => void,
      words: RegExp,
    ]
  >([
    [
      "somebody else's user on this request's system",
      onNew,
      false,
      ({ workday }) => workday.addUser(systemId, "ISU_Other"),
      /has the user ISU_Other by now/,
    ],
    [
      "somebody's user of this name on an existing system",
      onExisting,
      false,
      ({ workday }) => workday.addUser(existingSystem.id, "ISU_Viva"),
      /Somebody made the account ISU_Viva/,
    ],
    [
      "a user of this name that may be its own",
      onExisting,
      true,
      ({ workday }) => workday.addUser(existingSystem.id, "ISU_Viva"),
      /cannot say whether this request made it/,
    ],
    [
      "an account that hangs on no system",
      onNew,
      false,
      ({ workday }) => workday.addAccount("ISU_Viva"),
      /Somebody made the account ISU_Viva/,
    ],
    [
      "an account on another system",
      onNew,
      false,
      ({ workday }) => workday.addUser(existingSystem.id, "ISU_Viva"),
      /Somebody made the account ISU_Viva/,
    ],
  ])("never touches %s", async (_whose, request, wasBegun, prepare, words) => {
    const world = aWorld();
    prepare(world);

    const answer = await createUser(anActing(world, { request, wasBegun }));

    expect(answer).toMatchObject({ ok: false, error: { kind: "stopped" } });
    expect(answer.ok ? "" : answer.error.words).toMatch(words);
    expect(world.mishaps.calls).not.toContain(put);
  });

  it("reads back whether it happened when nobody could read the answer", async () => {
    const world = aWorld();
    world.mishaps.fail(put, { kind: "unknown", isDone: true });

    expect(await createUser(anActing(world, { request: onNew }))).toEqual({
      ok: true,
      value: { systemWid },
    });
    expect(world.workday.puts).toEqual(["ISU_Viva"]);
  });

  it("hands the fault on when nobody answered and it did not happen", async () => {
    const world = aWorld();
    world.mishaps.fail(put, { kind: "unknown" });

    expect(await createUser(anActing(world, { request: onNew }))).toEqual({
      ok: false,
      error: aFault("unknown"),
    });
  });

  it.each<[what: string, meanwhile: (world: World) => void]>([
    ["no account", ({ workday }) => workday.deleteUser(systemId)],
    [
      "another",
      ({ workday }) => {
        workday.deleteUser(systemId);
        workday.addUser(systemId, "ISU_Other");
      },
    ],
  ])("stops when Workday shows %s afterwards", async (_what, meanwhile) => {
    const world = aWorld();
    const acting = anActing(world, { request: onNew });
    const workday = {
      ...world.workday,
      putIntegrationSystemUser: async () => {
        meanwhile(world);
        return { ok: true, value: { systemWid, userWid, references } } as const;
      },
    };

    expect(await createUser({ ...acting, place: { ...acting.place, workday } })).toEqual({
      ok: false,
      error: {
        kind: "stopped",
        words: "Workday does not show the account ISU_Viva after making it. Try again.",
      },
    });
  });

  it.each<[call: string, from: number]>([
    [find, 1],
    ["workday.findAccount", 1],
    [put, 1],
    [find, 2],
  ])("hands on that %s number %i is denied", async (call, from) => {
    const world = aWorld();
    world.mishaps.fail(call, { kind: "denied", from });

    expect(await createUser(anActing(world, { request: onNew }))).toEqual({
      ok: false,
      error: aFault("denied"),
    });
  });

  it("throws when there is no system yet", async () => {
    await expect(createUser(anActing(aWorld()))).rejects.toThrow("not made yet");
  });
});

describe("isSameAccount", () => {
  it.each([
    ["ISU_Viva", "isu_VIVA", true],
    ["ISU_Viva", "ISU-Viva", false],
  ])("compares %s with %s", (one, other, isSame) => {
    expect(isSameAccount(one, other)).toBe(isSame);
  });
});
