import { isSameAccount } from "../model/account-name.ts";
import type { PendingChange } from "../model/pending.ts";
import type { Verification, VerificationItem } from "../model/verification.ts";
import {
  type ExpectedChange,
  listExpected,
  missingFrom,
  splitPending,
} from "../planning/expected-changes.ts";
import { listPlanAccounts } from "../planning/plan-makers.ts";
import type { OtherRequest } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { listMade } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { PendingLook } from "./approval.ts";
import { type FollowingBar, listBars } from "./following-bars.ts";
import type { ApprovalObstacle } from "./obstacle.ts";

/** Why an activation does not follow from the approval of its plan. */
export type WhyAsked =
  | { readonly kind: "barred"; readonly bar: FollowingBar }
  /** The plan was approved by a card that promised nothing of its activation, such as one of an earlier version. */
  | { readonly kind: "not-covered" }
  /** That approval counts no more, or what it let be activated was not activated. */
  | { readonly kind: "spent" }
  /** It counts no more as of now, or nobody can tell. */
  | { readonly kind: "obstacle"; readonly obstacle: ApprovalObstacle }
  | { readonly kind: "cannot-see" }
  | { readonly kind: "missing"; readonly changes: readonly ExpectedChange[] }
  | { readonly kind: "of-others"; readonly changes: readonly PendingChange[] }
  | { readonly kind: "other-requests"; readonly others: readonly OtherRequest[] }
  /** Made by another account than those that carry out the plan, or by one that is not shown. */
  | { readonly kind: "other-maker"; readonly changes: readonly PendingChange[] }
  | { readonly kind: "not-as-asked"; readonly items: readonly VerificationItem[] };

/** What of the tenant the decision is made from, all of one look. */
export interface SeenBefore {
  readonly look: PendingLook;
  /** Every other fact that can be true before the activation. */
  readonly verification: Verification;
  /** What stands in the way of the plan's approval; absent: it counts. */
  readonly obstacle?: ApprovalObstacle;
}

/** Why an approver is asked again before the activation of a plan that was approved, whatever a look would show. */
export function listWhyBarred(
  request: Pick<Request, "draft" | "plan" | "approval">,
  tenant: Tenant,
): readonly WhyAsked[] {
  const { approval } = request;
  if (approval === undefined) return [{ kind: "spent" }];
  const bars = listBars(request, tenant);
  if (bars.length > 0) return bars.map((bar) => ({ kind: "barred", bar }));
  return approval.follows === true ? [] : [{ kind: "not-covered" }];
}

/**
 * The same by what a look showed; none: the activation follows. It does only where exactly what was approved is pending,
 * made by the plan's own hands, and everything else is as asked.
 */
export function listWhyAsked(
  request: Pick<Request, "draft" | "plan">,
  tenant: Tenant,
  { look, verification, obstacle }: SeenBefore,
): readonly WhyAsked[] {
  return [
    ...(obstacle === undefined ? [] : [{ kind: "obstacle", obstacle } as const]),
    ...comparePending(request, tenant, look),
    ...(verification.outcome === "verified"
      ? []
      : [{ kind: "not-as-asked", items: verification.items } as const]),
  ];
}

/** All of the request's own changes, nothing else, and each by the hands of its plan. */
function comparePending(
  { draft, plan }: Pick<Request, "draft" | "plan">,
  tenant: Tenant,
  { pending, others }: PendingLook,
): readonly WhyAsked[] {
  if (pending.kind !== "seen") return [{ kind: "cannot-see" }];
  const expected = listExpected(draft);
  const missing = missingFrom(pending.changes, expected);
  const split = splitPending(pending.changes, expected);
  const makers = listPlanAccounts(listMade(plan), tenant);
  const strange = split.ours.filter(({ changedBy }) => !isMadeBy(changedBy, makers));
  return [
    ...(missing.length > 0 ? [{ kind: "missing", changes: missing } as const] : []),
    ...(split.others.length > 0 ? [{ kind: "of-others", changes: split.others } as const] : []),
    ...(others.length > 0 ? [{ kind: "other-requests", others } as const] : []),
    ...(strange.length > 0 ? [{ kind: "other-maker", changes: strange } as const] : []),
  ];
}

function isMadeBy(maker: string | undefined, makers: readonly string[]): boolean {
  return maker !== undefined && makers.some((one) => isSameAccount(one, maker));
}
