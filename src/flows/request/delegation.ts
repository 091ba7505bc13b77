import type { DelegationId, Instant, PersonId, TenantName } from "../model/ids.ts";
import { joinLists } from "../tenant/people-lists.ts";
import type { PeopleList, Tenant } from "../tenant/tenant.ts";

/** An approver's word that somebody else decides for them while they are away. */
export interface Delegation {
  readonly id: DelegationId;
  readonly tenant: TenantName;
  /** The approver who is away. */
  readonly by: PersonId;
  readonly to: PersonId;
  /** The first moment, and the first after the last: whole days in UTC. */
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
  /** When its maker ended it before its time. */
  readonly endedAt?: Instant;
}

/** What somebody sent, written down before it is acknowledged. `id` is the same however often it arrives. */
export interface DelegationOrder {
  readonly id: string;
  readonly by: PersonId;
  /** The window that was sent, where the answer goes. */
  readonly viewId: string;
  readonly command: DelegationCommand;
}

export type DelegationCommand =
  | { readonly kind: "delegate"; readonly delegation: Omit<Delegation, "by" | "endedAt"> }
  | { readonly kind: "end"; readonly delegation: DelegationId };

/** Why a delegation is not made. */
export type DelegationRefusal =
  | "guest"
  | "bot"
  | "deactivated"
  | "foreign"
  | "cannot-tell"
  | "delegation-off"
  | "not-an-approver"
  | "to-yourself"
  | "delegate-no-member"
  | "delegate-not-allowed"
  | DaysProblem
  | "no-such-delegation";

export type DaysProblem = "days-reversed" | "days-over" | "days-too-many" | "days-too-late";

export const dayMs = 86_400_000;

/** How far ahead a delegation may begin. */
const aheadMs = 366 * dayMs;

type Days = Pick<Delegation, "from" | "until">;

/** Decides whether somebody may be away for these days. */
export function checkDays(
  { from, until }: Days,
  { now, maxDays }: { readonly now: Instant; readonly maxDays: number },
): DaysProblem | undefined {
  if (until <= from) return "days-reversed";
  if (until <= now) return "days-over";
  if (until - from > maxDays * dayMs) return "days-too-many";
  return from > now + aheadMs ? "days-too-late" : undefined;
}

export function isInForce({ from, until, endedAt }: Delegation, now: Instant): boolean {
  return from <= now && now < until && endedAt === undefined;
}

/** Everybody who may approve something in the tenant by their own right: they may delegate, and nobody else. */
export function listApprovers({ approvers, escalation, perRecipe }: Tenant): PeopleList {
  const ofRecipes = perRecipe.flatMap(({ rules }) => [
    rules.approvers,
    rules.escalation?.approvers,
  ]);
  const lists = [approvers, escalation?.approvers, ...ofRecipes];
  return joinLists(lists.filter((list) => list !== undefined));
}
