import { makesOwnGroup } from "../kinds/facts.ts";
import type { Instant } from "../model/ids.ts";
import type { GivenApproval } from "../request/given-approval.ts";
import type { ApprovalWait } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import { countFor } from "../request/waits.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import { isActivatedLater } from "../tasks/step.ts";
import type { Reopening } from "../tenant/effect-times.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { describeReopening } from "../wording/describe-reopening.ts";
import { approvalBehind, isForPolicies, isPlanApproved } from "./approval.ts";
import { isOver } from "./begin-end.ts";
import { findOpening } from "./recheck-approval.ts";

/** What the words are made from, besides the request. */
interface Telling {
  readonly tenant: Tenant;
  /** When it was approved, or now. */
  readonly at: Instant;
  /** How a surface writes moments and foreign words. */
  readonly tell: (at: Instant) => string;
  readonly quote: (words: string) => string;
}

/** What happens next, for whoever approved: nothing more is promised than what follows from the approval. */
export function describeApproved(request: Request, telling: Telling): string {
  const { phase } = request;
  if (isOver(request)) return "The request is over by now.";
  if (phase.kind === "waiting-for-answer" && phase.back) return describeCounted(phase.back);
  if (phase.kind === "waiting-for-approval") return describeCounted(phase);
  const opening = waitsFor(request, telling);
  return opening === undefined
    ? describeNext(request)
    : `The request waits for ${describeReopening(opening, telling)}. What is pending, and who approved, is looked at once more right then. Until then an approver can deny it, and its requester can withdraw it.`;
}

function describeCounted({ asked, given }: ApprovalWait): string {
  const { parts = [] } = asked;
  const last = given.at(-1);
  const mine = parts.length < 2 || last === undefined ? "" : `${countParts(parts, last)} `;
  return `${mine}Others are needed too: nothing is done before.`;
}

function countParts(
  parts: NonNullable<ApprovalWait["asked"]["parts"]>,
  last: GivenApproval,
): string {
  const counted = parts.filter(({ request }) => countFor(request, [last]) > 0).length;
  return `It counts for ${counted} of ${count(parts.length, "part")} of the card.`;
}

function waitsFor(request: Request, { tenant, at }: Telling): Reopening | undefined {
  const { phase } = request;
  if (phase.kind === "waiting-for-window") return phase;
  return findOpening(request, approvalBehind(request), { tenant, at });
}

function describeNext(request: Request): string {
  if (isForPolicies(request)) return "The authentication policies are activated next.";
  return isPlanApproved(request) ? describePlan(request) : describeActivation(request);
}

function describePlan({ draft, plan, approval }: Request): string {
  const made = makesOwnGroup(draft)
    ? "The account and its group are made next, and nothing goes live by that."
    : "The plan is carried out next.";
  if (!isActivatedLater(plan)) return made;
  return approval?.follows === true
    ? `${made} The activation follows without another click if exactly what was approved is pending then, and nothing else. If not, approvers are asked again, with what is different.`
    : `${made} Approvers are asked again before the activation.`;
}

function describeActivation({ plan }: Request): string {
  const hand = plan.find(({ name }) => activatesPolicies(name))?.hand;
  return hand === "person"
    ? "The changes are activated next, by a person: the bot looks once more when they press Start, and nothing is live before."
    : "The changes are activated next, if the same is pending still.";
}
