import type { ApiClient } from "../model/api-client.ts";
import type { TaskInWords } from "./task-in-words.ts";

/** A task about an API client: always a person's, since a runner's answer has no place for a secret. */
export type ClientTask =
  /** Its pages show the client's values once. */
  | { readonly name: "register-api-client"; readonly userName: string; readonly client: ApiClient }
  /** Its page shows the token once. */
  | {
      readonly name: "replace-refresh-token";
      readonly userName: string;
      readonly clientName: string;
    }
  | { readonly name: "disable-api-client"; readonly clientName: string };

export const clientTaskNames = [
  "register-api-client",
  "replace-refresh-token",
  "disable-api-client",
] as const satisfies readonly ClientTask["name"][];

export function isClientTask(task: { readonly name: string }): task is ClientTask {
  return clientTaskNames.some((name) => name === task.name);
}

const needs = ["Security Administration (functional area System)"];

/**
 * Says a task in Workday's words. The task that disables a client, and its field, are a guess: no source names
 * them; so is that the page of the tokens offers to delete one.
 * @see Kolleno, "Connect Workday to Kolleno"
 */
// oxlint-disable-next-line max-lines-per-function -- one arm for each task
export function describeClientTask(task: ClientTask): TaskInWords {
  switch (task.name) {
    case "register-api-client":
      return {
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
        needs,
      };
    case "replace-refresh-token":
      return {
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
        needs,
      };
    case "disable-api-client":
      return {
        title: "View API Clients",
        steps: [
          "On the tab of API clients for integrations, open the client by this name and edit it: check Disabled, press OK. Where there is no such client, there is nothing to do.",
        ],
        fields: [
          { field: "Client Name", value: task.clientName },
          { field: "Disabled", value: "checked" },
        ],
        needs,
      };
  }
}

function describeChecked(isChecked: boolean): string {
  return isChecked ? "checked" : "not checked";
}
