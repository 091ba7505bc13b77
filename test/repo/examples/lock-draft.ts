import type { Account, Asked } from "../../../src/flows/request/draft.ts";

/** Nobody signs on as the account until its next new password. */
export interface LockDraft extends Asked, Account {
  readonly kind: "lock";
}
