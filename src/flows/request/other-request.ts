import type { PersonId, RequestId } from "../model/ids.ts";
import type { OtherGroup } from "../model/other-group.ts";
import { type PendingChange, type PendingChanges, seenIn, toChangeKey } from "../model/pending.ts";

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
  /** Of one that is no part of a release: the recipe whose rules count for it; absent: the tenant's own do. */
  readonly rulesOf?: string;
  /** What of it is pending; nothing where nobody sees that. */
  readonly changes: readonly PendingChange[];
  /** Present where it is a part of the release that the card is for. */
  readonly member?: MemberFacts;
}

/** What an approver has to know of one request of a release. */
export interface MemberFacts {
  /** What is asked for, such as `New integration user ISU_Viva`. */
  readonly about: string;
  readonly ticket?: string;
  /** The recipe whose rules count for it; absent: the tenant's own do. */
  readonly rulesOf?: string;
  /** Asked for, and not seen pending; all that was asked for where nobody sees what is. */
  readonly unseen: readonly string[];
  readonly memberships?: Memberships;
  /** The authentication policies are activated after the release, by the same approval. Absent: no. */
  readonly activatesSignOn?: true;
  /** What an approver has to know besides, and what is done after the activation. Absent: nothing. */
  readonly also?: readonly string[];
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

/** A request of the release that the card is for. */
export type MemberRequest = OtherRequest & Required<Pick<OtherRequest, "member">>;

/** The requests that a release is of. */
export function listMemberRequests(others: readonly OtherRequest[]): readonly MemberRequest[] {
  return others.filter(isMember);
}

function isMember(one: OtherRequest): one is MemberRequest {
  return one.member !== undefined;
}

/** Those of which something is seen pending. */
export function listSeenPending(others: readonly OtherRequest[]): readonly RequestId[] {
  return others.filter(({ changes }) => changes.length > 0).map(({ id }) => id);
}

/** Requests that are no part of the release. */
export function listStrangers(others: readonly OtherRequest[]): readonly OtherRequest[] {
  return others.filter(({ member }) => member === undefined);
}

/** What goes live that none of a release's requests asked for. */
export function listRest({ pending, others }: GoesLive): readonly PendingChange[] {
  const asked = new Set(
    listMemberRequests(others).flatMap(({ changes }) => changes.map(toMadeKey)),
  );
  return seenIn(pending).filter((one) => !asked.has(toMadeKey(one)));
}

/** One change of one maker. */
export function toMadeKey(change: PendingChange): string {
  return JSON.stringify([toChangeKey(change), change.changedBy ?? ""]);
}

/** Who has had to do with a request. */
export type WithHands = Pick<OtherRequest, "askedBy" | "carriedOutBy">;

/** Everybody who asked for one of these requests, or carried out a step of it. */
export function listHands(others: readonly WithHands[]): ReadonlySet<PersonId> {
  return new Set(others.flatMap(({ askedBy, carriedOutBy }) => [askedBy, ...carriedOutBy]));
}
