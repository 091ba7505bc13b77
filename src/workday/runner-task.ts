import { accesses, type Permissions } from "../flows/permissions.ts";
import type { Task } from "../flows/task.ts";

/** A task as the runner's contract names it. */
export interface RunnerTask {
  readonly task: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Writes a task in the contract's words (`docs/reference/runner.md`). */
export function toRunnerTask(task: Task): RunnerTask {
  switch (task.name) {
    case "create-security-group":
      return {
        task: "create-security-group",
        fields: {
          name: task.groupName,
          type: "Integration System Security Group (Unconstrained)",
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
    case "inactivate-security-group":
      return { task: "inactivate-security-group", fields: { group: task.groupName } };
  }
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
