import { expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { Task } from "../../../src/flows/tasks/task.ts";
import { type RunnerTask, toRunnerTask } from "../../../src/workday/runner/task.ts";

const permissions = { ...noPermissions, Get: ["Manage: Learning Content"] };
const lines = [{ domain: "Manage: Learning Content", access: ["Get"] }];
const group = { groupName: "Segments" } as const;
const content = { kind: "topics", names: ["Compliance"], content: ["Code of conduct"] } as const;
const fields = { content: ["Code of conduct"], kind: "topics" };

it.each<[task: Task, written: RunnerTask]>([
  [
    { name: "create-segment-group", ...group, securityGroups: ["ISSG"], segments: ["Compliance"] },
    {
      task: "create-security-group",
      fields: {
        name: "Segments",
        type: "Segment-Based Security Group",
        securityGroups: ["ISSG"],
        segments: ["Compliance"],
      },
    },
  ],
  [
    { name: "grant-in-segments", ...group, permissions },
    { task: "maintain-permissions", fields: { group: "Segments", grant: lines, revoke: [] } },
  ],
  [
    { name: "revoke-in-segments", ...group, permissions },
    { task: "maintain-permissions", fields: { group: "Segments", grant: [], revoke: lines } },
  ],
  [
    { name: "close-segment-group", ...group, securityGroups: ["ISSG"] },
    {
      task: "inactivate-security-group",
      fields: { group: "Segments", removeSecurityGroups: ["ISSG"] },
    },
  ],
  [
    { name: "add-segments-to-content", ...content },
    { task: "edit-learning-content", fields: { ...fields, add: ["Compliance"] } },
  ],
])("writes $name in the contract's words", (task, written) => {
  expect(toRunnerTask(task)).toEqual(written);
});
