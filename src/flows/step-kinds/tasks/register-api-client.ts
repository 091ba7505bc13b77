import { clientOf, userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

/**
 * Its pages show the client's values once.
 * @see Kolleno, "Connect Workday to Kolleno"
 */
export const registerApiClient: TaskKind<"register-api-client"> = {
  name: "register-api-client",
  title: "the API client",
  describe: (draft) =>
    `Register the API client ${clientOf(draft)} with a refresh token for ${userOf(draft)}, and enter both straight into Key Vault`,
  takesEffect: true,
  hands: "person",
  inWords: (task) => ({
    title: "Register API Client for Integrations",
    steps: [
      "Fill in the client and press OK. Compare the summary that Workday shows with the fields below. It shows the client id and the client secret once: do not press Done yet.",
      "From the client, choose API Client > Manage Refresh Tokens for Integrations, choose the Workday account, press OK, check Generate New Refresh Token, press OK. The token is shown once.",
      "Paste none of the three into Slack.",
    ],
    fields: [
      { field: "Client Name", value: task.client.name },
      {
        field: "Non-Expiring Refresh Tokens",
        value: describeChecked(task.client.nonExpiringRefreshTokens),
      },
      { field: "Scope (Functional Areas)", value: task.client.functionalAreas.join("\n") },
      {
        field: "Include Workday Owned Scope",
        value: describeChecked(task.client.includeWorkdayOwnedScope),
      },
      { field: "Workday Account (of the refresh token)", value: task.userName },
      { field: "Generate New Refresh Token", value: "checked" },
    ],
    needs: [securityAdministration],
  }),
};

function describeChecked(isChecked: boolean): string {
  return isChecked ? "checked" : "not checked";
}
