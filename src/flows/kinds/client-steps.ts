import type { Account } from "../request/draft.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";

/** A client takes effect as soon as it is registered, so the approval comes first. */
export function planClient(steps: readonly Step[]): readonly Step[] {
  return [{ name: "approve-plan", hand: "approver" }, ...steps, { name: "verify", hand: "api" }];
}

/** Workday lets nobody delete a client: it can be disabled. */
export function endClient({ client }: Pick<Account, "client">): readonly Step[] {
  if (client === undefined) return [];
  return [
    byPerson({ name: "disable-api-client", clientName: client.name }),
    { name: "disable-client-secrets", hand: "api" },
  ];
}

/** Whatever the configuration says: their pages show secrets, and a runner's answer has no place for one. */
export function byPerson(task: Task): Step {
  return { name: task.name, hand: "person", task };
}
