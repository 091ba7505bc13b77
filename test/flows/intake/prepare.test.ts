import { describe, expect, it } from "vitest";
import { prepare } from "../../../src/flows/intake/prepare.ts";
import type { ObservedTokenSignOn } from "../../../src/flows/model/account-settings.ts";
import { plainGroup } from "../../../src/flows/model/group-settings.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import type { RawChange } from "../../../src/flows/request/raw-draft.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aRawChange, withAccount } from "../../support/data/changes.ts";
import { aFault } from "../../support/fakes/fault-injection.ts";
import type { World } from "../../support/fakes/world.ts";
import { segmentGroup, withSegments } from "../../support/scenes/segment-scene.ts";

function ask({ deps, ...world }: World, changes: Partial<RawChange> = {}) {
  return prepare({ ...deps, ...world }, aRawChange(changes), world.tenant);
}

describe("a change to an account of the inventory", () => {
  it("asks for the account as it is", async () => {
    const world = await withAccount();

    expect(await ask(world, { ticket: " https://tickets.example/7 " })).toMatchObject({
      ok: true,
      value: {
        kind: "rotate",
        userName: "ISU_Viva",
        groupName: "ISSG_Viva",
        reason: "Once a year",
        ticket: "https://tickets.example/7",
      },
    });
  });

  it.each<[what: string, changes: Partial<RawChange>, field: string, words: string]>([
    [
      "an unknown account",
      { userName: "ISU_Other" },
      "userName",
      "has no account ISU_Other that the bot can see",
    ],
    [
      "another token for the client of an unknown account",
      { kind: "replace-token", userName: "ISU_Other" },
      "userName",
      "has no account ISU_Other that the bot can see",
    ],
    ["no reason", { reason: "" }, "reason", "Say why"],
    ["a broken link", { ticket: "nowhere" }, "ticket", "whole address"],
  ])("refuses %s", async (_what, changes, field, words) => {
    const world = await withAccount();

    expect(await ask(world, changes)).toMatchObject({
      ok: false,
      error: { problems: { [field]: like(words) } },
    });
  });

  it.each<[what: string, changes: Partial<RawChange>, problems: readonly string[]]>([
    ["refused", {}, ["ticket"]],
    ["refused with all else that is wrong", { reason: "" }, ["reason", "ticket"]],
    ["taken with one", { ticket: "https://tickets.example/7" }, []],
  ])("is %s where the tenant needs a ticket", async (_what, changes, problems) => {
    const world = await withAccount();
    const strict = { ...world, tenant: { ...world.tenant, needsTicket: true as const } };

    const asked = await ask(strict, changes);

    const named = asked.ok || asked.error.kind !== "problems" ? {} : asked.error.problems;
    expect(Object.keys(named)).toEqual(problems);
    expect(asked.ok).toBe(problems.length === 0);
  });

  it.each([
    ["CHG7", { ok: true, value: { ticket: "https://tickets.example/CHG7" } }],
    ["7", { error: { problems: { ticket: like("such as CHG1") } } }],
  ])("reads the ticket %s by the tenant's own numbers", async (ticket, prepared) => {
    const world = await withAccount();
    const tickets = {
      pattern: String.raw`CHG\d+`,
      example: "CHG1",
      url: "https://tickets.example/{ticket}",
    };

    expect(await ask({ ...world, tenant: { ...world.tenant, tickets } }, { ticket })).toMatchObject(
      prepared,
    );
  });

  it("says what failed where it cannot be looked at, ticket or not", async () => {
    const world = await withAccount();
    const strict = { ...world, tenant: { ...world.tenant, needsTicket: true as const } };
    world.mishaps.fail("workday.findUserOfSystem", { kind: "unreachable" });

    expect(await ask(strict)).toMatchObject({ ok: false, error: { kind: "fault" } });
  });

  it("waits for another request at the same account", async () => {
    const world = await withAccount();
    await world.openNext(aRawChange());

    expect(await ask(world)).toMatchObject({
      error: { problems: { userName: like(world.id) } },
    });
  });

  it("refuses an account that is no longer where it was", async () => {
    const world = await withAccount();
    const [system] = world.workday.systems();
    world.workday.deleteUser(system?.id ?? "");
    expect(await ask(world)).toMatchObject({
      error: { problems: { userName: like("any more") } },
    });

    world.workday.addUser(system?.id ?? "", "somebody");
    expect(await ask(world)).toMatchObject({
      error: { problems: { userName: like("any more") } },
    });
  });

  it("says what failed when Workday cannot be read", async () => {
    const world = await withAccount();
    world.mishaps.fail("workday.findUserOfSystem", { kind: "unreachable" });

    expect(await ask(world)).toMatchObject({ error: { kind: "fault" } });
  });
});

describe("the end of an account", () => {
  it("knows whether the account is in its group still", async () => {
    const world = await withAccount();
    const { tenant } = world.workday;
    expect(await ask(world, { kind: "retire" })).not.toHaveProperty("value.isOutsideGroup");

    tenant.perform({ name: "remove-group-member", groupName: "ISSG_Viva", userName: "ISU_Viva" });
    expect(await ask(world, { kind: "retire" })).toHaveProperty("value.isOutsideGroup", true);

    tenant.deleteGroup("ISSG_Viva");
    expect(await ask(world, { kind: "retire" })).toHaveProperty("value.isOutsideGroup", true);
  });

  it("takes it for a member where no report tells", async () => {
    const world = await withAccount({ hasReports: false });

    expect(await ask(world, { kind: "retire" })).not.toHaveProperty("value.isOutsideGroup");
  });

  it("knows how the account signs on as the tenant shows it, or as it was asked for where it does not", async () => {
    const signOn = { ...plainSignOn, x509: true, x509Key: "Old_2025" };
    const world = await withAccount({ raw: aRawDraft({ signOn }) });
    const { findUserOfSystem } = world.workday;

    function showing(tokens: readonly ObservedTokenSignOn[] | undefined): World {
      const workday: World["workday"] = {
        ...world.workday,
        findUserOfSystem: async (id) => {
          const user = await findUserOfSystem(id);
          if (!user.ok || user.value === undefined) return user;
          const { tokens: _shown, ...rest } = user.value;
          return ok(tokens === undefined ? rest : { ...rest, tokens });
        },
      };
      return { ...world, workday };
    }

    expect(await ask(showing(undefined), { kind: "retire" })).toHaveProperty("value.x509");
    expect(await ask(showing([]), { kind: "retire" })).not.toHaveProperty("value.x509");
  });

  it("is not asked for while the groups cannot be read", async () => {
    const world = await withAccount();
    world.mishaps.fail("workday.readSecurityGroups", { kind: "denied" });

    expect(await ask(world, { kind: "retire" })).toEqual({
      ok: false,
      error: { kind: "fault", fault: aFault("denied") },
    });
  });
});

describe("the activation of an account's own group", () => {
  it("keeps its access by segments as it is", async () => {
    const group = { ...plainGroup, groupInactive: true };
    const world = await withSegments({}, { raw: aRawDraft({ group }) });

    const asked = await ask(world, { kind: "activate-group" });

    expect(asked).toMatchObject({
      ok: true,
      value: { kind: "activate-group", segmented: { groupName: segmentGroup } },
    });
    expect(asked).not.toHaveProperty("value.isOfSegments");
    expect(asked).not.toHaveProperty("value.isGroupInactive");
  });
});
