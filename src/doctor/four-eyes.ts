import { activatesPolicies } from "../flows/step-kinds/facts.ts";
import { taskNames } from "../flows/tasks/task.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { type Finding, findingsOf } from "./finding.ts";

const { ok, warning, failed, notTried } = findingsOf("Slack");

/** Who of a list counts right now; `undefined` where Slack did not say all of it. */
export type Members = ReadonlySet<string> | undefined;

/** Whether what anybody asks for can be activated by a doer who is somebody else, where a person activates. */
export function judgeActivators(
  { name, hands, requestersMayActivate }: Pick<Tenant, "name" | "hands" | "requestersMayActivate">,
  requesters: Members,
  doers: Members,
): readonly Finding[] {
  const isByHand = taskNames.some((task) => activatesPolicies(task) && hands[task] === "person");
  if (!isByHand || requestersMayActivate === true) return [];
  const what = `who activates in ${name}`;
  if (requesters === undefined || doers === undefined) {
    return [notTried(what, "Slack did not say who all the requesters and doers are.")];
  }
  const [first, ...others] = doers;
  if (first === undefined || others.length > 0 || !requesters.has(first)) {
    return [ok(what, "Every requester finds a doer who is somebody else.")];
  }
  const words = `${first} is the only doer and may ask as well: nobody can activate what ${first} asks for.`;
  return [warning(what, words, "Name a second doer, or say requestersMayActivate: true.")];
}

/** Whether every request of a tenant can find an approver who is not its requester. */
export function judgeFourEyes(
  { name }: Pick<Tenant, "name">,
  requesters: Members,
  approvers: Members,
): Finding {
  const what = `four eyes of ${name}`;
  if (requesters === undefined || approvers === undefined) {
    return notTried(what, "Slack did not say who all the requesters and approvers are.");
  }
  const [first, ...others] = approvers;
  if (first === undefined) {
    const remedy = "Name a member by user id under approvers, or fill the user group.";
    return failed(what, "Nobody can approve.", remedy);
  }
  if (requesters.size === 0) {
    const remedy = "Name a member by user id under requesters, or fill the user group.";
    return warning(what, "Nobody can ask.", remedy);
  }
  if (others.length === 0 && requesters.has(first)) {
    const words = `${first} is the only approver and may ask as well: nobody can approve what ${first} asks for.`;
    return warning(what, words, "Name a second approver.");
  }
  return ok(what, "Every requester finds an approver who is somebody else.");
}
