import type { ApiClient } from "../model/api-client.ts";

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
