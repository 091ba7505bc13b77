import { type PendingChange, seenIn } from "../model/pending.ts";
import { listExpected, splitPending } from "../planning/expected-changes.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import { type GoesLive, listMemberRequests, listRest } from "../request/other-request.ts";
import { isGuarded } from "../tenant/catalogue.ts";
import { securityMark } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { describePlanDanger } from "./describe-plan-approval.ts";

/** How many changes an activation makes live, and how many of them administer security. */
interface Counted {
  readonly all: number;
  readonly guarded: number;
}

/** What an activation makes live of the request, and of everybody else. */
export interface CountedLive {
  readonly ours: Counted;
  readonly others: Counted;
  /** Of a release: how many requests *ours* are of. */
  readonly requests?: number;
}

export function countLive(
  draft: Draft,
  tenant: Tenant,
  { pending, others: requests }: GoesLive,
): CountedLive {
  const members = listMemberRequests(requests);
  if (members.length > 0) {
    const rest = listRest({ pending, others: requests });
    const ours = seenIn(pending).filter((one) => !rest.includes(one));
    const counted = { ours: countGuarded(ours, tenant), others: countGuarded(rest, tenant) };
    return { ...counted, requests: members.length };
  }
  const { ours, others } = splitPending(seenIn(pending), listExpected(draft));
  return { ours: countGuarded(ours, tenant), others: countGuarded(others, tenant) };
}

function countGuarded(changes: readonly PendingChange[], tenant: Tenant): Counted {
  const guarded = changes.filter(({ policy }) => isGuarded(tenant, policy));
  return { all: changes.length, guarded: guarded.length };
}

/** Such as `2 changes of this request, and 30 changes of others, of which 1 administers security`. */
export function describeLiveCount({ ours, others, requests }: CountedLive): string {
  const whose = requests === undefined ? "this request" : count(requests, "request");
  return `${count(ours.all, "change")} of ${whose}${tellGuarded(ours)}, and ${count(others.all, "change")} of others${tellGuarded(others)}`;
}

/** The worst of it, after a number of changes; nothing where none administers security. */
export function tellGuarded({ guarded }: Counted): string {
  if (guarded === 0) return "";
  return `, of which ${guarded} ${guarded === 1 ? securityMark : "administer security"}`;
}

/**
 * What goes live that the request did not ask for, in a few words for the top of a card; `undefined` where it is seen that
 * nothing does. Of a plan, what it gives.
 */
export function describeDanger(draft: Draft, tenant: Tenant, live: GoesLive): string | undefined {
  switch (live.pending.kind) {
    case "not-activated":
      return describePlanDanger(draft, tenant);
    case "cannot-see":
    case "authentication-policies":
      return "Nobody can see here what else goes live";
    case "seen":
      return describeSeen(draft, countLive(draft, tenant, live));
  }
}

/** Where everything is to be activated, nothing is beside what was asked for. */
function describeSeen(draft: Draft, { others, requests }: CountedLive): string | undefined {
  const isAll = accountOf(draft) === undefined && requests === undefined;
  if (isAll ? others.guarded === 0 : others.all === 0) return undefined;
  const counted = count(others.all, "change");
  if (!isAll) return `Approving also activates ${counted} by others${tellGuarded(others)}`;
  return `${counted} ${others.all === 1 ? "goes" : "go"} live${tellGuarded(others)}`;
}
