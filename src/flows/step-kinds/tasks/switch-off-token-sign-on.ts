import { userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

/**
 * What is left to do where the tenant does not let its web service switch x509 and SAML off. The page's fields are a
 * guess.
 */
export const switchOffTokenSignOn: TaskKind<"switch-off-token-sign-on"> = {
  name: "switch-off-token-sign-on",
  title: "switching x509 and SAML off",
  describe: (draft) => `See that x509 and SAML of the account ${userOf(draft)} are off`,
  takesEffect: true,
  hands: "page",
  isDoneWhereShown: true,
  shows: ({ userName }) => ({ kind: "token-sign-on", userName }),
  inWords: (task) => ({
    title: "Configure Web Service Security",
    steps: [
      "Open it for the user, clear every Enable checkbox of x509 and SAML, press OK, then Done. It takes effect at once.",
    ],
    fields: [{ field: "User", value: task.userName }],
    needs: [securityAdministration],
  }),
};
