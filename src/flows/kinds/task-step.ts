import type { Account } from "../request/draft.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * The step of a task, with the hand that the tenant names for it. The implementation service is asked for
 * unconstrained groups only: people do what is about others.
 */
export function toTaskStep(task: Task, tenant: Tenant, about: Pick<Account, "group"> = {}): Step {
  const hand = tenant.hands[task.name];
  const { kind = "unconstrained" } = about.group ?? {};
  const isForPerson = hand === "implementation" && kind !== "unconstrained";
  return { name: task.name, hand: isForPerson ? "person" : hand, task };
}

/** A password that was issued is undone by disabling what is stored of it. */
export const issued = [
  "issue-credential",
  { name: "disable-secret", hand: "api" },
] as const satisfies readonly [StepName, Step];
