import type { ClientDraft } from "../request/draft.ts";
import { endClient, planClient } from "./client-steps.ts";
import type { Kind } from "./kind.ts";
import { joinsInventory } from "./words.ts";

/** The end of an account's API client. A client that was disabled stays so: nothing is undone. */
export const disableClient: Kind<ClientDraft> = {
  title: "End of an API client",
  purpose: "the end of an API client",
  about: "the end of the API client of ",
  note: () =>
    "Whatever uses the client cannot sign on any more. Workday lets nobody delete a client: it stays, disabled.",
  whereAdopted: joinsInventory,
  atOnce: () => "Whatever uses the client cannot sign on any more.",
  ends: "client",
  group: "kept",
  isSilentOnHoldings: true,
  plan: (draft) => planClient(endClient(draft)),
};
