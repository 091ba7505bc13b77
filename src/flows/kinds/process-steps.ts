import type { Account } from "../request/draft.ts";
import type { ProcessChange } from "../request/permission-change.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Undo } from "./kind.ts";
import { toTaskStep } from "./task-step.ts";

/** Nothing where there are none. */
export function planProcesses(
  name: "grant-business-processes" | "revoke-business-processes",
  { groupName, businessProcesses = [] }: Pick<Account, "groupName" | "businessProcesses">,
  tenant: Tenant,
): readonly Step[] {
  const task: Task = { name, groupName, businessProcesses };
  return businessProcesses.length === 0 ? [] : [toTaskStep(task, tenant)];
}

export function undoProcesses(
  { groupName }: Pick<Account, "groupName">,
  { added, removed }: ProcessChange,
  tenant: Tenant,
): Undo {
  const taken = { groupName, businessProcesses: added };
  const given = { groupName, businessProcesses: removed };
  const revoke = planProcesses("revoke-business-processes", taken, tenant);
  const grant = planProcesses("grant-business-processes", given, tenant);
  return [
    ...revoke.map((step) => ["grant-business-processes", step] as const),
    ...grant.map((step) => ["revoke-business-processes", step] as const),
  ];
}
