import { groupOf, userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const addGroupMember: TaskKind<"add-group-member"> = {
  name: "add-group-member",
  title: "the membership in the group",
  describe: (draft) => `Put ${userOf(draft)} into the group ${groupOf(draft)}`,
  takesEffect: true,
  effectOnGroup: "joins",
  hands: "any",
  shows: ({ groupName, userName }) => ({ kind: "member", groupName, userName, isIn: true }),
  inWords: (task) => ({
    title: "Edit Integration System Security Group",
    steps: ["Add the user under Integration System Users, press OK, then Done."],
    fields: [
      { field: "Name", value: task.groupName },
      { field: "Integration System Users", value: task.userName },
    ],
    needs: [securityConfiguration, "Integration Security"],
  }),
};
