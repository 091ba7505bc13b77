import { formatUtc } from "../../model/ids.ts";
import type { Draft } from "../../request/draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const activatePreviousTimestamp: TaskKind<"activate-previous-timestamp"> = {
  name: "activate-previous-timestamp",
  title: "the roll back",
  describe: (draft) => describeRollback(draft),
  takesEffect: false,
  activates: "earlier-timestamp",
  startLook: "whether the newest activation is still the one that was approved",
  hands: "activating",
  inWords: (task) => ({
    title: "Activate Previous Security Timestamp",
    steps: [
      `Look at View All Security Timestamps first: the newest has to be of ${formatUtc(task.newest)}. If it is another one, do nothing and press I can't.`,
      "Choose the timestamp, type the comment, press OK, check Confirm, press OK.",
    ],
    fields: [
      { field: "Security Timestamp", value: formatUtc(task.timestamp) },
      { field: "Comment", value: task.comment },
      { field: "Confirm", value: "checked" },
    ],
    needs: [securityConfiguration],
  }),
};

function describeRollback(draft: Draft): string {
  const where = "to" in draft ? ` of ${formatUtc(draft.to.at)}` : "";
  return `Go back to the security timestamp${where}: what was activated after it becomes pending again`;
}
