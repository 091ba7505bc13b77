import type { RotateDraft } from "../request/draft.ts";
import type { Kind } from "./kind.ts";
import { issued } from "./task-step.ts";
import { joinsInventory } from "./words.ts";

/** Another password for an account. */
export const rotate: Kind<RotateDraft> = {
  title: "New password",
  purpose: "another password, which takes effect at once",
  about: "a new password for ",
  note: () =>
    "An account has one password: from the moment it changes, whatever still uses the old one cannot sign on. For some seconds no version in Key Vault can be read. The new one has the same name there.",
  whereAdopted: `The password that it has is reset, and whoever uses that one cannot sign on any more: ask them first. ${joinsInventory}`,
  result: "what became of the password",
  atOnce: () => "The password changes at once, and whatever still uses the old one cannot sign on.",
  atOnceWhereAdopted:
    "The password that it has is reset at once, and whatever uses that one cannot sign on.",
  group: "kept",
  isSilentOnHoldings: true,
  // A new password takes effect at once, so the approval comes first and those who use it hear of the moment.
  plan: () => [
    { name: "approve-plan", hand: "approver" },
    { name: "tell-before", hand: "api" },
    { name: "issue-credential", hand: "api" },
    { name: "disable-old-versions", hand: "api" },
    { name: "tell-after", hand: "api" },
    { name: "verify", hand: "api" },
  ],
  // A password that was changed cannot be changed back.
  undo: () => [issued],
};
