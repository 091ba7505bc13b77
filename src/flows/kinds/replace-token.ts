import type { ClientDraft } from "../request/draft.ts";
import { byPerson, planClient } from "./client-steps.ts";
import type { Kind } from "./kind.ts";
import { joinsInventory } from "./words.ts";

/** Another refresh token for an account's API client. */
export const replaceToken: Kind<ClientDraft> = {
  title: "New refresh token",
  purpose: "another refresh token for an API client, which takes effect at once",
  about: "a new refresh token for ",
  note: () =>
    "Workday shows the new token once; it is entered on the bot's own page or with a command, and never in Slack. Consumers read it from Key Vault under the same name.",
  whereAdopted: joinsInventory,
  result: "where the new token is",
  atOnce: () => "A new refresh token signs on as the account as soon as it is generated.",
  group: "kept",
  isSilentOnHoldings: true,
  plan: ({ userName, client }) =>
    planClient([
      byPerson({ name: "replace-refresh-token", userName, clientName: client.name }),
      { name: "disable-old-client-secrets", hand: "api" },
    ]),
  // A token that was made stays made: only what is stored is undone.
  undo: () => [["replace-refresh-token", { name: "disable-client-secrets", hand: "api" }]],
};
