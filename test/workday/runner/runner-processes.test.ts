import { expect, it } from "vitest";
import { toRunnerTask } from "../../../src/workday/runner/task.ts";

const named = { policy: "Contact Change", action: "Change (Web Service)" };
const unnamed = { policy: "Contact Change" };

it("writes the granting of business processes in the contract's words", () => {
  const task = { name: "grant-business-processes", groupName: "ISSG" } as const;

  expect(toRunnerTask({ ...task, businessProcesses: [named] })).toEqual({
    task: "edit-business-process-security-policy",
    fields: { group: "ISSG", add: [named], remove: [] },
  });
});

it("writes the taking away of business processes in the contract's words", () => {
  const task = { name: "revoke-business-processes", groupName: "ISSG" } as const;

  expect(toRunnerTask({ ...task, businessProcesses: [unnamed] })).toEqual({
    task: "edit-business-process-security-policy",
    fields: { group: "ISSG", add: [], remove: [unnamed] },
  });
});
