import { groupOf, userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const removeGroupMember: TaskKind<"remove-group-member"> = {
  name: "remove-group-member",
  title: "taking the account out of the group",
  describe: (draft) => `Take ${userOf(draft)} out of the group ${groupOf(draft)}`,
  takesEffect: true,
  hands: "any",
  shows: ({ groupName, userName }) => ({ kind: "member", groupName, userName, isIn: false }),
  inWords: (task) => ({
    title: "Edit Integration System Security Group",
    steps: ["Remove the user under Integration System Users, press OK, then Done."],
    fields: [
      { field: "Name", value: task.groupName },
      { field: "Integration System Users (remove)", value: task.userName },
    ],
    needs: [securityConfiguration, "Integration Security"],
  }),
};
