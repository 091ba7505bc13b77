import { type BusinessProcess, withoutProcesses } from "../model/business-process.ts";
import { bothOf, isNone, type Permissions, without } from "../model/permissions.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";

type GroupTask = Extract<Task, { readonly groupName: string; readonly permissions: Permissions }>;
type ProcessTask = Extract<Task, { readonly businessProcesses: readonly BusinessProcess[] }>;

/** A task that gives or takes a list of what a group may do. */
export type ListingTask = GroupTask | ProcessTask;

/** Each task that gives or takes what a group may do, with the one that does the opposite. */
const opposites = {
  "grant-permissions": "revoke-permissions",
  "revoke-permissions": "grant-permissions",
  "grant-in-segments": "revoke-in-segments",
  "revoke-in-segments": "grant-in-segments",
  "grant-business-processes": "revoke-business-processes",
  "revoke-business-processes": "grant-business-processes",
} as const satisfies Record<ListingTask["name"], ListingTask["name"]>;

/**
 * Which steps one of these comes before where it joins a plan; it comes before the activation's approval in any case. What
 * an account gets back comes before whatever it loses, in either of its groups: it never has neither.
 */
export const comesBefore: Readonly<Record<ListingTask["name"], readonly StepName[]>> = {
  "grant-permissions": ["revoke-permissions", "revoke-in-segments"],
  "revoke-permissions": ["grant-permissions"],
  "grant-in-segments": ["revoke-permissions", "revoke-in-segments"],
  "revoke-in-segments": [],
  "grant-business-processes": ["revoke-business-processes"],
  "revoke-business-processes": ["grant-business-processes"],
};

/** The task of a step, where it is one of these. */
export function findListing(step: Step): readonly ListingTask[] {
  return "task" in step && isListing(step.task) ? [step.task] : [];
}

function isListing(task: Task): task is ListingTask {
  return Object.hasOwn(opposites, task.name);
}

/** What the first does beyond the second. */
export function listBeyond(one: ListingTask, other: ListingTask): ListingTask {
  if ("permissions" in one && "permissions" in other)
    return { ...one, permissions: without(one.permissions, other.permissions) };
  if ("permissions" in one || "permissions" in other) return one;
  const businessProcesses = withoutProcesses(one.businessProcesses, other.businessProcesses);
  return { ...one, businessProcesses };
}

export function isNothing(task: ListingTask): boolean {
  return "permissions" in task ? isNone(task.permissions) : task.businessProcesses.length === 0;
}

/** What takes back what a task gave, or gives back what it took. */
export function toOpposite(task: ListingTask): ListingTask {
  return "permissions" in task
    ? { ...task, name: opposites[task.name] }
    : { ...task, name: opposites[task.name] };
}

/** What both do, each once. */
export function uniteTasks(one: ListingTask, other: ListingTask): ListingTask {
  if ("permissions" in one && "permissions" in other) {
    const more = without(other.permissions, one.permissions);
    return { ...one, permissions: bothOf(one.permissions, more) };
  }
  if ("permissions" in one || "permissions" in other) return one;
  const more = withoutProcesses(other.businessProcesses, one.businessProcesses);
  return { ...one, businessProcesses: [...one.businessProcesses, ...more] };
}
