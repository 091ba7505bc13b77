import { z } from "zod";
import { findAccount } from "../accounts.ts";
import { activatePending, returnTo } from "../security.ts";
import { aTask, done, refused, type Task } from "./task.ts";

const Confirmed = z.strictObject({ comment: z.string().trim().min(1), confirm: z.boolean() });

const notConfirmed = "Confirm is required: nothing was activated.";

/** The activations, and the way back. An activation takes everything that is pending in the tenant. */
export const activationTasks: readonly Task[] = [
  aTask({
    name: "activate-pending-security-policy-changes",
    fields: Confirmed,
    perform(state, { comment, confirm }, by) {
      if (!confirm) return refused(notConfirmed);
      const { changes } = activatePending(state, comment, by);
      return done(`${changes.length} pending security policy changes are active.`);
    },
  }),
  aTask({
    name: "activate-previous-security-timestamp",
    fields: z.strictObject({
      timestamp: z.iso.datetime(),
      comment: z.string().trim().min(1),
      confirm: z.boolean(),
    }),
    perform(state, { timestamp, confirm }) {
      if (!confirm) return refused(notConfirmed);
      const at = Date.parse(timestamp);
      const found = state.timestamps.findLast((entry) => entry.at === at);
      if (found === undefined) return refused(`There is no security timestamp ${timestamp}.`);
      if (found === state.timestamps.at(-1))
        return refused(`${timestamp} is the active timestamp.`);
      returnTo(state, found);
      return done(`The timestamp of ${timestamp} is active; later changes are pending again.`);
    },
  }),
  aTask({
    name: "manage-authentication-policies",
    fields: z.strictObject({ user: z.string().min(1) }),
    perform(state, { user }) {
      if (state.authenticationPolicy === undefined) {
        return refused("The tenant has no authentication policy.");
      }
      if (findAccount(state, user) === undefined) {
        return refused(`There is no Workday account "${user}".`);
      }
      state.authenticationPolicy.pending.add(user.toLowerCase());
      return done(`"${user}" is to be allowed by the authentication policy, pending activation.`);
    },
  }),
  aTask({
    name: "activate-all-pending-authentication-policy-changes",
    fields: Confirmed,
    perform(state, { confirm }) {
      const policy = state.authenticationPolicy;
      if (policy === undefined) return refused("The tenant has no authentication policy.");
      if (!confirm) return refused(notConfirmed);
      for (const user of policy.pending) policy.allowed.add(user);
      policy.pending.clear();
      return done("All pending authentication policy changes are active.");
    },
  }),
];
