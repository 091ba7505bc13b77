import { describe, expect, it } from "vitest";
import { sayTask, type Task } from "../../src/flows/task.ts";
import { aDraft } from "../support/a-draft.ts";

const { groupName, userName } = aDraft();
const permissions = { Get: ["A", "B"], Put: ["C"], View: [], Modify: ["D"] };

describe("sayTask", () => {
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
      "Edit Integration System Security Group (Unconstrained)",
      [
        ["Name", groupName],
        ["Integration System Users", userName],
      ],
    ],
    [
      { name: "remove-group-member", groupName, userName },
      "Edit Integration System Security Group (Unconstrained)",
      [
        ["Name", groupName],
        ["Integration System Users (remove)", userName],
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
  ])("says $name in Workday's words, with every value to type", (task, title, fields) => {
    const said = sayTask(task);

    expect(said.title).toBe(title);
    expect(said.fields.map(({ field, value }) => [field, value])).toEqual(fields);
    expect(said.steps).not.toEqual([]);
    expect(said.needs).toContain("Security Configuration (functional area System)");
  });
});
