import { activatedGroupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const activateSecurityGroup: TaskKind<"activate-security-group"> = {
  name: "activate-security-group",
  title: "activating the group",
  describe: (draft) =>
    `Activate the group ${activatedGroupOf(draft)}: what it is granted counts at once`,
  takesEffect: true,
  effectOnGroup: "activates",
  hands: "any",
  shows: ({ groupName }) => ({ kind: "group", groupName, isActive: true }),
  inWords: (task) => ({
    title: "Edit Security Group",
    steps: ["Uncheck Inactive, press OK, then Done: what it is granted counts at once."],
    fields: [
      { field: "Name", value: task.groupName },
      { field: "Inactive", value: "not checked" },
    ],
    needs: [securityConfiguration],
  }),
};
