import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TenantView } from "../../../sandbox/workday/tenant.ts";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { anEnvelope, post } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;
let tenant: TenantView;

beforeEach(async () => {
  workday = await aWorkday();
  tenant = workday.tenant("acme");
});

afterEach(() => workday.stop());

const unconstrained = "Integration System Security Group (Unconstrained)";
const activate = "activate-pending-security-policy-changes";
const staffing = "worker data: current STAFFING information";

/** What a probe with Get_Workers gets as ISU_Other: "" when it may. */
async function probe(): Promise<string> {
  const request =
    "<wd:Get_Workers_Request><wd:Response_Filter><wd:Count>1</wd:Count></wd:Response_Filter></wd:Get_Workers_Request>";
  const caller = { userName: "ISU_Other@acme", password: "Other-password-1" };
  const answer = await post(workday, "Human_Resources/v31.2", anEnvelope(request, caller));
  return answer.fault;
}

function grantStaffing(): void {
  tenant.perform("create-security-group", { name: "ISSG_Other", type: unconstrained }, "ada");
  tenant.perform("add-group-member", { group: "ISSG_Other", user: "ISU_Other" }, "ada");
  const grant = [{ domain: staffing, access: ["Get"] }];
  tenant.perform("maintain-permissions", { group: "ISSG_Other", grant }, "ada");
}

const notAuthorized = "Processing error occurred. The task submitted is not authorized.";

describe("domain security", () => {
  it("keeps a permission pending until it is activated", async () => {
    grantStaffing();

    const pending = await probe();
    const outcome = tenant.perform(activate, { comment: "ISU_Other", confirm: true }, "ada");
    const active = await probe();

    expect(pending).toBe(notAuthorized);
    expect(outcome.status).toBe("done");
    expect(active).toBe("");
    expect(tenant.timestamps()).toEqual([
      {
        comment: "ISU_Other",
        by: "ada",
        at: Date.UTC(2026, 0, 5, 9),
        changes: [
          {
            kind: "domain",
            policy: "Worker Data: Current Staffing Information",
            action: "",
            securityGroup: "ISSG_Other",
            access: "Get",
            change: "Added",
            changedBy: "ada",
            changedAt: Date.UTC(2026, 0, 5, 9),
          },
        ],
      },
    ]);
  });

  it("activates what others left pending too", () => {
    grantStaffing();
    tenant.seedPendingBusinessProcessChange({
      policy: "Work Contact Change",
      action: "Change Work Contact Information (Web Service)",
      securityGroup: "ISSG_Bot",
      change: "Added",
      by: "bob",
    });

    tenant.perform(activate, { comment: "Everything", confirm: true }, "ada");

    expect(tenant.pending()).toEqual([]);
    expect(
      tenant
        .timestamps()
        .at(-1)
        ?.changes.map(({ changedBy }) => changedBy),
    ).toEqual(["ada", "bob"]);
  });

  it("gives the members of an inactive group nothing", async () => {
    grantStaffing();
    tenant.perform(activate, { comment: "ISU_Other", confirm: true }, "ada");

    tenant.perform("inactivate-security-group", { group: "ISSG_Other" }, "ada");

    expect(await probe()).toBe(notAuthorized);
  });

  it("leaves nothing pending when a change is taken back", () => {
    grantStaffing();

    const revoke = [{ domain: staffing, access: ["Get"] }];
    tenant.perform("maintain-permissions", { group: "ISSG_Other", revoke }, "ada");

    expect(tenant.pending()).toEqual([]);
  });

  it("makes later changes pending again when it returns to an earlier timestamp", async () => {
    await workday.stop();
    let at = Date.UTC(2026, 0, 5, 9);
    workday = await aWorkday({}, () => at);
    tenant = workday.tenant("acme");
    tenant.perform(activate, { comment: "Before", confirm: true }, "ada");
    at += 60_000;
    grantStaffing();
    tenant.perform(activate, { comment: "After", confirm: true }, "ada");

    const back = { timestamp: "2026-01-05T09:00:00.000Z", comment: "Back", confirm: true };
    const outcome = tenant.perform("activate-previous-security-timestamp", back, "ada");

    expect(outcome.status).toBe("done");
    expect(await probe()).toBe(notAuthorized);
    expect(tenant.pending()).toMatchObject([{ securityGroup: "ISSG_Other", change: "Added" }]);
  });
});

describe("tasks", () => {
  it.each<[task: string, fields: unknown, detail: string]>([
    [
      "create-security-group",
      { name: "issg_bot", type: unconstrained },
      'A security group with the name "issg_bot" already exists.',
    ],
    [
      "add-group-member",
      { group: "ISSG_None", user: "ISU_Other" },
      'There is no security group "ISSG_None".',
    ],
    [
      "add-group-member",
      { group: "ISSG_Empty", user: "ISU_None" },
      'There is no Workday account "ISU_None".',
    ],
    [
      "add-group-member",
      { group: "ISSG_Empty", user: "lmcneil" },
      '"lmcneil" is not an integration system user.',
    ],
    [
      "remove-group-member",
      { group: "ISSG_Empty", user: "ISU_Bot" },
      '"ISU_Bot" is not a member of "ISSG_Empty".',
    ],
    [
      "maintain-permissions",
      { group: "ISSG_Empty", grant: [{ domain: "Worker Data: Nothing", access: ["Get"] }] },
      'There is no domain security policy "Worker Data: Nothing".',
    ],
    ["maintain-permissions", { group: "ISSG_Empty" }, "No permission was chosen."],
    [activate, { comment: "x", confirm: false }, "Confirm is required: nothing was activated."],
    ["fly", {}, 'There is no task "fly".'],
  ])("refuses %s with %j in words", (task, fields, detail) => {
    const outcome = tenant.perform(task, fields, "ada");

    expect(outcome).toEqual({ status: "refused", detail });
    expect(tenant.tasksPerformed().at(-1)).toMatchObject({ task, by: "ada", status: "refused" });
  });

  it("refuses fields that are missing or unknown", () => {
    const outcome = tenant.perform("add-group-member", { group: "ISSG_Bot", usr: "x" }, "ada");

    expect(outcome.status).toBe("refused");
    expect(outcome.detail).toMatch(/^The page has errors\. user: /);
  });

  it("tells listeners about each change until they leave", () => {
    const heard: string[] = [];
    const leave = workday.onChange((name) => heard.push(name));

    tenant.perform("exempt-from-password-expiration", { user: "ISU_Other" }, "ada");
    leave();
    tenant.perform("exempt-from-password-expiration", { user: "ISU_Other" }, "ada");

    expect(heard).toEqual(["acme"]);
  });
});
