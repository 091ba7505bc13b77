import { ok, type Result } from "../../result.ts";
import type { LookedAgain } from "../approval/decide-verdict.ts";
import { findLast, toInventory } from "../inventory/inventory.ts";
import type { Fault } from "../model/fault.ts";
import { listDifferences } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { ignoreInFlight } from "./ignore-in-flight.ts";
import { lookAtRequest } from "./look-at-request.ts";
import { listAge } from "./password-age.ts";

/**
 * Looks at the tenant again, for a request that was carried out. Changes nothing, and may be repeated.
 *
 * @returns `undefined` where a later request about the account says what it should be; a fault where something that the
 * tenant shows is away: a verdict of half a look would say less than the one that stands
 */
export async function lookAgain(
  deps: FlowDeps,
  request: Request,
): Promise<Result<LookedAgain | undefined, Fault>> {
  const account = accountOf(request.draft);
  const last = account && (await findLast(deps.store, account));
  if (last !== undefined && last.id !== request.id) return ok(undefined);
  const { tenant } = request.draft;
  const unfinished = await deps.store.listUnfinished();
  const underWay = unfinished.filter(({ draft }) => draft.tenant === tenant);
  const acting = { deps, place: deps.contextOf(tenant), request, wasBegun: true };
  const looked = await lookAtRequest(acting, (shown) => ignoreInFlight(shown, underWay));
  if (looked.away !== undefined) return { ok: false, error: looked.away };
  const { verification } = looked;
  // What ended has no password that could be too old.
  const isInUse = toInventory([request]).length > 0;
  const age = isInUse ? await listAge(deps, request) : [];
  return ok({ verification, drift: [...listDifferences(verification.items), ...age] });
}
