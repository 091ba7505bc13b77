import { userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { inPolicy } from "../../tasks/describe-policy.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

export const removeFromAuthenticationPolicy: TaskKind<"remove-from-authentication-policy"> = {
  name: "remove-from-authentication-policy",
  title: "taking the account out of the authentication policy",
  describe: (draft) => `Take ${userOf(draft)} out of the authentication policy, pending`,
  takesEffect: false,
  changesSignOn: true,
  hands: "page",
  inWords: (task) => ({
    title: "Manage Authentication Policies",
    steps: ["Edit the policy, take the group out of it, press OK, then Done."],
    fields: inPolicy(task),
    needs: [securityAdministration],
  }),
};
