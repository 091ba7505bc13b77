import { isListed } from "../../../unicode/look-alike.ts";
import { refuse, type StepContext, type StepResult } from "../../lifecycle/step-context.ts";
import { listPermissions } from "../../model/permissions.ts";
import { describeProtectedAccount, describeProtectedGroup } from "../../request/protected.ts";
import type { Task } from "../../tasks/task.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { implementGroup } from "./implement-group.ts";
import { implementPermissions } from "./implement-permissions.ts";

const noOperation =
  "Workday has no operation that does this. Ask the bot's operator to name a runner or a person for it, then withdraw and ask again.";

/** Carries one task out through Workday's implementation service. Each is an ensure: safe to repeat. */
export async function handToImplementation(acting: StepContext, task: Task): Promise<StepResult> {
  const { implementation, tenant } = acting.place;
  if (implementation === undefined) {
    return refuse(
      "The configuration does not switch Workday's implementation service on any more. Ask the bot's operator to switch it on again, then press Try again; or withdraw.",
    );
  }
  const why = findProtected(task, tenant);
  if (why !== undefined) return refuse(`${why} Nothing was touched.`);
  return (
    implementGroup(acting, implementation, task) ??
    implementPermissions(acting, implementation, task) ??
    refuse(noOperation)
  );
}

/**
 * What must never be the object of a request is not one, whatever was allowed when it was asked for.
 *
 * @returns a sentence that says what is protected; `undefined` where nothing is
 */
export function findProtected(task: Task, tenant: Tenant): string | undefined {
  if ("groupName" in task) {
    const why = describeProtectedGroup(task.groupName, tenant);
    if (why !== undefined) return why;
  }
  if ("userName" in task) {
    const why = describeProtectedAccount(task.userName, tenant);
    if (why !== undefined) return why;
  }
  if (task.name !== "grant-permissions") return undefined;
  const refused = listPermissions(task.permissions).find(({ domain }) =>
    isListed(domain, tenant.refusedDomains),
  );
  return refused && `The domain ${refused.domain} is refused by the configuration.`;
}
