import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { Request } from "../request/request.ts";
import { isActivatedLater } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { truncate } from "../text/truncate.ts";
import { countLive, describeLiveCount, tellGuarded } from "./count-live.ts";
import { describeAtOnce } from "./describe-at-once.ts";
import { alsoAllowing } from "./describe-sign-on-tasks.ts";

/** What an approval leads to, short enough for a dialog. */
export function describeEffect(
  request: Pick<Request, "draft" | "plan">,
  tenant: Tenant,
  { step, pending, others, follows }: ApprovalAsked,
): string {
  const { draft } = request;
  const where = `${truncate(tenant.label, 80)}${tenant.production ? " (PRODUCTION)" : ""}`;
  const also = alsoAllowing(request, step) || alsoOf(others);
  switch (pending.kind) {
    case "authentication-policies":
      return `This activates everything that is pending in the authentication policies of ${where}, at once. The bot cannot see what that is.`;
    case "not-activated":
      return describePlan(request, { where, also, follows: follows === true });
    case "cannot-see":
      return `This activates everything that is pending in ${where}, at once. The bot cannot see what else that is.${also}`;
    case "seen": {
      const live = describeLiveCount(countLive(draft, tenant, { pending, others }));
      return `This activates everything that is pending in ${where}, at once: ${live}.${also}`;
    }
  }
}

/** What follows the activation of a release: its card says what, request by request. */
function alsoOf(others: ApprovalAsked["others"]): string {
  const isMore = others.some(({ member }) => member?.also !== undefined);
  return isMore ? " And what the card says of each request." : "";
}

function describePlan(
  { draft, plan }: Pick<Request, "draft" | "plan">,
  words: { readonly where: string; readonly also: string; readonly follows: boolean },
): string {
  const { where, also, follows } = words;
  const later = isActivatedLater(plan) ? describeLater(follows) : "";
  if (kindOf(draft).makes !== "account") {
    return `The plan is carried out in ${where}.${also} ${describeAtOnce(draft)}`.trimEnd() + later;
  }
  return makesOwnGroup(draft)
    ? `This lets the account be made in ${where}.${later}`
    : `By this the account joins a group that is there in ${where}, which takes effect at once.${also}${later}`;
}

function describeLater(follows: boolean): string {
  return follows
    ? " The activation follows if exactly that is pending then. If not, an approver is asked again."
    : " Nothing pending goes live yet: an approver is asked again before the activation.";
}

/** The question of the dialog where the approval is the one that activates: how many, and whose. */
export function askToActivate(
  { id, draft }: Pick<Request, "id" | "draft">,
  tenant: Tenant,
  asked: ApprovalAsked,
): string {
  if (asked.pending.kind !== "seen") return `Approve ${id}, and activate?`;
  const { ours, others } = countLive(draft, tenant, asked);
  if (others.all === 0) return `Approve ${id}, and activate ${ours.all}${tellGuarded(ours)}?`;
  return `Approve ${ours.all}, and ${others.all} of others${tellGuarded(others)}?`;
}
