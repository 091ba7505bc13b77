import type { TaskKind } from "../../request/step-kind.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

export const activateAuthenticationPolicies: TaskKind<"activate-authentication-policies"> = {
  name: "activate-authentication-policies",
  title: "the activation of the authentication policies",
  describe: () =>
    "Activate everything that is pending in the authentication policies, from whomever it is",
  takesEffect: false,
  activates: "authentication-policies",
  startLook:
    "whether the approval counts still and nothing has to wait; what is pending there it cannot see",
  hands: "page",
  inWords: (task) => ({
    title: "Activate All Pending Authentication Policy Changes",
    steps: [
      "Look at what is listed: it takes effect for everything that is pending in the authentication policies, at once.",
      "Type the comment, press OK, check Confirm, press OK.",
    ],
    fields: [
      { field: "Comment", value: task.comment },
      { field: "Confirm", value: "checked" },
    ],
    needs: [securityAdministration],
  }),
};
