import { describe, expect, it } from "vitest";
import { instant } from "../../src/flows/model/ids.ts";
import { Secret } from "../../src/secret.ts";
import { toRunnerTask } from "../../src/workday/runner/task.ts";
import type { Outlook } from "../../src/workday/wql/look-out.ts";
import { activate, anEye, grant, startWql } from "./a-wql-tenant.ts";
import { anAdapter } from "./workday-subjects.ts";

function kindsOf({ eyes }: Outlook): unknown {
  return Object.fromEntries(Object.entries(eyes).map(([thing, { kind }]) => [thing, kind]));
}

const wqlPath = /\/ccx\/api\/wql\//;

describe("WQL of a tenant with fine fields, and no reports", () => {
  it("shows what is pending: the policy, the group, the access, what changes, and who made it", async () => {
    const tenant = await startWql("fine");
    grant(tenant);
    tenant.tenant("acme_dpt1").seedPendingBusinessProcessChange({
      policy: "Contact Change",
      action: "Initiate",
      securityGroup: "ISSG_New",
      change: "Added",
      by: "lmcneil",
    });
    const workday = anEye(tenant);

    const pending = await workday.readPendingChanges();
    activate(tenant);
    const after = await workday.readPendingChanges();

    const common = { securityGroup: "ISSG_New", change: "Added", changedBy: "lmcneil" };
    expect(pending).toEqual({
      ok: true,
      value: {
        kind: "seen",
        changes: [
          { kind: "domain", policy: "Integration Build", action: "", access: "Get", ...common },
          {
            kind: "business-process",
            policy: "Contact Change",
            action: "Initiate",
            access: "",
            ...common,
          },
        ],
      },
    });
    expect(after).toEqual({ ok: true, value: { kind: "seen", changes: [] } });
  });

  it("shows groups with their kind, and what they may do: first pending, then active", async () => {
    const tenant = await startWql("fine");
    grant(tenant);
    const workday = anEye(tenant);
    async function readOwn(): Promise<unknown> {
      const read = await workday.readGroupPermissions();
      if (!read.ok || read.value.kind !== "seen") return read;
      return read.value.permissions.filter(({ securityGroup }) => securityGroup === "ISSG_New");
    }

    const before = await readOwn();
    activate(tenant);
    const after = await readOwn();
    const groups = await workday.readSecurityGroups();

    const line = { securityGroup: "ISSG_New", domain: "Integration Build", access: "Get" };
    expect(before).toEqual([{ ...line, status: "pending" }]);
    expect(after).toEqual([{ ...line, status: "active" }]);
    expect(groups.ok && groups.value).toContainEqual({
      name: "ISSG_New",
      active: true,
      administeredBy: [],
      includedIn: [],
      processes: { any: [], initiates: [] },
      members: ["ISU_Taken"],
      type: { kind: "unconstrained" },
      by: "wql",
    });
  });

  it("shows which accounts are locked, and on which day one ends", async () => {
    const tenant = await startWql("fine");
    tenant.change("acme_dpt1", ({ accounts }) => {
      for (const account of accounts.values()) {
        if (account.userName === "ISU_Taken")
          Object.assign(account, { isLocked: true, expiresOn: "2027-01-31" });
      }
    });

    const accounts = await anEye(tenant).readAccounts();

    expect(accounts.ok && accounts.value).toContainEqual({
      userName: "ISU_Taken",
      isLocked: true,
      isDisabled: false,
      expiry: { kind: "on", on: "2027-01-31" },
      needsNewPassword: false,
      by: "wql",
    });
  });

  it("is blind for accounts where the bot's own is hidden, and reads the report in their place", async () => {
    const tenant = await startWql("fine", { hides: "own-account" });
    const accounts = { name: "ISU_Bot_Accounts", columns: {} };
    const beside = anEye(tenant, { reports: { owner: "ISU_Bot", accounts } });

    expect(await anEye(tenant).readAccounts()).toEqual({ ok: true, value: undefined });
    expect(await beside.readAccounts()).toMatchObject({
      ok: true,
      value: [{ userName: "ISU_Bot", expiry: { kind: "not-shown" } }, {}, {}],
    });
  });

  it("shows sign-ons where their web service is not open to the bot", async () => {
    const tenant = await startWql("fine");
    const now = Date.now();
    const span = { from: instant(now - 60_000), to: instant(now + 60_000) };
    const workday = anEye(tenant);
    const guess = { userName: "ISU_Taken", password: new Secret("Guess-1") };
    await workday.probe(guess, "Get_Workers");
    const asked = { userName: "ISU_Bot", outcome: "signed-on", type: "User Name Password" };

    const bySoap = await anAdapter(tenant.url).readSignOns(span);
    const byWql = await workday.readSignOns(span);

    expect(bySoap).toMatchObject({ ok: false, error: { kind: "denied" } });
    expect(byWql).toMatchObject({ ok: true, value: { kind: "seen", by: "wql" } });
    const { signOns = [] } = byWql.ok && byWql.value.kind === "seen" ? byWql.value : {};
    expect(signOns).toContainEqual(expect.objectContaining(asked));
    expect(signOns).toContainEqual(
      expect.objectContaining({ userName: "ISU_Taken", outcome: "wrong-password" }),
    );
  });

  it("shows sign-ons in coarse fields, too, since those were recorded", async () => {
    const tenant = await startWql("coarse");
    const now = Date.now();
    const span = { from: instant(now - 60_000), to: instant(now + 60_000) };

    const read = await anEye(tenant).readSignOns(span);

    const { signOns = [] } = read.ok && read.value.kind === "seen" ? read.value : {};
    expect(signOns).toContainEqual(
      expect.objectContaining({ userName: "ISU_Bot", outcome: "signed-on", type: "OAuth 2.0" }),
    );
  });

  it("asks by GET alone, and signs on once", async () => {
    const tenant = await startWql("fine");
    const workday = anEye(tenant);

    await Promise.all([workday.readPendingChanges(), workday.readGroupPermissions()]);
    await workday.readSecurityGroups();

    const asked = tenant.requests.filter(({ path }) => wqlPath.test(path));
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(tenant.requests.filter(({ path }) => path.endsWith("/token"))).toHaveLength(1);
    expect(asked.filter(({ path }) => path.endsWith("/dataSources"))).toHaveLength(3);
  });

  it.each([
    ["own-group", "the bot's own account"],
    ["policies", "Integration Security"],
  ] as const)("is blind for what is pending where %s is hidden", async (hides, why) => {
    const tenant = await startWql("fine", { hides });
    const workday = anEye(tenant);

    const pending = await workday.readPendingChanges();
    const permissions = await workday.readGroupPermissions();

    expect(pending).toMatchObject({ ok: true, value: { kind: "cannot-see" } });
    expect(JSON.stringify(pending)).toContain(why);
    expect(permissions).toEqual({ ok: true, value: { kind: "cannot-see" } });
  });

  it("does not take nothing pending for an answer where business processes are hidden", async () => {
    const workday = anEye(await startWql("fine", { hides: "processes" }));

    expect(await workday.readPendingChanges()).toMatchObject({
      ok: true,
      value: { kind: "cannot-see", why: expect.stringContaining("no business process") as unknown },
    });
  });

  it("shows no group where a member of one is hidden", async () => {
    const tenant = await startWql("fine", { hides: "members" });
    grant(tenant);

    expect(await anEye(tenant).readSecurityGroups()).toEqual({ ok: true, value: undefined });
  });

  it("reads the report in place of a source that the tenant does not list", async () => {
    const without = ["domainSecurityPoliciesWithPendingChanges"];
    const tenant = await startWql("fine", { without });
    grant(tenant);
    const pendingDomainPolicies = { name: "ISU_Bot_Pending_Domain_Policies", columns: {} };
    const workday = anEye(tenant, { reports: { owner: "ISU_Bot", pendingDomainPolicies } });

    const pending = await workday.readPendingChanges();

    expect(pending).toMatchObject({
      ok: true,
      value: { kind: "seen", changes: [{ policy: "Integration Build", changedBy: "lmcneil" }] },
    });
  });

  it("signs on again, once, when the access token is refused", async () => {
    let at = Date.UTC(2026, 0, 5, 9);
    const emulator = await startWql("fine", {}, () => at);
    const workday = anEye(emulator);
    await workday.readSecurityGroups();

    at += 3_600_000;
    const groups = await workday.readSecurityGroups();

    expect(groups.ok && groups.value).toBeTruthy();
    expect(emulator.requests.filter(({ path }) => path.endsWith("/token"))).toHaveLength(2);
  });
});

