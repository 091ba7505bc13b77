import { groupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { describeProcesses } from "../../tasks/describe-processes.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const grantBusinessProcesses: TaskKind<"grant-business-processes"> = {
  name: "grant-business-processes",
  title: "the business processes",
  describe: (draft) =>
    `Let the group ${groupOf(draft)} initiate business processes by web service, pending`,
  takesEffect: false,
  changesPolicies: true,
  hands: "process",
  shows: ({ groupName, businessProcesses }) => ({
    kind: "processes",
    groupName,
    businessProcesses,
    change: "Added",
  }),
  inWords: (task) => ({
    title: "Edit Business Process Security Policy",
    steps: [
      "For each business process: find its initiating action (web service), add the group there, press OK, then Done. Do not activate anything yet.",
    ],
    fields: describeProcesses(task, "Initiating actions to add the group to"),
    needs: [securityConfiguration],
  }),
};
