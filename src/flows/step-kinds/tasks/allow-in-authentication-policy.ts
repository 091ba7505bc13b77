import { asked, userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { inPolicy } from "../../tasks/describe-policy.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";
import type { AuthenticationPolicy } from "../../tenant/tenant.ts";
import { truncate } from "../../text/truncate.ts";

export const allowInAuthenticationPolicy: TaskKind<"allow-in-authentication-policy"> = {
  name: "allow-in-authentication-policy",
  title: "the authentication policy",
  describe: (draft) =>
    `Let ${userOf(draft)} sign on in the authentication policy (${describeTypes(asked(draft).authenticationPolicy)}), pending`,
  takesEffect: false,
  changesSignOn: true,
  hands: "page",
  inWords: (task) => ({
    title: "Manage Authentication Policies",
    steps: [
      "Edit the policy, allow the group these authentication types, press OK, then Done. Do not activate anything yet.",
    ],
    fields: [
      ...inPolicy(task),
      { field: "Allowed Authentication Types", value: task.allowedTypes.join("\n") },
    ],
    needs: [securityAdministration],
  }),
};

function describeTypes(policy: AuthenticationPolicy | undefined): string {
  return truncate((policy?.allowedTypes ?? []).join(", "), 300);
}
