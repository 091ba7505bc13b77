import { describe, expect, it } from "vitest";
import type { WorkdayOptions } from "../../../src/workday/workday.ts";
import { aWorkday } from "../support/a-workday.ts";
import { matching } from "../support/matching.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

const reports: NonNullable<WorkdayOptions["reports"]> = {
  owner: "report owner",
  groupPermissions: { name: "Permissions", columns: {} },
  securityTimestamps: { name: "Timestamps", columns: { Timestamp: "Moment" } },
  passwordExemptions: { name: "Exempt", columns: { User: "System_User" } },
};

function rows(...entries: readonly unknown[]): () => Response {
  return () => Response.json({ Report_Entry: entries });
}

const permissionRow = {
  Security_Group: "ISSG_Okta",
  Domain_Security_Policy: "Worker Data: Workers",
  Access: "Get",
  Status: "Active",
};

describe("what groups may do", () => {
  it("is read with its status, whatever its letters", async () => {
    const { fetch } = recordingFetch(
      rows(permissionRow, { ...permissionRow, Access: "Put", Status: "PENDING" }),
    );

    const answer = await aWorkday(fetch, { reports }).readGroupPermissions();

    const line = { securityGroup: "ISSG_Okta", domain: "Worker Data: Workers" };
    expect(answer).toEqual({
      ok: true,
      value: {
        kind: "seen",
        permissions: [
          { ...line, access: "Get", status: "active" },
          { ...line, access: "Put", status: "pending" },
        ],
      },
    });
  });

  it("is not read from a report without a row: every tenant's groups may do something", async () => {
    const { fetch } = recordingFetch(rows());

    expect(await aWorkday(fetch, { reports }).readGroupPermissions()).toMatchObject({
      error: { kind: "unreadable", words: matching("does not show what any group may do") },
    });
  });

  it("is told group by group, and access by access as Workday joins them", async () => {
    const { fetch } = recordingFetch(
      rows(
        { ...permissionRow, Security_Group: "ISSG_Okta; HR", Access: "View; Modify" },
        { ...permissionRow, Access: "Get and Put" },
        { ...permissionRow, Access: "VIEW AND MODIFY", Status: "Pending" },
        { ...permissionRow, Access: "Get only" },
        { ...permissionRow, Security_Group: "R&amp;D", Access: "View" },
      ),
    );

    const answer = await aWorkday(fetch, { reports }).readGroupPermissions();

    const okta = { securityGroup: "ISSG_Okta", domain: "Worker Data: Workers", status: "active" };
    expect(answer).toMatchObject({
      value: {
        permissions: [
          { ...okta, access: "View" },
          { ...okta, access: "Modify" },
          { ...okta, access: "View", securityGroup: "HR" },
          { ...okta, access: "Modify", securityGroup: "HR" },
          { ...okta, access: "Put" },
          { ...okta, access: "Get", isJoined: true },
          { ...okta, access: "Modify", status: "pending" },
          { ...okta, access: "View", status: "pending", isJoined: true },
          { ...okta, access: "Get" },
          { ...okta, access: "View", securityGroup: "R&amp;D" },
        ],
      },
    });
  });

  it.each([{ Status: "Suspended" }, { Access: "Delete" }, { Access: "" }])(
    "is not guessed from what nobody knows: %j",
    async (odd) => {
      const { fetch } = recordingFetch(rows({ ...permissionRow, ...odd }));

      const answer = await aWorkday(fetch, { reports }).readGroupPermissions();

      expect(answer).toMatchObject({ ok: false, error: { kind: "unreadable" } });
    },
  );
});

describe("the activations", () => {
  it("are read as the report gives them, with empty cells left out", async () => {
    const { fetch } = recordingFetch(rows({ Moment: "2026-11-22T06:00:00.000-08:00" }));

    const answer = await aWorkday(fetch, { reports }).readTimestamps();

    expect(answer).toEqual({
      ok: true,
      value: {
        kind: "seen",
        timestamps: [{ at: Date.UTC(2026, 10, 22, 14), comment: "", by: "" }],
      },
    });
  });

  it.each(["last Tuesday", "2026-11-22T14:00:00", "2026-11-22 14:00"])(
    "are not read where a moment is none, or has no zone: %s",
    async (Moment) => {
      const { fetch } = recordingFetch(rows({ Moment }));

      const answer = await aWorkday(fetch, { reports }).readTimestamps();

      expect(answer).toMatchObject({ ok: false, error: { kind: "unreadable" } });
    },
  );

  it("name who is exempt from password expiration, by the column that the tenant has", async () => {
    const { fetch } = recordingFetch(
      rows({ System_User: "ISU_One" }, { System_User: "ISU_Two; ISU_Three" }),
    );

    const answer = await aWorkday(fetch, { reports }).readPasswordExemptions();

    expect(answer).toEqual({ ok: true, value: ["ISU_One", "ISU_Two", "ISU_Three"] });
  });

  it.each(["readGroupPermissions", "readTimestamps", "readPasswordExemptions"] as const)(
    "pass a fault of the service on: %s",
    async (read) => {
      const { fetch } = recordingFetch(() => new Response("", { status: 403 }));

      const answer = await aWorkday(fetch, { reports })[read]();

      expect(answer).toMatchObject({ ok: false, error: { kind: "denied" } });
    },
  );
});
