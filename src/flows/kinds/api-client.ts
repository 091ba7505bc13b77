import type { ClientDraft } from "../request/draft.ts";
import { byPerson, planClient } from "./client-steps.ts";
import type { Kind } from "./kind.ts";
import { joinsInventory } from "./words.ts";

/** An API client for an account. */
export const apiClient: Kind<ClientDraft> = {
  title: "API client",
  purpose: "an API client, which takes effect at once",
  about: "an API client for ",
  note: () =>
    "Whoever holds the three values signs on as the account. A person registers the client in Workday, which shows them once; they are entered on the bot's own page or with a command, and never in Slack.",
  whereAdopted: joinsInventory,
  result: "where the client's values are",
  atOnce: () =>
    "Whoever holds the client's id, its secret and the refresh token signs on as the account, as soon as it is registered.",
  makes: "client",
  group: "kept",
  isSilentOnHoldings: true,
  plan: ({ userName, client }) =>
    planClient([
      byPerson({ name: "register-api-client", userName, client }),
      { name: "disable-old-client-secrets", hand: "api" },
    ]),
  undo: ({ client }) => [
    ["register-api-client", byPerson({ name: "disable-api-client", clientName: client.name })],
    ["register-api-client", { name: "disable-client-secrets", hand: "api" }],
  ],
};
