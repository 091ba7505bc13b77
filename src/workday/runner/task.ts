import type { BusinessProcess } from "../../flows/model/business-process.ts";
import { accesses, type Permissions } from "../../flows/model/permissions.ts";
import { isClientTask } from "../../flows/tasks/client-task.ts";
import {
  isSegmentTask,
  type SegmentTask,
  segmentGroupType,
} from "../../flows/tasks/segment-task.ts";
import { isSignOnTask, type SignOnTask } from "../../flows/tasks/sign-on-task.ts";
import { groupTypeOf, type Task } from "../../flows/tasks/task.ts";

/** A task as the runner's contract names it. */
export interface RunnerTask {
  readonly task: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Writes a task in the contract's words (`docs/reference/runner.md`). */
// oxlint-disable-next-line complexity, max-lines-per-function -- one arm for each task
export function toRunnerTask(task: Task): RunnerTask {
  if (isSignOnTask(task)) return toSignOnTask(task);
  if (isSegmentTask(task)) return toSegmentTask(task);
  if (isClientTask(task)) throw new Error(`${task.name} is a person's: no runner is asked for it`);
  switch (task.name) {
    case "create-security-group":
      return {
        task: "create-security-group",
        fields: {
          name: task.groupName,
          type: groupTypeOf(task),
          ...(task.constrained && { ...task.constrained }),
          ...(task.isInactive === true && { inactive: true }),
        },
      };
    case "add-group-member":
    case "remove-group-member":
      return { task: task.name, fields: { group: task.groupName, user: task.userName } };
    case "grant-permissions":
      return maintain(task.groupName, { grant: toGrants(task.permissions), revoke: [] });
    case "revoke-permissions":
      return maintain(task.groupName, { grant: [], revoke: toGrants(task.permissions) });
    case "activate":
      return {
        task: "activate-pending-security-policy-changes",
        fields: { comment: task.comment, confirm: true },
      };
    case "grant-business-processes":
      return editProcesses(task.groupName, { add: task.businessProcesses, remove: [] });
    case "revoke-business-processes":
      return editProcesses(task.groupName, { add: [], remove: task.businessProcesses });
    case "inactivate-security-group":
      return { task: "inactivate-security-group", fields: { group: task.groupName } };
    case "activate-security-group":
      return { task: "activate-security-group", fields: { group: task.groupName } };
    case "activate-previous-timestamp":
      return {
        task: "activate-previous-security-timestamp",
        fields: {
          timestamp: toIso(task.timestamp),
          newest: toIso(task.newest),
          comment: task.comment,
          confirm: true,
        },
      };
  }
}

function toSignOnTask(task: SignOnTask): RunnerTask {
  switch (task.name) {
    case "exempt-from-password-expiry":
      return { task: "exempt-from-password-expiration", fields: { user: task.userName } };
    case "remove-password-exemption":
      return { task: "remove-password-exemption", fields: { user: task.userName } };
    case "switch-off-token-sign-on":
      return {
        task: "configure-web-service-security",
        fields: { user: task.userName, x509: false, saml: false },
      };
    case "allow-in-authentication-policy":
      return {
        task: "manage-authentication-policies",
        fields: { ...inPolicy(task), types: task.allowedTypes },
      };
    case "remove-from-authentication-policy":
      return { task: "remove-from-authentication-policy", fields: inPolicy(task) };
    case "activate-authentication-policies":
      return {
        task: "activate-all-pending-authentication-policy-changes",
        fields: { comment: task.comment, confirm: true },
      };
  }
}

function toSegmentTask(task: SegmentTask): RunnerTask {
  switch (task.name) {
    case "create-segment-group":
      return {
        task: "create-security-group",
        fields: {
          name: task.groupName,
          type: segmentGroupType,
          securityGroups: task.securityGroups,
          segments: task.segments,
          ...(task.isInactive === true && { inactive: true }),
        },
      };
    case "grant-in-segments":
      return maintain(task.groupName, { grant: toGrants(task.permissions), revoke: [] });
    case "revoke-in-segments":
      return maintain(task.groupName, { grant: [], revoke: toGrants(task.permissions) });
    case "close-segment-group":
      return {
        task: "inactivate-security-group",
        fields: { group: task.groupName, removeSecurityGroups: task.securityGroups },
      };
    case "add-segments-to-content":
      return {
        task: "edit-learning-content",
        fields: { content: task.content, kind: task.kind, add: task.names },
      };
  }
}

function inPolicy({
  userName,
  groupName,
  policy,
}: Omit<
  Extract<Task, { name: "remove-from-authentication-policy" }>,
  "name"
>): RunnerTask["fields"] {
  return { user: userName, group: groupName, ...(policy !== undefined && { policy }) };
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}

/** An action that is not named stays out: the policy's initiating web-service action is meant. */
function editProcesses(
  group: string,
  changes: {
    readonly add: readonly BusinessProcess[];
    readonly remove: readonly BusinessProcess[];
  },
): RunnerTask {
  return { task: "edit-business-process-security-policy", fields: { group, ...changes } };
}

interface Grant {
  readonly domain: string;
  readonly access: readonly string[];
}

function maintain(
  group: string,
  changes: { readonly grant: readonly Grant[]; readonly revoke: readonly Grant[] },
): RunnerTask {
  return { task: "maintain-permissions", fields: { group, ...changes } };
}

/** One entry a domain, with every access to it. */
function toGrants(permissions: Permissions): readonly Grant[] {
  const domains = new Set(accesses.flatMap((access) => permissions[access]));
  return [...domains].map((domain) => ({
    domain,
    access: accesses.filter((access) => permissions[access].includes(domain)),
  }));
}
