import { z } from "zod";
import { findAccount } from "../accounts.ts";
import type { TenantState } from "../state.ts";
import { Confirmed, notConfirmed } from "./activation-tasks.ts";
import { aTask, done, refused, type Task, type TaskOutcome } from "./task.ts";

const noPolicy = "The tenant has no authentication policy.";

const InPolicy = z.strictObject({
  user: z.string().min(1),
  /** A policy allows a group; a page that is filled in by hand names the user alone. */
  group: z.string().min(1).optional(),
  policy: z.string().min(1).optional(),
});

/** What people do to authentication policies. A change is pending until all that are pending are activated. */
export const authenticationTasks: readonly Task[] = [
  aTask({
    name: "manage-authentication-policies",
    fields: InPolicy.extend({ types: z.array(z.string().min(1)).min(1).optional() }),
    perform(state, { user, group }) {
      const problem = findProblem(state, user, group);
      if (problem !== undefined) return problem;
      state.authenticationPolicy?.removing.delete(user.toLowerCase());
      state.authenticationPolicy?.pending.add(user.toLowerCase());
      return done(`"${user}" is to be allowed by the authentication policy, pending activation.`);
    },
  }),
  aTask({
    name: "remove-from-authentication-policy",
    fields: InPolicy,
    perform(state, { user, group }) {
      const problem = findProblem(state, user, group);
      if (problem !== undefined) return problem;
      const policy = state.authenticationPolicy;
      const wasPending = policy?.pending.delete(user.toLowerCase()) === true;
      if (policy?.allowed.has(user.toLowerCase()) === true) {
        policy.removing.add(user.toLowerCase());
        return done(`"${user}" is to be allowed no more, pending activation.`);
      }
      return wasPending
        ? done(`"${user}" is not to be allowed any more.`)
        : refused(`The authentication policy does not name "${user}".`);
    },
  }),
  aTask({
    name: "activate-all-pending-authentication-policy-changes",
    fields: Confirmed,
    perform(state, { confirm }) {
      const policy = state.authenticationPolicy;
      if (policy === undefined) return refused(noPolicy);
      if (!confirm) return refused(notConfirmed);
      for (const user of policy.pending) policy.allowed.add(user);
      for (const user of policy.removing) policy.allowed.delete(user);
      policy.pending.clear();
      policy.removing.clear();
      return done("All pending authentication policy changes are active.");
    },
  }),
];

function findProblem(
  state: TenantState,
  user: string,
  group: string | undefined,
): TaskOutcome | undefined {
  if (state.authenticationPolicy === undefined) return refused(noPolicy);
  if (findAccount(state, user) === undefined) {
    return refused(`There is no Workday account "${user}".`);
  }
  if (group === undefined || state.groups.has(group.toLowerCase())) return undefined;
  return refused(`There is no security group "${group}".`);
}
