import { describe, expect, it } from "vitest";
import { findHeld } from "../../../src/flows/intake/prepare-permissions.ts";
import { toInventory } from "../../../src/flows/inventory/inventory.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { ok } from "../../../src/result.ts";
import { like } from "../../bot/support/like.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { anEdit, withAccount } from "../../support/data/changes.ts";
import { withTheirs } from "../../support/fakes/theirs.ts";
import type { World } from "../../support/fakes/world.ts";
import { valueIn } from "../../support/value-in.ts";

const workers = "Worker Data: Workers";
const badges = "Badge Data";

describe("the account of an edit", () => {
  const named = { userName: "ISU_Viva", groupName: "" };

  function look(world: World, asked: Partial<typeof named> = {}, tenant = world.tenant) {
    return findHeld(world, tenant, { ...named, ...asked });
  }

  it("is filled from the report where there is one", async () => {
    const world = await withAccount();
    world.workday.tenant.perform({
      name: "grant-permissions",
      groupName: "ISSG_Viva",
      permissions: { ...noPermissions, View: [badges] },
    });
    expect(valueIn(await look(world)).before.View).toEqual([]);
    world.workday.tenant.perform({ name: "activate", comment: "somebody else" });

    expect(valueIn(await look(world))).toMatchObject({
      seenIn: "report",
      before: { View: [badges] },
    });
  });

  it("is filled from what was asked for last where there is no report", async () => {
    const world = await withAccount({ hasReports: false });

    expect(valueIn(await look(world))).toMatchObject({
      seenIn: "inventory",
      before: { Get: ["Manage: Learning Content", workers, "Reports: Learning Record"] },
    });
  });

  it("is refused where it changed between the form and the opening", async () => {
    const world = await withAccount();
    const edit = await anEdit(world, { addPut: badges });
    world.workday.tenant.perform({
      name: "grant-permissions",
      groupName: "ISSG_Viva",
      permissions: { ...noPermissions, View: [badges] },
    });
    world.workday.tenant.perform({ name: "activate", comment: "somebody else" });

    expect(await world.openNext(edit)).toMatchObject({
      kind: "not-opened",
      check: { problems: { userName: like("has changed since this form was opened") } },
    });
  });

  it("is refused without a difference, however it was kept", async () => {
    const world = await withAccount();

    expect(await world.openNext(await anEdit(world, {}))).toMatchObject({
      check: { problems: { Get: like("Add something or take it away") } },
    });
  });

  it("is refused where another request is at it", async () => {
    const world = await withAccount();
    await world.openNext(await anEdit(world, { addPut: badges }));

    expect(await look(world)).toMatchObject({ error: { problems: { userName: like(world.id) } } });
  });

  it("is refused where it is gone from its system", async () => {
    const world = await withAccount();
    world.workday.deleteUser(world.workday.systems()[0]?.id ?? "");

    expect(await look(world)).toMatchObject({
      error: { problems: { userName: like("any more") } },
    });
  });

  it.each(["workday.findUserOfSystem", "workday.readGroupPermissions"])(
    "says what failed when %s fails",
    async (port) => {
      const world = await withAccount();
      world.mishaps.fail(port, { kind: "unreachable" });

      expect(await look(world)).toMatchObject({ error: { kind: "fault" } });
    },
  );
});

