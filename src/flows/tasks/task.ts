import { type BusinessProcess } from "../model/business-process.ts";
import type { ConstrainedGroup } from "../model/group-settings.ts";
import { type Instant } from "../model/ids.ts";
import type { Permissions } from "../model/permissions.ts";
import { type ClientTask, clientTaskNames } from "./client-task.ts";
import { type SegmentTask, segmentTaskNames } from "./segment-task.ts";
import { type SignOnTask, signOnTaskNames } from "./sign-on-task.ts";

/** A task that Workday has no public web service for, so a runner or a person carries it out. */
export type Task =
  | {
      readonly name: "create-security-group";
      readonly groupName: string;
      /** Absent: unconstrained. */
      readonly constrained?: Omit<ConstrainedGroup, "kind">;
      /** Absent: active. */
      readonly isInactive?: boolean;
    }
  | {
      readonly name: "add-group-member";
      readonly groupName: string;
      readonly userName: string;
    }
  | {
      readonly name: "grant-permissions";
      readonly groupName: string;
      readonly permissions: Permissions;
    }
  | { readonly name: "activate"; readonly comment: string }
  | {
      readonly name: "revoke-permissions";
      readonly groupName: string;
      readonly permissions: Permissions;
    }
  | {
      readonly name: "remove-group-member";
      readonly groupName: string;
      readonly userName: string;
    }
  | { readonly name: "inactivate-security-group"; readonly groupName: string }
  | { readonly name: "activate-security-group"; readonly groupName: string }
  | {
      readonly name: "activate-previous-timestamp";
      readonly timestamp: Instant;
      /** The newest activation, as approved: with another one nothing may be done. */
      readonly newest: Instant;
      readonly comment: string;
    }
  | {
      readonly name: "grant-business-processes";
      readonly groupName: string;
      readonly businessProcesses: readonly BusinessProcess[];
    }
  | {
      readonly name: "revoke-business-processes";
      readonly groupName: string;
      readonly businessProcesses: readonly BusinessProcess[];
    }
  | SignOnTask
  | ClientTask
  | SegmentTask;

export type TaskName = Task["name"];

export type TaskOf<Name extends TaskName> = Extract<Task, { readonly name: Name }>;

/** Every task, for schemas. */
export const taskNames = [
  "create-security-group",
  "add-group-member",
  "grant-permissions",
  "activate",
  "revoke-permissions",
  "remove-group-member",
  "inactivate-security-group",
  "activate-security-group",
  "activate-previous-timestamp",
  "grant-business-processes",
  "revoke-business-processes",
  ...signOnTaskNames,
  ...clientTaskNames,
  ...segmentTaskNames,
] as const satisfies readonly TaskName[];

/** Answers for every task. */
export function forEachTask<Value>(answer: (name: TaskName) => Value): Record<TaskName, Value> {
  const answers = taskNames.map((name) => [name, answer(name)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was made from all the names
  return Object.fromEntries(answers) as Record<TaskName, Value>;
}

/** `implementation` is Workday's implementation service: only for groups, members and permissions. */
export type TaskHand = "runner" | "person" | "implementation";

/** A group that is to be made. */
export type NewGroup = Extract<Task, { name: "create-security-group" }>;

/** As Workday names the type of a group that is made. */
export function groupTypeOf({ constrained }: Pick<NewGroup, "constrained">): string {
  const kind = constrained === undefined ? "Unconstrained" : "Constrained";
  return `Integration System Security Group (${kind})`;
}
