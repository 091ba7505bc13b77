import { describeApproved } from "../flows/approval/describe-approved.ts";
import { formatUtc, type Instant } from "../flows/model/ids.ts";
import type { Reply } from "../flows/ports/answerer.ts";
import type { Refusal } from "../flows/request/refusal.ts";
import type { Request } from "../flows/request/request.ts";
import type { Tenant } from "../flows/tenant/tenant.ts";
import { describeChangedSince } from "../flows/wording/describe-approval.ts";

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

function describeAccepted(request: Request, { tenantOf, now }: Answering): string {
  const counts =
    request.phase.kind === "waiting-for-approval" ? "Your approval counts." : "Approved.";
  const next = describeApproved(request, { tenant: tenantOf(request), at: now, ...inPlain });
  return `${counts} ${next} Slack shows how it goes.`;
}