describe("WQL of a tenant with coarse fields, and no reports", () => {
  it("names the policies with pending changes, and does not take that for seeing", async () => {
    const tenant = await startWql("coarse");
    grant(tenant);
    const workday = anEye(tenant);

    const pending = await workday.readPendingChanges();
    const permissions = await workday.readGroupPermissions();

    expect(pending).toMatchObject({
      ok: true,
      value: {
        kind: "cannot-see",
        policies: ["Integration Build"],
        why: expect.stringContaining("Access") as unknown,
      },
    });
    expect(permissions).toEqual({ ok: true, value: { kind: "cannot-see" } });
  });

  it("still shows groups, their kinds and who is in them", async () => {
    const tenant = await startWql("coarse");
    grant(tenant);
    const { task, fields } = toRunnerTask({
      name: "inactivate-security-group",
      groupName: "ISSG_New",
    });
    tenant.tenant("acme_dpt1").perform(task, fields, "lmcneil");

    const groups = await anEye(tenant).readSecurityGroups();

    expect(groups.ok && groups.value).toContainEqual({
      name: "ISSG_New",
      active: false,
      administeredBy: [],
      processes: { any: [], initiates: [] },
      members: ["ISU_Taken"],
      type: { kind: "unconstrained" },
      by: "wql",
    });
    expect(groups.ok && groups.value).toContainEqual(
      expect.objectContaining({ name: "ISSG_Bot", active: true, members: ["ISU_Bot"] }),
    );
  });

  it("chooses its eyes by what the tenant lists", async () => {
    const outlook = await anEye(await startWql("coarse")).findEyes?.();

    expect(outlook && kindsOf(outlook)).toEqual({
      pendingDomainPolicies: "only-that",
      pendingBusinessProcessPolicies: "only-that",
      securityGroups: "wql",
      groupPermissions: "shut",
      accounts: "shut",
    });
  });
});
