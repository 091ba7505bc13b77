import { dayMs, later } from "../model/ids.ts";
import type { VerificationItem } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";

/** Whether the password of a request's account is older than its tenant lets one be; told as drift. */
export async function listAge(
  deps: FlowDeps,
  request: Request,
): Promise<readonly VerificationItem[]> {
  const { expiresAfterDays } = deps.contextOf(request.draft.tenant).tenant.secrets;
  const issued = await findIssue(deps, request);
  const isOld = issued !== undefined && deps.clock.now() >= later(issued, expiresAfterDays * dayMs);
  if (!isOld) return [];
  return [{ kind: "other", words: `The password is older than ${expiresAfterDays} days.` }];
}

/** When its password was issued: an edit of its permissions issues none, so an older request may tell. */
async function findIssue({ store }: FlowDeps, request: Request): Promise<Request["issuedAt"]> {
  const newestFirst = await store.listByUserName(accountIn(request).userName);
  return newestFirst.find(
    ({ draft, phase, issuedAt }) =>
      draft.tenant === request.draft.tenant && phase.kind === "done" && issuedAt !== undefined,
  )?.issuedAt;
}
