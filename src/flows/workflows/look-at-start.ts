import { err, ok, type Result } from "../../result.ts";
import { lookAtPending } from "../approval/approval.ts";
import type { StartLook } from "../approval/decide-start.ts";
import type { ApprovalObstacle } from "../approval/obstacle.ts";
import { recheckPolicies } from "../approval/recheck-policies.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import type { Fault } from "../model/fault.ts";
import type { RequestId } from "../model/ids.ts";
import { differ } from "../model/pending.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { describeObserved } from "../ports/without-hands.ts";
import { listTakingBack } from "../release/going-live.ts";
import type { Event } from "../request/event.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { Start } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import { isRolledBack } from "../request/rollback.ts";
import type { Activated } from "../request/step-kind.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import { findRollbackObstacle } from "./hand-over-rollback.ts";
import { type Prepared, prepareActivation } from "./prepare-activation.ts";

/**
 * What is looked at before a runner activates, for a person who is about to. Who pressed Start before and activated, but
 * said so too late, is not sent back where the tenant shows that they did. Changes nothing.
 */
export async function lookAtStart(
  deps: FlowDeps,
  request: Request,
): Promise<Result<StartLook | undefined, Fault>> {
  const { phase } = request;
  if (phase.kind !== "waiting-for-person") return ok(undefined);
  const { activates } = stepKinds[phase.step];
  if (phase.start === undefined || activates === undefined) return ok(undefined);
  const look = looks[activates];
  if (wasStarted(phase.start) && (await look.mayBeDone(deps, request))) {
    return ok({ kind: "as-approved" });
  }
  const words = await findWhyNot(deps, request, activates);
  if (words !== undefined) return err({ kind: "rejected", outside: "Workday", words });
  const prepared = await look.prepare(deps, request);
  if (!prepared.ok) return stopFor(deps, request, prepared.error);
  const { before } = prepared.value;
  return ok({ kind: "as-approved", ...(before && { before }) });
}

async function findWhyNot(
  { store, contextOf }: FlowDeps,
  request: Request,
  activates: Activated,
): Promise<string | undefined> {
  const { tenant } = contextOf(request.draft.tenant);
  if (tenant.observe === true) return describeObserved(tenant);
  if (activates !== "security-policies") return undefined;
  const all = (await store.listUnfinished()).filter(({ draft }) => draft.tenant === tenant.name);
  const others = listTakingBack(request, all).map(({ id }) => id);
  return others.length > 0 ? describeTakingBack(others) : undefined;
}

function describeTakingBack(others: readonly RequestId[]): string {
  return `Do not activate yet. What ${others.join(", ")} changed in this tenant is being taken back, and half of it would go live. Press Start again in a minute.`;
}

interface Look {
  /** What stands in the way. */
  readonly prepare: (
    deps: FlowDeps,
    request: Request,
  ) => Promise<Result<Prepared, ApprovalObstacle>>;
  /** Whether the tenant shows that it was carried out. */
  readonly mayBeDone: (deps: FlowDeps, request: Request) => Promise<boolean>;
}

const looks: Readonly<Record<Activated, Look>> = {
  "security-policies": { prepare: prepareActivation, mayBeDone: isNothingPending },
  "earlier-timestamp": {
    prepare: async (deps, request) => orObstacle(await findRollbackObstacle(deps, request)),
    mayBeDone: isBack,
  },
  // What is pending there nobody sees, so it cannot be another one: who activated is let begin again.
  "authentication-policies": {
    prepare: async (deps, request) => orObstacle(await recheckPolicies(deps, request)),
    mayBeDone: async () => false,
  },
};

function orObstacle(obstacle: ApprovalObstacle | undefined): Result<Prepared, ApprovalObstacle> {
  return obstacle === undefined ? ok({}) : err(obstacle);
}

function wasStarted(start: Start): boolean {
  return start.kind === "started" || start.wasStarted === true;
}

async function isNothingPending(deps: FlowDeps, request: Request): Promise<boolean> {
  const look = await lookAtPending(deps, request);
  if (!look.ok) return false;
  const { pending } = look.value;
  return pending.kind === "seen" && !isOursPending(request, pending);
}

/** Another newest activation alone may be somebody else's: to go back from there would undo what nobody approved. */
async function isBack(deps: FlowDeps, { id, draft }: Request): Promise<boolean> {
  const { workday } = deps.contextOf(draft.tenant);
  const read = await retryRead(deps.clock, () => workday.readTimestamps());
  const timestamps = read.ok && read.value.kind === "seen" ? read.value.timestamps : [];
  return "to" in draft && isRolledBack(draft, timestamps, id);
}

async function stopFor(
  deps: FlowDeps,
  request: Request,
  obstacle: ApprovalObstacle,
): Promise<Result<StartLook, Fault>> {
  switch (obstacle.kind) {
    case "fault":
      return err(obstacle.error);
    case "window-closed":
      return stop({ ...obstacle, kind: "window-awaited" });
    case "approval-lapsed":
      return stop({ kind: "approval-lapsed", ...obstacle.why });
    case "approval-void": {
      const { pending, isOutdated } = obstacle.look;
      const difference = differ(await readShown(deps, request.id), pending);
      return stop({ kind: "approval-voided", difference, ...(isOutdated && { isOutdated }) });
    }
  }
}

function stop(event: Event): Result<StartLook, Fault> {
  return ok({ kind: "stopped", event });
}
