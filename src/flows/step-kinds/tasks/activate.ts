import type { TaskKind } from "../../request/step-kind.ts";
import { securityConfiguration } from "../../tasks/task-in-words.ts";

export const activate: TaskKind<"activate"> = {
  name: "activate",
  title: "the activation",
  describe: () => "Activate pending security policy changes",
  takesEffect: false,
  activates: "security-policies",
  startLook: "whether what is pending is still what was approved",
  hands: "activating",
  inWords: (task) => ({
    title: "Activate Pending Security Policy Changes",
    steps: [
      "Look at what is listed: it takes effect for everything that is pending, at once.",
      "Type the comment, press OK, check Confirm, press OK.",
    ],
    fields: [
      { field: "Comment", value: task.comment },
      { field: "Confirm", value: "checked" },
    ],
    needs: [securityConfiguration],
  }),
};
