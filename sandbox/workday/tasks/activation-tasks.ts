import { z } from "zod";
import { activatePending, returnTo } from "../security.ts";
import { aTask, done, refused, type Task } from "./task.ts";

export const Confirmed = z.strictObject({
  comment: z.string().trim().min(1),
  confirm: z.boolean(),
});

export const notConfirmed = "Confirm is required: nothing was activated.";

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
];
