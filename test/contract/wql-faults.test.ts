import { describe, expect, it } from "vitest";
import { Secret } from "../../src/secret.ts";
import { anEye, grant, startWql } from "./a-wql-tenant.ts";

describe("a client that WQL does not take", () => {
  it("shuts every eye, and says that it is the client", async () => {
    const tenant = await startWql("fine");
    const workday = anEye(tenant, {
      wql: {
        id: new Secret("another"),
        secret: new Secret("Another-secret-1"),
        refreshToken: new Secret("another-token"),
        fields: {},
      },
    });

    const pending = await workday.readPendingChanges();
    const groups = await workday.readSecurityGroups();

    expect(pending).toEqual({
      ok: true,
      value: {
        kind: "cannot-see",
        why: "The bot's own API client cannot sign on. Workday does not take the client id with this client secret.",
      },
    });
    expect(groups).toEqual({ ok: true, value: undefined });
    expect(tenant.requests.filter(({ path }) => path.endsWith("/token"))).toHaveLength(1);
  });

  it("is a fault, not a blind eye, where nothing was answered", async () => {
    const tenant = await startWql("fine");
    tenant.failNext({ match: "dataSources", kind: "status", status: 503 });

    expect(await anEye(tenant).readPendingChanges()).toMatchObject({
      ok: false,
      error: { kind: "unreachable" },
    });
  });

  it("has its secrets, and what it is given, in no answer", async () => {
    const tenant = await startWql("fine");
    tenant.failNext({
      match: "/data",
      kind: "status",
      status: 500,
      body: "sandbox-bot-client",
      times: 9,
    });

    const said = JSON.stringify(await anEye(tenant).readPendingChanges());

    expect(said).not.toMatch(/sandbox-bot-client|Sandbox-refresh|Sandbox-client-secret/);
  });

  it.each([
    ["half of an answer", { kind: "nonsense", body: '{"total":9,"data":[]}' }],
    ["no JSON", { kind: "nonsense", body: "<html>" }],
    ["more than is read", { kind: "huge" }],
    ["rows of another kind", { kind: "nonsense", body: '{"total":1,"data":["row"]}' }],
    ["a query that is not taken", { kind: "status", status: 400 }],
    ["a client that may not ask", { kind: "status", status: 403 }],
    ["a tenant without WQL", { kind: "status", status: 404 }],
  ] as const)(
    "sees nothing by %s, and reads the report where there is one",
    async (_why, fault) => {
      const tenant = await startWql("fine");
      grant(tenant);
      const blind = anEye(tenant);
      const withReport = anEye(tenant, {
        reports: {
          owner: "ISU_Bot",
          pendingDomainPolicies: { name: "ISU_Bot_Pending_Domain_Policies", columns: {} },
          pendingBusinessProcessPolicies: {
            name: "ISU_Bot_Pending_Business_Process_Policies",
            columns: {},
          },
        },
      });

      tenant.failNext({ match: "/wql/", times: 9, ...fault });
      const unseen = await blind.readPendingChanges();
      tenant.failNext({ match: "/wql/", times: 99, ...fault });
      const seen = await withReport.readPendingChanges();

      expect(unseen).toMatchObject({ ok: true, value: { kind: "cannot-see" } });
      expect(seen).toMatchObject({
        ok: true,
        value: { kind: "seen", changes: [{ access: "Get" }] },
      });
    },
  );

  it("reads the reports of groups and of what they may do in its place", async () => {
    const tenant = await startWql("fine");
    tenant.failNext({ match: "/wql/", kind: "status", status: 403, times: 9 });
    const workday = anEye(tenant, {
      reports: {
        owner: "ISU_Bot",
        securityGroups: { name: "ISU_Bot_Security_Groups", columns: {} },
        groupPermissions: { name: "ISU_Bot_Group_Permissions", columns: {} },
      },
    });

    const groups = await workday.readSecurityGroups();
    const permissions = await workday.readGroupPermissions();

    expect(groups.ok && groups.value).toContainEqual(
      expect.objectContaining({ name: "ISSG_Bot", members: ["ISU_Bot"] }),
    );
    expect(permissions).toMatchObject({ ok: true, value: { kind: "seen" } });
  });
});
