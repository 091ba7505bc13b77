import { describe, expect, it } from "vitest";
import type { WorkdayOptions } from "../../../src/workday/workday.ts";
import { aWorkday } from "../support/a-workday.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

const reports: NonNullable<WorkdayOptions["reports"]> = {
  owner: "report owner",
  pendingDomainPolicies: { name: "Domain/Policies", columns: { Access: "Right" } },
  pendingBusinessProcessPolicies: { name: "BP", columns: {} },
  securityGroups: { name: "Groups", columns: {} },
  groupPermissions: { name: "Permissions", columns: {} },
  securityTimestamps: { name: "Timestamps", columns: { Timestamp: "Moment" } },
  passwordExemptions: { name: "Exempt", columns: { User: "System_User" } },
};

function rows(...entries: readonly unknown[]): () => Response {
  return () => Response.json({ Report_Entry: entries });
}

const domainRow = {
  Domain_Security_Policy: "Worker Data: Workers",
  Security_Group: "ISSG_Okta",
  Right: "Get",
  Change: "Added",
  Changed_By: "lmcneil",
  Anything_Else: [{ a: 1 }],
};

const processRow = {
  Business_Process_Security_Policy: "Contact Change",
  Action: null,
  Security_Group: "ISSG_Okta",
  Change: "Removed",
};

describe("the pending changes", () => {
  it("are read from both reports, by the columns that the tenant has", async () => {
    const { fetch, sent } = recordingFetch(rows(domainRow), rows(processRow));

    const answer = await aWorkday(fetch, { reports }).readPendingChanges();

    expect(answer).toEqual({
      ok: true,
      value: {
        kind: "seen",
        changes: [
          {
            kind: "domain",
            policy: "Worker Data: Workers",
            action: "",
            securityGroup: "ISSG_Okta",
            access: "Get",
            change: "Added",
            changedBy: "lmcneil",
          },
          {
            kind: "business-process",
            policy: "Contact Change",
            action: "",
            securityGroup: "ISSG_Okta",
            access: "",
            change: "Removed",
          },
        ],
      },
    });
    expect(sent.map(({ url }) => url)).toEqual([
      "https://services.example.com/ccx/service/customreport2/acme_dpt1/report%20owner/Domain%2FPolicies?format=json",
      "https://services.example.com/ccx/service/customreport2/acme_dpt1/report%20owner/BP?format=json",
    ]);
    expect(sent[0]).toMatchObject({
      method: "GET",
      redirect: "error",
      headers: {
        authorization: `Basic ${Buffer.from("ISU_Bot:bot-password").toString("base64")}`,
      },
    });
  });

  it.each<[what: string, some: WorkdayOptions["reports"]]>([
    ["no report", undefined],
    ["no report on domains", { ...reports, pendingDomainPolicies: undefined }],
    ["no report on processes", { ...reports, pendingBusinessProcessPolicies: undefined }],
  ])("cannot be seen with %s", async (_what, some) => {
    const { fetch, sent } = recordingFetch(rows());
    const workday = aWorkday(fetch, some === undefined ? {} : { reports: some });

    expect(await workday.readPendingChanges()).toEqual({ ok: true, value: { kind: "cannot-see" } });
    expect(sent).toEqual([]);
  });

  const { Security_Group: _absent, ...withoutGroup } = domainRow;

  it.each<[what: string, row: unknown]>([
    ["lacks a column", withoutGroup],
    ["holds several values in one cell", { ...domainRow, Security_Group: ["A", "B"] }],
    ["has a value of no use in a column that may be absent", { ...domainRow, Changed_By: [{}] }],
  ])("are a fault, not nothing, where a row %s", async (_what, row) => {
    const { fetch } = recordingFetch(rows(row));

    const answer = await aWorkday(fetch, { reports }).readPendingChanges();

    expect(answer).toMatchObject({
      error: {
        kind: "unreadable",
        outside: "Workday reports",
        words: matching(/Domain\/Policies lacks the column (Security_Group|Changed_By)/),
      },
    });
  });

  it.each<[what: string, answer: () => Response, kind: string]>([
    ["the sign-on is refused", () => Response.json({}, { status: 401 }), "denied"],
    ["the report is not shared", () => Response.json({}, { status: 403 }), "denied"],
    ["there is no such report", () => Response.json({}, { status: 404 }), "rejected"],
    ["the server fails", () => new Response("<html>", { status: 500 }), "unknown"],
    ["the reply is empty", () => new Response(""), "unreadable"],
    ["the reply is no report", () => Response.json({ error: "bot-password" }), "unreadable"],
    ["the reply holds no rows", () => Response.json({ Report_Entry: "none" }), "unreadable"],
    ["the service is away", () => new Response("", { status: 503 }), "unreachable"],
  ])("are a fault, not cannot-see, where %s", async (_what, answer, kind) => {
    const first = await aWorkday(recordingFetch(answer).fetch, { reports }).readPendingChanges();
    const second = await aWorkday(recordingFetch(rows(), answer).fetch, {
      reports,
    }).readPendingChanges();

    expect([first, second]).toMatchObject([
      { ok: false, error: { kind, outside: "Workday reports" } },
      { ok: false, error: { kind, outside: "Workday reports" } },
    ]);
    expect(JSON.stringify([first, second])).not.toContain("bot-password");
  });
});

