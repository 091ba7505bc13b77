import type { PersonId, RequestId } from "../model/ids.ts";
import type { OtherGroup } from "../model/other-group.ts";
import type { PendingChange, PendingChanges } from "../model/pending.ts";

/** Another request of which something goes live with a card: whoever has a hand in it has one in the card. */
export interface OtherRequest {
  readonly id: RequestId;
  readonly askedBy: PersonId;
  /** Who carried out steps of it in Workday. */
  readonly carriedOutBy: readonly PersonId[];
  /** How it was closed, from that moment on: its clean-up may not be done yet. */
  readonly standing: "open" | "done" | "denied" | "withdrawn" | "expired";
  /** How many people have to approve it. */
  readonly needed: number;
  /** What of it is pending; nothing where nobody sees that. */
  readonly changes: readonly PendingChange[];
}

/** All that an activation makes live, and the other requests of which something is among it. */
export interface GoesLive {
  readonly pending: PendingChanges;
  readonly others: readonly OtherRequest[];
  /** Absent: the account is in no other group, or the tenant has no report of its groups. */
  readonly memberships?: Memberships;
}

/** In which groups a request's account is beside those that requests put it into. */
export type Memberships =
  | { readonly kind: "seen"; readonly groups: readonly OtherGroup[] }
  /** The tenant has a report of its groups, and it did not answer. */
  | { readonly kind: "unread" };

/** Everybody who asked for one of these requests, or carried out a step of it. */
export function listHands(others: readonly OtherRequest[]): ReadonlySet<PersonId> {
  return new Set(others.flatMap(({ askedBy, carriedOutBy }) => [askedBy, ...carriedOutBy]));
}
