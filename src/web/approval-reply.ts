import { approvalBehind, isForPolicies, isPlanApproved } from "../flows/approval/approval.ts";
import { findOpening } from "../flows/approval/recheck-approval.ts";
import { makesOwnGroup } from "../flows/kinds/facts.ts";
import { formatUtc, type Instant } from "../flows/model/ids.ts";
import type { Reply } from "../flows/ports/answerer.ts";
import type { Refusal } from "../flows/request/refusal.ts";
import type { Request } from "../flows/request/request.ts";
import type { Reopening } from "../flows/tenant/effect-times.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { describeChangedSince } from "../flows/wording/describe-approval.ts";
import { describeReopening } from "../flows/wording/describe-reopening.ts";

/** What a page needs to say what came of an approval. */
export interface Answering {
  readonly tenantOf: (request: Request) => Tenant;
  readonly now: Instant;
  readonly describeRefusal: (refusal: Refusal) => string;
}

/** What came of an approval, in words. */
export function describeReply(reply: Reply, answering: Answering): string {
  switch (reply.kind) {
    case "accepted":
      return `${describeAccepted(reply.request, answering)} You can close this page.`;
    case "refused":
      return answering.describeRefusal(reply.refusal);
    case "voided":
      return reply.isOutdated === true ? outdated : `${describeChangedSince(reply)} ${voided}`;
    case "fault":
      return `Nothing was approved. ${reply.fault.words} In Slack, press Approve again.`;
    case "passkey-needed":
    case "not-opened":
      return "Nothing was approved. In Slack, press Approve again.";
  }
}

/** A page escapes what it is given. */
const inPlain = { tell: formatUtc, quote: (words: string) => words };

const voided =
  "since the card was shown, so nothing was approved. A new card follows in Slack: look at it and decide again.";

const outdated =
  "Somebody activated or rolled back in the tenant since the card was shown, so nothing was approved and nothing is rolled back. The request stands still: in Slack, its requester can withdraw it and ask again.";

function describeAccepted(request: Request, answering: Answering): string {
  if (request.phase.kind === "waiting-for-approval") {
    return "Your approval counts, and others are needed too.";
  }
  const opening = waitsFor(request, answering);
  return opening === undefined
    ? `Approved. ${describeNext(request)} Slack shows how it goes.`
    : `Approved. The request waits for ${describeReopening(opening, inPlain)}. Until then an approver can deny it in Slack, and its requester can withdraw it.`;
}

function waitsFor(request: Request, { tenantOf, now }: Answering): Reopening | undefined {
  const { phase } = request;
  if (phase.kind === "waiting-for-window") return phase;
  return findOpening(request, approvalBehind(request), { tenant: tenantOf(request), at: now });
}

const follows =
  "The plan is carried out next, and its activation follows if exactly that is pending then. If not, an approver is asked again.";

/** What the approval lets happen first. */
function describeNext(request: Request): string {
  if (isForPolicies(request)) return "The authentication policies are activated next.";
  if (!isPlanApproved(request)) return "The changes are activated next.";
  if (request.approval?.follows === true) return follows;
  return makesOwnGroup(request.draft)
    ? "The account and its group are made next, and nothing goes live by that."
    : "The plan is carried out next.";
}
