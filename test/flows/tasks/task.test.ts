import { describe, expect, it } from "vitest";
import { instant } from "../../../src/flows/model/ids.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { describeTask } from "../../../src/flows/step-kinds/describe-task.ts";
import { type Task } from "../../../src/flows/tasks/task.ts";
import { aDraft } from "../../support/data/a-draft.ts";

const { groupName, userName } = aDraft();
const inPolicy = { groupName, userName, policy: "Integrations" };
const [timestamp, newest] = [instant(Date.UTC(2026, 10, 23, 9)), instant(Date.UTC(2026, 10, 24))];
const permissions = { Get: ["A", "B"], Put: ["C"], View: [], Modify: ["D"] };

describe("describeTask", () => {
  it.each<[task: Task, title: string, fields: readonly (readonly [string, string])[]]>([
    [
      { name: "create-security-group", groupName },
      "Create Security Group",
      [
        ["Type of Tenanted Security Group", "Integration System Security Group (Unconstrained)"],
        ["Name", groupName],
      ],
    ],
    [
      { name: "add-group-member", groupName, userName },
      "Edit Integration System Security Group",
      [
        ["Name", groupName],
        ["Integration System Users", userName],
      ],
    ],
    [
      { name: "remove-group-member", groupName, userName },
      "Edit Integration System Security Group",
      [
        ["Name", groupName],
        ["Integration System Users (remove)", userName],
      ],
    ],
    [
      { name: "exempt-from-password-expiry", userName },
      "Maintain Password Rules",
      [["System Users exempt from password expiration", userName]],
    ],
    [
      { name: "remove-password-exemption", userName },
      "Maintain Password Rules",
      [["System Users exempt from password expiration (remove)", userName]],
    ],
    [
      { name: "switch-off-token-sign-on", userName },
      "Configure Web Service Security",
      [["User", userName]],
    ],
    [
      { name: "allow-in-authentication-policy", ...inPolicy, allowedTypes: ["X509", "SAML"] },
      "Manage Authentication Policies",
      [
        ["Authentication Policy", "Integrations"],
        ["Security Group", groupName],
        ["User in it", userName],
        ["Allowed Authentication Types", "X509\nSAML"],
      ],
    ],
    [
      { name: "remove-from-authentication-policy", groupName, userName },
      "Manage Authentication Policies",
      [
        ["Security Group", groupName],
        ["User in it", userName],
      ],
    ],
    [
      { name: "activate-authentication-policies", comment: "ISU-1: why" },
      "Activate All Pending Authentication Policy Changes",
      [
        ["Comment", "ISU-1: why"],
        ["Confirm", "checked"],
      ],
    ],
    [
      { name: "grant-permissions", groupName, permissions },
      "Maintain Permissions for Security Group",
      [
        ["Operation", "Maintain"],
        ["Source Security Group", groupName],
        ["Domain Security Policies permitting Modify access", "D"],
        ["Domain Security Policies permitting Put access", "C"],
        ["Domain Security Policies permitting Get access", "A\nB"],
      ],
    ],
    [
      { name: "revoke-permissions", groupName, permissions },
      "Maintain Permissions for Security Group",
      [
        ["Operation", "Maintain"],
        ["Source Security Group", groupName],
        ["Domain Security Policies to remove from Modify access", "D"],
        ["Domain Security Policies to remove from Put access", "C"],
        ["Domain Security Policies to remove from Get access", "A\nB"],
      ],
    ],
    [
      { name: "activate", comment: "ISU-7K3M9QXV: permissions" },
      "Activate Pending Security Policy Changes",
      [
        ["Comment", "ISU-7K3M9QXV: permissions"],
        ["Confirm", "checked"],
      ],
    ],
    [
      { name: "inactivate-security-group", groupName },
      "Edit Security Group",
      [
        ["Name", groupName],
        ["Inactive", "checked"],
      ],
    ],
    [
      {
        name: "create-security-group",
        groupName,
        constrained: { organizations: ["Acme Germany", "Acme Switzerland"], scope: "subordinates" },
        isInactive: true,
      },
      "Create Security Group",
      [
        ["Type of Tenanted Security Group", "Integration System Security Group (Constrained)"],
        ["Name", groupName],
        ["Organizations (all of one type)", "Acme Germany\nAcme Switzerland"],
        ["Access Rights to Organizations", "Applies to Current Organization And All Subordinates"],
        ["Inactive", "checked"],
      ],
    ],
    [
      {
        name: "create-security-group",
        groupName,
        constrained: { organizations: ["Acme Germany"], scope: "current" },
      },
      "Create Security Group",
      [
        ["Type of Tenanted Security Group", "Integration System Security Group (Constrained)"],
        ["Name", groupName],
        ["Organizations (all of one type)", "Acme Germany"],
        ["Access Rights to Organizations", "Applies to Current Organization Only"],
      ],
    ],
    [
      { name: "activate-security-group", groupName },
      "Edit Security Group",
      [
        ["Name", groupName],
        ["Inactive", "not checked"],
      ],
    ],
    [
      {
        name: "create-segment-group",
        groupName,
        securityGroups: ["ISSG_Viva"],
        segments: ["Viva topics"],
        isInactive: true,
      },
      "Create Security Group",
      [
        ["Type of Tenanted Security Group", "Segment-Based Security Group"],
        ["Name", groupName],
        ["Security Groups", "ISSG_Viva"],
        ["Access to Segments", "Viva topics"],
        ["Inactive", "checked"],
      ],
    ],
    [
      {
        name: "create-segment-group",
        groupName,
        securityGroups: ["ISSG_Viva"],
        segments: ["Managers", "Partners"],
      },
      "Create Security Group",
      [
        ["Type of Tenanted Security Group", "Segment-Based Security Group"],
        ["Name", groupName],
        ["Security Groups", "ISSG_Viva"],
        ["Access to Segments", "Managers\nPartners"],
      ],
    ],
    [
      { name: "grant-in-segments", groupName, permissions: { ...noPermissions, Get: ["A"] } },
      "Maintain Permissions for Security Group",
      [
        ["Operation", "Maintain"],
        ["Source Security Group", groupName],
        ["Domain Security Policies permitting Get access", "A"],
      ],
    ],
    [
      { name: "revoke-in-segments", groupName, permissions: { ...noPermissions, Put: ["A"] } },
      "Maintain Permissions for Security Group",
      [
        ["Operation", "Maintain"],
        ["Source Security Group", groupName],
        ["Domain Security Policies to remove from Put access", "A"],
      ],
    ],
    [
      { name: "close-segment-group", groupName, securityGroups: ["ISSG_Viva"] },
      "Edit Security Group",
      [
        ["Name", groupName],
        ["Security Groups (remove)", "ISSG_Viva"],
        ["Inactive", "checked"],
      ],
    ],
    [
      { name: "activate-previous-timestamp", timestamp, newest, comment: "ISU-1: back" },
      "Activate Previous Security Timestamp",
      [
        ["Security Timestamp", "2026-11-23 09:00:00 UTC"],
        ["Comment", "ISU-1: back"],
        ["Confirm", "checked"],
      ],
    ],
    [
      {
        name: "add-segments-to-content",
        kind: "topics",
        names: ["Compliance", "Onboarding"],
        content: ["Code of conduct"],
      },
      "Edit the learning content",
      [
        ["Learning content", "Code of conduct"],
        ["Topics", "Compliance\nOnboarding"],
      ],
    ],
  ])("says $name in Workday's words, with every value to type", (task, title, fields) => {
    const said = describeTask(task);

    expect(said.title).toBe(title);
    expect(said.fields.map(({ field, value }) => [field, value])).toEqual(fields);
    expect(said.steps).not.toEqual([]);
    expect(said.needs.join()).toContain("(functional area System)");
  });

  it("asks to compare what Workday shows of a client before the values are taken", () => {
    const functionalAreas = ["System"];
    const settings = { nonExpiringRefreshTokens: true, includeWorkdayOwnedScope: false };
    const client = { name: "Viva API Client", functionalAreas, ...settings };

    expect(describeTask({ name: "register-api-client", userName, client }).steps[0]).toContain(
      "Compare the summary that Workday shows with the fields below",
    );
  });
});
