import { userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { passwordRulesField } from "../../tasks/describe-policy.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

/**
 * It takes effect at once.
 * @see Kolleno, "Connect Workday to Kolleno" (Maintain Password Rules)
 */
export const exemptFromPasswordExpiry: TaskKind<"exempt-from-password-expiry"> = {
  name: "exempt-from-password-expiry",
  title: "the exemption from password expiration",
  describe: (draft) => `Exempt the account ${userOf(draft)} from password expiration`,
  takesEffect: true,
  hands: "page",
  shows: ({ userName }) => ({ kind: "exemption", userName, isExempt: true }),
  inWords: (task) => ({
    title: "Maintain Password Rules",
    steps: ["Add the user to those that are there, press OK, then Done. It takes effect at once."],
    fields: [{ field: passwordRulesField, value: task.userName }],
    needs: [securityAdministration],
  }),
};
