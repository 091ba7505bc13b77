import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TenantView } from "../../../sandbox/workday/tenant.ts";
import type { Workday } from "../../../sandbox/workday/workday.ts";
import { anEnvelope, post } from "./a-call.ts";
import { aWorkday } from "./a-workday.ts";

let workday: Workday;
let tenant: TenantView;

beforeEach(async () => {
  workday = await aWorkday({
    learningTopics: ["Compliance", "Leadership"],
    learningContent: ["First week"],
    securitySegments: [
      { name: "Benefits", type: "Document Category" },
      { name: "Job Application - Employee", type: "Job Application" },
    ],
  });
  tenant = workday.tenant("acme");
  const unconstrained = "Integration System Security Group (Unconstrained)";
  perform("create-security-group", { name: "ISSG_Other", type: unconstrained });
  perform("add-group-member", { group: "ISSG_Other", user: "ISU_Other" });
});

afterEach(() => workday.stop());

function perform(task: string, fields: object): { status: string; detail: string } {
  return tenant.perform(task, fields, "ada");
}

const segmentBased = {
  name: "By segment",
  type: "Segment-Based Security Group",
  securityGroups: ["ISSG_Other"],
};
const staffing = "Worker Data: Current Staffing Information";

/** What a read of workers says to ISU_Other: "" when it may. */
async function probe(): Promise<string> {
  const request = "<wd:Get_Workers_Request/>";
  const caller = { userName: "ISU_Other@acme", password: "Other-password-1" };
  return (await post(workday, "Human_Resources/v31.2", anEnvelope(request, caller))).fault;
}

describe("a segment-based security group", () => {
  it("gives its permissions to the members of its security groups, while it is active", async () => {
    perform("create-security-group", { ...segmentBased, segments: ["Benefits"] });
    perform("maintain-permissions", {
      group: "By segment",
      grant: [{ domain: staffing, access: ["Get"] }],
    });
    expect(await probe()).toContain("not authorized");

    perform("activate-pending-security-policy-changes", { comment: "x", confirm: true });
    expect(await probe()).toBe("");
    perform("inactivate-security-group", {
      group: "By segment",
      removeSecurityGroups: ["ISSG_Other"],
    });

    expect(await probe()).toContain("not authorized");
    expect(tenant.groups().at(-1)).toMatchObject({
      isActive: false,
      segmentBased: { securityGroups: [], segments: ["Benefits"] },
    });
  });

  it.each([
    ["a segment that is not there", { segments: ["Nothing"] }, 'no security segment "Nothing"'],
    [
      "segments of two types",
      { segments: ["Benefits", "Job Application - Employee"] },
      "cannot combine different types",
    ],
    [
      "a group that is not there",
      { segments: ["Benefits"], securityGroups: ["ISSG_Nobody"] },
      'no security group "ISSG_Nobody"',
    ],
    ["no segment", { segments: [] }, "The page has errors"],
  ])("is refused for %s", (_what, fields, words) => {
    const outcome = perform("create-security-group", { ...segmentBased, ...fields });

    expect(outcome.status).toBe("refused");
    expect(outcome.detail).toContain(words);
  });

  it("keeps a group that it includes from being inactivated", () => {
    perform("create-security-group", { ...segmentBased, segments: ["Benefits"] });

    expect(perform("inactivate-security-group", { group: "ISSG_Other" }).detail).toContain(
      'a member of the security group "By segment"',
    );
    expect(
      perform("inactivate-security-group", { group: "By segment", removeSecurityGroups: ["Any"] })
        .detail,
    ).toContain('"Any" is not one of the security groups');
  });
});

describe("learning content", () => {
  it("is marked with topics that are there, and what it carries besides stays", () => {
    const marked = { content: ["first WEEK"], kind: "topics" };
    perform("edit-learning-content", { ...marked, add: ["Compliance"] });
    perform("edit-learning-content", { ...marked, add: ["Leadership"], remove: ["Compliance"] });

    expect(tenant.learning().content).toEqual([
      { title: "First week", topics: ["Leadership"], categories: [] },
    ]);
  });

  it.each([
    [{ content: ["First week"], kind: "topics" }, "Nothing was chosen"],
    [{ content: ["First week"], kind: "topics", add: ["Nothing"] }, 'no learning topic "Nothing"'],
    [
      { content: ["First week"], kind: "categories", add: ["Compliance"] },
      'no learning security category "Compliance"',
    ],
    [{ content: ["Other"], kind: "topics", add: ["Compliance"] }, 'no learning content "Other"'],
  ])("is not marked for %o", (fields, words) => {
    expect(perform("edit-learning-content", fields).detail).toContain(words);
  });
});
