import type { Kind } from "../../../src/flows/kinds/kind.ts";
import type { LockDraft } from "./lock-draft.ts";

/** An account gets a password that nobody knows. */
export const lock: Kind<LockDraft> = {
  title: "Lock of an account",
  purpose: "that nobody signs on as an account until its next new password",
  about: "the lock of ",
  note: () => "The account stays, with what it may do. A new password opens it again.",
  atOnce: () => "Whatever uses the account cannot sign on any more.",
  group: "kept",
  isSilentOnHoldings: true,
  // It takes effect at once, so the approval comes first. A password that was changed cannot be changed back.
  plan: () => [
    { name: "approve-plan", hand: "approver" },
    { name: "scramble-user", hand: "api" },
    { name: "disable-secret", hand: "api" },
    { name: "verify", hand: "api" },
  ],
};
