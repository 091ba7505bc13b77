import { activatedGroupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const inactivateSecurityGroup: TaskKind<"inactivate-security-group"> = {
  name: "inactivate-security-group",
  title: "inactivating the group",
  describe: (draft) => `Inactivate the group ${activatedGroupOf(draft)}`,
  takesEffect: false,
  hands: "any",
  shows: ({ groupName }) => ({ kind: "group", groupName, isActive: false }),
  inWords: (task) => ({
    title: "Edit Security Group",
    steps: ["Check Inactive, press OK, then Done."],
    fields: [
      { field: "Name", value: task.groupName },
      { field: "Inactive", value: "checked" },
    ],
    needs: [securityConfiguration],
  }),
};