describe("an account that the bot did not make", () => {
  const theirs = { userName: "ISU_Theirs", groupName: "" };

  function look(world: World, asked: Partial<typeof theirs> = {}) {
    return findHeld(world, world.tenant, { ...theirs, ...asked });
  }

  it("is edited, and in the inventory from then on", async () => {
    const world = withTheirs();
    const edit = await anEdit(world, { ...theirs, addPut: badges });

    await world.open(edit);
    const done = await world.live();

    expect(done.phase).toEqual({ kind: "done" });
    expect(done.facts.verification?.outcome).toBe("verified");
    expect(done.draft).toMatchObject({ isAdopted: true, system: { id: "INT_Theirs" } });
    expect(world.workday.puts).toEqual([]);
    expect(toInventory(await world.store.listDone())).toMatchObject([
      { draft: { userName: "ISU_Theirs", permissions: { Get: [workers], Put: [badges] } } },
    ]);
    await world.openNext(await anEdit(world, { ...theirs, removePut: badges }));
    expect(world.request().draft).toMatchObject({ isAdopted: true });
  });

  it("begins with no business process, and keeps those that were asked for", async () => {
    const world = withTheirs();
    const edit = await anEdit(world, { ...theirs, processes: "Contact Change" });
    expect(edit.processesBefore).toEqual([]);

    await world.open(edit);
    const done = await world.live();

    expect(done.plan.map(({ name }) => name)).toEqual([
      "grant-business-processes",
      "approve",
      "activate",
      "verify",
    ]);
    expect((await anEdit(world, theirs)).processesBefore).toEqual([{ policy: "Contact Change" }]);
  });

  it("keeps how it signs on", async () => {
    const world = withTheirs();
    const settings = {
      systemId: "INT_Theirs",
      userName: "ISU_Theirs",
      password: "generated",
      sessionTimeoutMinutes: 30,
      doNotAllowUiSessions: true,
      tokens: [
        {
          x509: { key: { type: "Certificate_ID", id: "Theirs_2026" } },
          saml: {
            issuer: "https://idp.example",
            identityProviderKey: { type: "WID", id: "a".repeat(32) },
            holderOfKeyKey: { type: "WID", id: "b".repeat(32) },
          },
        },
        { x509: { key: { type: "Certificate_ID", id: "Second_2026" } } },
      ],
    } as const;
    await world.workday.putIntegrationSystemUser(settings);

    const { account } = valueIn(await look(world));

    const [first, second] = settings.tokens;
    expect(account).toMatchObject({
      ...first,
      furtherTokens: [second],
      sessionTimeoutMinutes: 30,
    });
  });

  it("has the group that is named where it is in several", async () => {
    const world = withTheirs();
    world.workday.tenant.addGroup("ISSG_More", ["ISU_Theirs"]);

    expect(await look(world)).toMatchObject({
      error: { problems: { userName: like("ISSG_Theirs; ISSG_More") } },
    });
    expect(valueIn(await look(world, { groupName: "issg_more" })).account.groupName).toBe(
      "ISSG_More",
    );
    expect(await look(world, { groupName: "ISSG_Other" })).toMatchObject({ ok: false });
  });

  it("is taken with what the tenant shows, the safer of both where it does not say", async () => {
    const world = withTheirs();
    const { workday } = world;
    const found = valueIn(await workday.findUserOfSystem("INT_Theirs"));
    const { doNotAllowUiSessions: _unsaid, ...user } = found ?? {};
    Object.assign(workday, {
      findUserOfSystem: async () => ok(user),
      findIntegrationSystem: async () => ok(undefined),
      readPasswordExemptions: async () => ok(undefined),
    });

    const { account } = valueIn(await look(world));

    expect(account).toMatchObject({
      system: { id: "INT_Theirs", name: "INT_Theirs" },
      doNotAllowUiSessions: true,
    });
    expect(account).not.toHaveProperty("exemptFromPasswordExpiry");
  });

  it("is refused where it moves while the bot looks", async () => {
    const moving = withTheirs();
    Object.assign(moving.workday, { findUserOfSystem: async () => ok(undefined) });

    expect(await look(moving)).toMatchObject({
      error: { problems: { userName: like("any more") } },
    });
  });

  it.each<[what: string, change: (world: World) => void, words: string]>([
    [
      "without a group",
      ({ workday }) => workday.tenant.deleteGroup("ISSG_Theirs"),
      "in no security group",
    ],
    [
      "whose group others are in",
      ({ workday }) => {
        workday.tenant.deleteGroup("ISSG_Theirs");
        workday.tenant.addGroup("ISSG_Theirs", ["ISU_Theirs", "ISU_Other"]);
      },
      "ISU_Other",
    ],
    ["that nobody knows", ({ workday }) => workday.deleteUser("INT_Theirs"), "has no account"],
    [
      "on no system",
      ({ workday }) => {
        workday.deleteUser("INT_Theirs");
        workday.addAccount("ISU_Theirs");
      },
      "belongs to no integration system",
    ],
  ])("is refused %s", async (_what, change, words) => {
    const world = withTheirs();
    change(world);

    expect(await look(world)).toMatchObject({ error: { problems: { userName: like(words) } } });
  });

  it("is refused where no report tells its group", async () => {
    expect(await look(withTheirs({ hasReports: false }))).toMatchObject({
      error: { problems: { userName: like("no report of its security groups") } },
    });
  });

  it.each([
    ["account", { protectedAccounts: ["isu_THEIRS"] }],
    ["group", { protectedGroups: ["issg_THEIRS"] }],
  ])("is refused where its %s is protected, whatever the case", async (_what, rules) => {
    expect(await look(withTheirs({ tenant: aTenant(rules) }))).toMatchObject({
      error: { problems: { userName: like("protected") } },
    });
  });

  it.each([
    "workday.findAccount",
    "workday.findUserOfSystem",
    "workday.findIntegrationSystem",
    "workday.readSecurityGroups",
    "workday.readGroupPermissions",
    "workday.readPasswordExemptions",
  ])("says what failed when %s fails", async (port) => {
    const world = withTheirs();
    world.mishaps.fail(port, { kind: "unreachable" });

    expect(await look(world)).toMatchObject({ error: { kind: "fault" } });
  });
});
