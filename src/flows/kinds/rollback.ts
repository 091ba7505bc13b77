import { formatUtc } from "../model/ids.ts";
import type { RollbackDraft } from "../request/draft.ts";
import { listRegained } from "../request/rollback.ts";
import type { Step } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";
import { toComment } from "./comment.ts";
import type { Kind, Place } from "./kind.ts";
import { toTaskStep } from "./task-step.ts";

/** The way back to an earlier activation. It can be undone by an activation only. */
export const rollback: Kind<RollbackDraft> = {
  title: "Roll back",
  purpose: "the way back to an earlier activation",
  about: ({ to }) => `the way back to ${formatUtc(to.at)}`,
  subject: "an earlier security timestamp",
  note: () =>
    "It takes effect at once. The next activation makes the later changes live again, whoever makes it.",
  atOnce: () =>
    "It takes effect at once. What was activated later is pending again: the next activation makes it live again.",
  group: "kept",
  plan,
  // A removal that is undone gives a permission back.
  widens: (draft) => listRegained(draft).map(({ policy }) => policy),
  undoes: ({ undone }) => undone,
};

/** It takes effect at once, so the approval comes first. */
function plan(draft: RollbackDraft, { tenant, id }: Place): readonly Step[] {
  const { to, undone } = draft;
  const [active = to] = undone;
  const task: Task = {
    name: "activate-previous-timestamp",
    timestamp: to.at,
    newest: active.at,
    comment: toComment(id, `back to the timestamp of ${formatUtc(to.at)}, as approved.`, draft),
  };
  return [
    { name: "approve-plan", hand: "approver" },
    toTaskStep(task, tenant),
    { name: "verify", hand: "api" },
  ];
}
