import type { DelegationId, Instant, PersonId, TenantName } from "../model/ids.ts";
import type { Delegation, DelegationRefusal } from "../request/delegation.ts";

/** What came of a delegation that somebody sent. */
export type DelegationReply =
  | { readonly kind: "delegated"; readonly delegation: Delegation }
  | { readonly kind: "ended"; readonly delegation: Delegation }
  | { readonly kind: "refused"; readonly refusal: DelegationRefusal };

/** Who decides for whom while they are away, in the one database. */
export interface Delegations {
  /**
   * Keeps a delegation with its audit entry and what the channel hears of it, all or nothing. Safe to repeat:
   * an id that is kept already stays as it is.
   */
  readonly keep: (delegation: Delegation, now: Instant) => Promise<void>;
  /**
   * Ends a delegation of this person's own, in the same way. Safe to repeat.
   * @returns `undefined` when it is none of theirs.
   */
  readonly end: (id: DelegationId, by: PersonId, now: Instant) => Promise<Delegation | undefined>;
  /** What somebody delegated that is not over, also what has not begun, earliest first. */
  readonly listOf: (by: PersonId, now: Instant) => Promise<readonly Delegation[]>;
  /** What counts in a tenant at this moment, in the order of its beginning. */
  readonly listInForce: (tenant: TenantName, now: Instant) => Promise<readonly Delegation[]>;
}
