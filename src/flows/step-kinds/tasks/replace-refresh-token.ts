import { clientOf, userOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

/**
 * Its page shows the token once. That it offers to delete the old one is a guess: no source says so.
 * @see Kolleno, "Connect Workday to Kolleno"
 */
export const replaceRefreshToken: TaskKind<"replace-refresh-token"> = {
  name: "replace-refresh-token",
  title: "the refresh token",
  describe: (draft) =>
    `Generate another refresh token of ${clientOf(draft)} for ${userOf(draft)}, and enter it straight into Key Vault`,
  takesEffect: true,
  hands: "person",
  inWords: (task) => ({
    title: "Manage Refresh Tokens for Integrations",
    steps: [
      "From the client, choose the Workday account, press OK, check Generate New Refresh Token, press OK. The token is shown once: do not paste it into Slack.",
      "Where the page offers to delete the old token, do that when its consumers read the new one.",
    ],
    fields: [
      { field: "API Client", value: task.clientName },
      { field: "Workday Account", value: task.userName },
      { field: "Generate New Refresh Token", value: "checked" },
    ],
    needs: [securityAdministration],
  }),
};