describe("the security groups", () => {
  it("are put together from their rows", async () => {
    const { fetch } = recordingFetch(
      rows(
        { Security_Group: "A", Status: "Active", Member: "one" },
        { Security_Group: "A", Status: "Active", Member: "two; three" },
        { Security_Group: "B", Status: "Inactive", Member: "" },
        { Security_Group: "C", Status: "ACTIVE" },
      ),
    );

    expect(await aWorkday(fetch, { reports }).readSecurityGroups()).toEqual({
      ok: true,
      value: [
        { name: "A", active: true, members: ["one", "two", "three"] },
        { name: "B", active: false, members: [] },
        { name: "C", active: true, members: [] },
      ],
    });
  });

  it.each([[[]], [[{ Security_Group: "A", Status: "Active" }]]])(
    "are not read from a report without any member: its column may be called otherwise",
    async (entries) => {
      const { fetch } = recordingFetch(rows(...entries));

      expect(await aWorkday(fetch, { reports }).readSecurityGroups()).toMatchObject({
        error: { kind: "unreadable", words: matching("does not show a member of any group") },
      });
    },
  );

  it("are unknown to a tenant without the report", async () => {
    const { fetch } = recordingFetch(rows());

    expect(await aWorkday(fetch).readSecurityGroups()).toEqual({ ok: true, value: undefined });
  });

  it("are a fault where the report fails", async () => {
    const { fetch } = recordingFetch(() => new Response("", { status: 502 }));

    expect(await aWorkday(fetch, { reports }).readSecurityGroups()).toMatchObject({
      error: { kind: "unknown" },
    });
  });

  it("count numbers and truths as their texts", async () => {
    const { fetch } = recordingFetch(rows({ Security_Group: 7, Status: "Active", Member: true }));

    expect(await aWorkday(fetch, { reports }).readSecurityGroups()).toMatchObject({
      value: [{ name: "7", members: ["true"] }],
    });
  });

  it.each([true, "", "Enabled", "Active (pending)"])(
    "are not guessed to be inactive by the status %j",
    async (Status) => {
      const { fetch } = recordingFetch(rows({ Security_Group: "A", Status }));

      expect(await aWorkday(fetch, { reports }).readSecurityGroups()).toMatchObject({
        ok: false,
        error: { kind: "unreadable", words: matching("neither Active nor") },
      });
    },
  );

  it("are told apart where two of one name contradict each other", async () => {
    const columns = { Group_Type: "Group_Type" };
    const typed = { ...reports, securityGroups: { name: "Groups", columns } };
    const row = { Security_Group: "A", Status: "Active", Group_Type: "Segment-Based" };
    const { fetch } = recordingFetch(
      rows(
        { ...row, Member: "one" },
        { ...row, Status: "Inactive", Member: "two" },
        { ...row, Group_Type: "User-Based", Member: "three" },
        { ...row, Member: "four" },
      ),
    );

    expect(await aWorkday(fetch, { reports: typed }).readSecurityGroups()).toMatchObject({
      value: [
        { name: "A", active: true, members: ["one", "four"] },
        { name: "A", active: false, members: ["two"] },
        { name: "A", active: true, members: ["three"] },
      ],
    });
  });
});

describe("a tenant without reports", () => {
  it("shows no group, permission, activation or exemption, and is not asked", async () => {
    const { fetch, sent } = recordingFetch(rows());
    const workday = aWorkday(fetch);
    const unseen = { ok: true, value: { kind: "cannot-see" } };

    expect(await workday.readGroupPermissions()).toEqual(unseen);
    expect(await workday.readTimestamps()).toEqual(unseen);
    expect(await workday.readSecurityGroups()).toEqual({ ok: true, value: undefined });
    expect(await workday.readPasswordExemptions()).toEqual({ ok: true, value: undefined });
    expect(await workday.readAccounts()).toEqual({ ok: true, value: undefined });
    expect(sent).toEqual([]);
  });
});
