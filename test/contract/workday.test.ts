import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noPermissions } from "../../src/flows/model/permissions.ts";
import type { UserSettings } from "../../src/flows/ports/workday.ts";
import { Secret } from "../../src/secret.ts";
import { valueIn } from "../support/value-in.ts";
import { type Subject, subjects } from "./workday-subjects.ts";

describe.each(subjects)("the Workday port: %s", (_name, start) => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await start();
  });

  afterEach(() => subject.stop());

  const settings: UserSettings & { readonly password: Secret } = {
    systemId: "INT_Free",
    userName: "ISU_New",
    password: new Secret("New-password-1"),
    sessionTimeoutMinutes: 0,
    doNotAllowUiSessions: true,
  };

  it("finds a system by its id, and none for an id that no system has", async () => {
    const { workday } = subject;

    const found = valueIn(await workday.findIntegrationSystem("INT_Free"));

    expect(found).toMatchObject({ id: "INT_Free", name: "Free" });
    expect(found?.wid).toMatch(/^[0-9a-f]{32}$/);
    expect(valueIn(await workday.findIntegrationSystem("INT_Gone"))).toBeUndefined();
  });

  it("lists every system", async () => {
    const systems = valueIn(await subject.workday.listIntegrationSystems());

    expect(systems.map(({ id }) => id)).toEqual(["INT_Bot", "INT_Free", "INT_Taken"]);
  });

  it("makes a system once: repeating is rejected, and it is found", async () => {
    const { workday } = subject;
    const system = { id: "INT_ISU-7K3M9QXV", name: "Okta & friends <1>" };

    const made = valueIn(await workday.putIntegrationSystem(system));
    const again = await workday.putIntegrationSystem(system);

    expect(made).toMatchObject(system);
    expect(again).toMatchObject({ ok: false, error: { kind: "rejected", outside: "Workday" } });
    expect(valueIn(await workday.findIntegrationSystem(system.id))).toEqual(made);
  });

  it("tells whose user hangs on a system", async () => {
    const { workday } = subject;

    expect(valueIn(await workday.findUserOfSystem("INT_Taken"))).toMatchObject({
      systemId: "INT_Taken",
      userName: "ISU_Taken",
    });
    expect(valueIn(await workday.findUserOfSystem("INT_Free"))).toBeUndefined();
    expect(valueIn(await workday.findUserOfSystem("INT_Gone"))).toBeUndefined();
  });

  it.each([
    ["nobody's", "ISU_New", { kind: "free" }],
    ["a system's", "ISU_Taken", { kind: "on-system", systemId: "INT_Taken" }],
    ["a system's in other letters", "isu_TAKEN", { kind: "on-system", systemId: "INT_Taken" }],
    ["a worker's", "lmcneil", { kind: "elsewhere" }],
  ])("tells whether an account name is free: %s", async (_whose, userName, standing) => {
    expect(valueIn(await subject.workday.findAccount(userName))).toEqual(standing);
  });

  it("makes a user and finds it again", async () => {
    const { workday } = subject;

    const put = valueIn(await workday.putIntegrationSystemUser(settings));

    const system = valueIn(await workday.findIntegrationSystem("INT_Free"));
    expect(put.systemWid).toBe(system?.wid);
    expect(put.userWid).toMatch(/^[0-9a-f]{32}$/);
    expect(valueIn(await workday.findUserOfSystem("INT_Free"))).toEqual({
      systemId: "INT_Free",
      systemWid: put.systemWid,
      userName: "ISU_New",
      doNotAllowUiSessions: true,
      sessionTimeoutMinutes: 0,
      requireNewPassword: false,
      tokens: [],
    });
  });

  it("gives the same user when the put is repeated", async () => {
    const { workday } = subject;

    const first = await workday.putIntegrationSystemUser(settings);

    expect(await workday.putIntegrationSystemUser(settings)).toEqual(first);
  });

  it("resets the password of the user that is there", async () => {
    const { workday } = subject;
    const next = new Secret("Next-password-2");
    await workday.putIntegrationSystemUser(settings);

    const put = await workday.putIntegrationSystemUser({ ...settings, password: next });

    const answers: unknown[] = [];
    for (const password of [settings.password, next]) {
      const as = { userName: "ISU_New", password };
      answers.push(valueIn(await workday.probe(as, "Get_Integration_Systems")));
    }
    expect(put.ok).toBe(true);
    expect(answers).toEqual(["not-signed-on", "not-authorized"]);
  });

  it("leaves the user that is there as it was when a put is rejected", async () => {
    const { workday } = subject;
    await workday.putIntegrationSystemUser(settings);

    const password = new Secret("Other-password-3");
    await workday.putIntegrationSystemUser({ ...settings, userName: "ISU_Else", password });

    expect(valueIn(await workday.findUserOfSystem("INT_Free"))?.userName).toBe("ISU_New");
    expect(valueIn(await workday.probe(settings, "Get_Integration_Systems"))).toBe(
      "not-authorized",
    );
  });

  it.each([
    ["a worker's name", { userName: "lmcneil" }],
    ["the name of another system's user", { userName: "ISU_Taken" }],
    ["a system that has a user", { systemId: "INT_Taken" }],
    ["a system that is not there", { systemId: "INT_Gone" }],
  ])("rejects a user with %s", async (_what, parts) => {
    const answer = await subject.workday.putIntegrationSystemUser({ ...settings, ...parts });

    expect(answer).toMatchObject({ ok: false, error: { kind: "rejected", outside: "Workday" } });
    expect(valueIn(await subject.workday.findUserOfSystem("INT_Free"))).toBeUndefined();
  });

  it("tells by a probe who may sign on, and what an activation made live", async () => {
    const { workday, perform } = subject;
    const as = { userName: "ISU_New", password: settings.password };
    const probes: unknown[] = [];
    async function probe(password = settings.password): Promise<void> {
      probes.push(valueIn(await workday.probe({ ...as, password }, "Get_Integration_Systems")));
    }

    await probe();
    await workday.putIntegrationSystemUser(settings);
    await probe(new Secret("Wrong-password-1"));
    await probe();
    perform({ name: "create-security-group", groupName: "ISSG_New" });
    perform({ name: "add-group-member", groupName: "ISSG_New", userName: "ISU_New" });
    const permissions = { ...noPermissions, Get: ["Integration Build"] };
    perform({ name: "grant-permissions", groupName: "ISSG_New", permissions });
    await probe();
    perform({ name: "activate", comment: "For Okta" });
    await probe();

    expect(probes).toEqual([
      "not-signed-on",
      "not-signed-on",
      "not-authorized",
      "not-authorized",
      "answered",
    ]);
  });

  it("shows what is pending until an activation, and the groups", async () => {
    const { workday, perform } = subject;
    const permissions = { ...noPermissions, Get: ["Integration Build"] };
    perform({ name: "create-security-group", groupName: "ISSG_New" });
    perform({ name: "grant-permissions", groupName: "ISSG_New", permissions });
    perform({ name: "add-group-member", groupName: "ISSG_New", userName: "ISU_Taken" });

    const before = valueIn(await workday.readPendingChanges());
    perform({ name: "activate", comment: "For Okta" });
    const after = valueIn(await workday.readPendingChanges());
    const groups = valueIn(await workday.readSecurityGroups());

    const change = {
      kind: "domain",
      policy: "Integration Build",
      action: "",
      securityGroup: "ISSG_New",
      access: "Get",
      change: "Added",
    };
    expect(before).toMatchObject({ kind: "seen", changes: [change] });
    expect(after).toEqual({ kind: "seen", changes: [] });
    const own = { name: "ISSG_New", active: true, members: ["ISU_Taken"] };
    const reach = { administeredBy: [], includedIn: [], processes: { any: [], initiates: [] } };
    expect(groups).toContainEqual({ ...own, ...reach, type: { kind: "unconstrained" } });
  });

  it.each(["current", "subordinates"] as const)(
    "shows a constrained group with its organizations and its scope: %s",
    async (scope) => {
      const { workday, perform } = subject;
      const organizations = ["Acme Germany", "Acme Switzerland"];
      const constrained = { organizations, scope };
      perform({ name: "create-security-group", groupName: "ISSG_New", constrained });

      const groups = valueIn(await workday.readSecurityGroups());

      expect(groups?.find(({ name }) => name === "ISSG_New")?.type).toEqual({
        kind: "constrained",
        organizations: [["Acme Germany"], ["Acme Switzerland"]],
        scope,
      });
    },
  );

  it("shows what a group may do: first pending, then active", async () => {
    const { workday, perform } = subject;
    const permissions = { ...noPermissions, Get: ["Integration Build"] };
    async function readOwn(): Promise<unknown> {
      const read = valueIn(await workday.readGroupPermissions());
      if (read.kind === "cannot-see") return read;
      return read.permissions.filter(({ securityGroup }) => securityGroup === "ISSG_New");
    }
    perform({ name: "create-security-group", groupName: "ISSG_New" });
    perform({ name: "grant-permissions", groupName: "ISSG_New", permissions });

    const before = await readOwn();
    perform({ name: "activate", comment: "For Okta" });
    const after = await readOwn();

    const line = { securityGroup: "ISSG_New", domain: "Integration Build", access: "Get" };
    expect(before).toEqual([{ ...line, status: "pending" }]);
    expect(after).toEqual([{ ...line, status: "active" }]);
  });

  it("shows the activations with their comments", async () => {
    const { workday, perform } = subject;
    perform({ name: "create-security-group", groupName: "ISSG_New" });

    perform({ name: "activate", comment: "For Okta" });

    const read = valueIn(await workday.readTimestamps());
    const newest = read.kind === "seen" ? read.timestamps.at(-1) : undefined;
    expect(newest?.comment).toBe("For Okta");
    expect(newest?.at).toBeGreaterThan(0);
  });

  it("shows who is exempt from password expiration", async () => {
    const { workday, perform } = subject;
    const before = valueIn(await workday.readPasswordExemptions());

    perform({ name: "exempt-from-password-expiry", userName: "ISU_Taken" });
    const during = valueIn(await workday.readPasswordExemptions());
    perform({ name: "remove-password-exemption", userName: "ISU_Taken" });

    expect([before, during, valueIn(await workday.readPasswordExemptions())]).toEqual([
      ["ISU_Bot"],
      ["ISU_Bot", "ISU_Taken"],
      ["ISU_Bot"],
    ]);
  });

  it("shows of every account whether it is locked, disabled, or ends by itself", async () => {
    const shown = valueIn(await subject.workday.readAccounts());

    const usable = { isLocked: false, isDisabled: false, needsNewPassword: false };
    const never = { ...usable, expiry: { kind: "never" } };
    expect(shown).toEqual([
      { userName: "ISU_Bot", ...never },
      { userName: "ISU_Taken", ...never },
      { userName: "lmcneil", ...usable, expiry: { kind: "on", on: "2031-12-31" } },
    ]);
  });

  it("says that it cannot see where the tenant has no reports", async () => {
    const blind = await start({ hasReports: false });

    const pending = await blind.workday.readPendingChanges();
    const groups = await blind.workday.readSecurityGroups();
    const permissions = await blind.workday.readGroupPermissions();
    const timestamps = await blind.workday.readTimestamps();
    const exemptions = await blind.workday.readPasswordExemptions();
    const accounts = await blind.workday.readAccounts();
    await blind.stop();

    expect(pending).toEqual({ ok: true, value: { kind: "cannot-see" } });
    expect(groups).toEqual({ ok: true, value: undefined });
    expect(exemptions).toEqual({ ok: true, value: undefined });
    expect(accounts).toEqual({ ok: true, value: undefined });
    expect(permissions).toEqual({ ok: true, value: { kind: "cannot-see" } });
    expect(timestamps).toEqual({ ok: true, value: { kind: "cannot-see" } });
  });

  it("never shows a password in what it answers", async () => {
    const { workday } = subject;

    const answers = [
      await workday.putIntegrationSystemUser(settings),
      await workday.putIntegrationSystemUser({ ...settings, userName: "lmcneil" }),
      await workday.findUserOfSystem("INT_Free"),
    ];

    expect(JSON.stringify(answers)).not.toContain("New-password-1");
  });
});
