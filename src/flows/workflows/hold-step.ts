import type { Obstacle } from "../approval/obstacle.ts";
import { later, type RequestId } from "../model/ids.ts";
import { listPerhapsDone } from "../planning/one-go.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { findHolders, gatherMs } from "../release/decide-turn.ts";
import type { Request } from "../request/request.ts";
import { changesPolicies } from "../step-kinds/facts.ts";
import type { StepName } from "../tasks/step.ts";

type OthersFirst = Extract<Obstacle, { kind: "others-first" }>;

/**
 * Nothing more is made pending while a card of the tenant shows what is, or an activation is being made. What may have been
 * begun goes on: half of it is pending already.
 */
export async function holdStep(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<OthersFirst | undefined> {
  if (!changesPolicies(step) || listPerhapsDone(request).includes(step)) return undefined;
  return findOthersFirst(deps, request);
}

/**
 * The requests that come before the next step of this one. Asked for one at a time in a tenant, whichever replica asks, so
 * that no card is posted and no activation begun between the look and the step.
 */
export async function findOthersFirst(
  deps: FlowDeps,
  request: Request,
): Promise<OthersFirst | undefined> {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const now = deps.clock.now();
  let holders: readonly RequestId[] = [];
  await deps.store.decideTogether({ tenant: tenant.name, now }, (all) => {
    holders = findHolders(request, { all, now, isEach: tenant.releases !== "together" });
    return [];
  });
  if (holders.length === 0) return undefined;
  const gathersUntil = request.gathersUntil ?? later(now, gatherMs);
  return { kind: "others-first", for: holders, gathersUntil };
}
