import { userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { passwordRulesField } from "../../tasks/describe-policy.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

export const removePasswordExemption: TaskKind<"remove-password-exemption"> = {
  name: "remove-password-exemption",
  title: "ending the exemption from password expiration",
  describe: (draft) => `End the exemption of ${userOf(draft)} from password expiration`,
  takesEffect: false,
  hands: "page",
  shows: ({ userName }) => ({ kind: "exemption", userName, isExempt: false }),
  inWords: (task) => ({
    title: "Maintain Password Rules",
    steps: ["Remove the user and nobody else, press OK, then Done."],
    fields: [{ field: `${passwordRulesField} (remove)`, value: task.userName }],
    needs: [securityAdministration],
  }),
};
