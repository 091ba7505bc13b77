import { err, ok, type Result } from "../result.ts";
import { involve, mayCommand, readIdentity } from "./access.ts";
import { rulesFor } from "./approvers.ts";
import type { FlowDeps } from "./deps.ts";
import type { Lapsed } from "./event.ts";
import type { Request } from "./request.ts";

/**
 * Asks once more for everybody whose approval this request rests on: still a member, still on the list,
 * still without a hand in it. Days may lie between the click and the hand-over. Changes nothing.
 *
 * @returns those who may not approve it any more; words when Slack cannot say, which is never a yes.
 */
export async function recheckApprovers(
  deps: FlowDeps,
  request: Request,
): Promise<Result<readonly Lapsed[], string>> {
  const tenant = rulesFor(request, deps.placeOf(request.draft.tenant).tenant);
  const lapsed: Lapsed[] = [];
  for (const person of involve(request, request.askedBy).approvedBy) {
    const identity = await readIdentity(deps.directory, person, tenant);
    if (!identity.ok) return err(cannotTell);
    const may = mayCommand("approve", identity.value, involve(request, person));
    if (!may.ok) lapsed.push({ person, why: may.error });
  }
  return ok(lapsed);
}

const cannotTell =
  "Slack did not say whether those who approved may still approve, so nothing was handed over. Press Try again in a minute.";
