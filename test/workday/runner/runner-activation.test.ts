import { expect, it } from "vitest";
import { toRunnerTask } from "../../../src/workday/runner/task.ts";

it("is asked to activate with the comment, and to confirm", () => {
  expect(toRunnerTask({ name: "activate", comment: "ISU-7K3M9QXV: permissions" })).toEqual({
    task: "activate-pending-security-policy-changes",
    fields: { comment: "ISU-7K3M9QXV: permissions", confirm: true },
  });
});
