import { isEdit } from "../../kinds/facts.ts";
import { groupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { describeProcesses } from "../../tasks/describe-processes.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const revokeBusinessProcesses: TaskKind<"revoke-business-processes"> = {
  name: "revoke-business-processes",
  title: "taking the business processes away",
  describe: (draft) =>
    isEdit(draft)
      ? `Take the group ${groupOf(draft)} out of business processes, pending`
      : `Take the group ${groupOf(draft)} out of the business processes that it may initiate`,
  takesEffect: false,
  changesPolicies: true,
  hands: "process",
  shows: ({ groupName, businessProcesses }) => ({
    kind: "processes",
    groupName,
    businessProcesses,
    change: "Removed",
  }),
  inWords: (task) => ({
    title: "Edit Business Process Security Policy",
    steps: [
      "For each business process: take the group out of the initiating action (web service), press OK, then Done.",
    ],
    fields: describeProcesses(task, "Initiating actions to take the group out of"),
    needs: [securityConfiguration],
  }),
};
