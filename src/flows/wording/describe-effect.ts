import { makesOwnGroup } from "../kinds/facts.ts";
import { kindOf } from "../kinds/kinds.ts";
import { listExpected, splitPending } from "../planning/expected-changes.ts";
import type { Draft } from "../request/draft.ts";
import type { ApprovalAsked } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { truncate } from "../text/truncate.ts";
import { describeAtOnce } from "./describe-at-once.ts";
import { alsoAllowing } from "./describe-sign-on-tasks.ts";

/** What an approval leads to, short enough for a dialog. */
export function describeEffect(
  request: Pick<Request, "draft" | "plan">,
  tenant: Tenant,
  { step, pending }: ApprovalAsked,
): string {
  const { draft } = request;
  const where = `${truncate(tenant.label, 80)}${tenant.production ? " (PRODUCTION)" : ""}`;
  const also = alsoAllowing(request, step);
  switch (pending.kind) {
    case "authentication-policies":
      return `This activates everything that is pending in the authentication policies of ${where}, at once. The bot cannot see what that is.`;
    case "not-activated":
      return describePlan(draft, where, also);
    case "cannot-see":
      return `This activates everything that is pending in ${where}, at once. The bot cannot see what else that is.${also}`;
    case "seen": {
      const { ours, others } = splitPending(pending.changes, listExpected(draft));
      return `This activates everything that is pending in ${where}, at once: ${count(ours.length, "change")} of this request and ${count(others.length, "change")} of others.${also}`;
    }
  }
}

function describePlan(draft: Draft, where: string, also: string): string {
  if (kindOf(draft).makes !== "account") {
    return `The plan is carried out in ${where}.${also} ${describeAtOnce(draft)}`.trimEnd();
  }
  return makesOwnGroup(draft)
    ? `This lets the account be made in ${where}. Nothing goes live yet.`
    : `By this the account joins a group that is there in ${where}, which takes effect at once.${also}`;
}
