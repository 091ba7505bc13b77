import { err, ok, type Result } from "../../result.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Lapsed } from "../request/event.ts";
import { type GivenApproval, givenTo } from "../request/given-approval.ts";
import type { Request } from "../request/request.ts";
import { authorizeByOwnRight, authorizeForOthers } from "./authorize.ts";

/**
 * Asks once more for everybody whose approval this request rests on, or for those given: still a member, still on the list,
 * still without a hand in it, still the delegate of whom they decided for. Days may lie between the click and
 * the hand-over. Changes nothing.
 *
 * @returns those who may not approve it any more; words when Slack cannot say, which is never a yes.
 */
export async function recheckApprovers(
  deps: FlowDeps,
  request: Request,
  given = givenTo(request),
): Promise<Result<readonly Lapsed[], string>> {
  const lapsed: Lapsed[] = [];
  for (const one of given) {
    const why = await findLapse(deps, request, one);
    if (!why.ok) return err(cannotTell);
    if (why.value !== undefined) lapsed.push(why.value);
    else if (!(await isProven(deps, request, one))) {
      lapsed.push({ person: one.by, why: "no-passkey" });
    }
  }
  return ok(lapsed);
}

async function findLapse(
  deps: FlowDeps,
  request: Request,
  { by: person, for: absent }: GivenApproval,
): Promise<Result<Lapsed | undefined, "cannot-tell-who-you-are">> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const sources = { ...deps, now: deps.clock.now() };
  const wish = { command: "approve", by: person, request, tenant } as const;
  if (absent === undefined) {
    const may = await authorizeByOwnRight(sources, wish);
    if (may.ok) return ok(undefined);
    return may.error === "cannot-tell-who-you-are"
      ? err(may.error)
      : ok({ person, why: may.error });
  }
  const may = await authorizeForOthers(sources, { ...wish, absent });
  if (may.ok && may.value.includes(absent)) return ok(undefined);
  const why = may.ok || may.error === "not-an-approver" ? "delegation-over" : may.error;
  return why === "cannot-tell-who-you-are" ? err(why) : ok({ person, for: absent, why });
}

/** An approval from before the tenant asked for a passkey has none. */
async function isProven(
  { passkeys, contextOf }: FlowDeps,
  { draft }: Request,
  { credential }: GivenApproval,
): Promise<boolean> {
  if (contextOf(draft.tenant).tenant.approvals.secondFactor !== "passkey") return true;
  return credential !== undefined && (await passkeys.find(credential))?.state === "active";
}

const cannotTell =
  "Slack did not say whether those who approved may still approve, so nothing was handed over.";
