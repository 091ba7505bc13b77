import { clientOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { securityAdministration } from "../../tasks/task-in-words.ts";

/** The task that disables a client, and its field, are a guess: no source names them. */
export const disableApiClient: TaskKind<"disable-api-client"> = {
  name: "disable-api-client",
  title: "disabling the API client",
  describe: (draft) => `Disable the API client ${clientOf(draft)}`,
  takesEffect: true,
  hands: "person",
  inWords: (task) => ({
    title: "View API Clients",
    steps: [
      "On the tab of API clients for integrations, open the client by this name and edit it: check Disabled, press OK. Where there is no such client, there is nothing to do.",
    ],
    fields: [
      { field: "Client Name", value: task.clientName },
      { field: "Disabled", value: "checked" },
    ],
    needs: [securityAdministration],
  }),
};
