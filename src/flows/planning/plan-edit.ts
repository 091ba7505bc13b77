import { toTaskStep } from "../kinds/task-step.ts";
import { toPermissions } from "../model/group-permissions.ts";
import { common } from "../model/permissions.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { ofActivation, type Step, type StepName } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import {
  comesBefore,
  findListing,
  isNothing,
  type ListingTask,
  listBeyond,
  toOpposite,
  uniteTasks,
} from "./listing-task.ts";
import { listPerhapsDone } from "./one-go.ts";
import { planFor } from "./plan.ts";

/** An edit as a plan: its steps, and which of them are done already and stay. */
export interface PlannedEdit {
  readonly plan: readonly Step[];
  readonly kept: readonly StepName[];
}

interface Change {
  readonly draft: Draft;
  readonly tenant: Tenant;
  readonly held: HeldNow;
}

/** What the tenant's groups may do by now, pending or active; absent where nobody sees it. */
export type HeldNow = readonly GroupPermission[] | undefined;

/**
 * The plan of a request as it is edited. What was made stays; what was given or taken away for it, and is not asked for any
 * more, is taken back; what is asked for differently is done anew. Approvals are never kept.
 */
export function planEdit(
  request: Pick<Request, "id" | "draft" | "earlier" | "begun" | "finished" | "plan">,
  change: Change,
): PlannedEdit {
  const { draft, tenant } = change;
  const { id, begun, finished } = request;
  const fresh = planFor(draft, tenant, id);
  if (begun.length === 0) return { plan: fresh, kept: [] };
  const before = [...request.earlier, request.draft].flatMap((one) => planFor(one, tenant, id));
  const perhaps = listPerhapsDone(request);
  const undone = before.flatMap(findListing).filter(({ name }) => perhaps.includes(name));
  const plan = undone.reduce((steps, task) => takeBack(steps, task, change), fresh);
  const kept = plan.filter(
    (step) =>
      step.hand !== "approver" && finished.includes(step.name) && isAsPlanned(step, request.plan),
  );
  return { plan, kept: kept.map(({ name }) => name) };
}

/** Whether a step is the one that was done: what a group may do is compared, everything else is made once. */
function isAsPlanned(step: Step, planned: readonly Step[]): boolean {
  const [now] = findListing(step);
  if (now === undefined) return true;
  return planned
    .flatMap(findListing)
    .some(
      (one) =>
        one.name === now.name && isNothing(listBeyond(now, one)) && isNothing(listBeyond(one, now)),
    );
}

/** Adds to the opposite of a task whatever it did that the plan does not ask for. */
function takeBack(plan: readonly Step[], done: ListingTask, change: Change): readonly Step[] {
  const asked = plan.flatMap(findListing).find(({ name }) => name === done.name);
  const rest = onlyHeld(asked === undefined ? done : listBeyond(done, asked), change.held);
  return isNothing(rest) ? plan : addTo(plan, toOpposite(rest), change);
}

/** What was granted in vain, such as a domain that is not there, needs no taking back. */
function onlyHeld(done: ListingTask, held: HeldNow): ListingTask {
  if (held === undefined) return done;
  if (done.name !== "grant-permissions" && done.name !== "grant-in-segments") return done;
  return { ...done, permissions: common(done.permissions, toPermissions(held, done.groupName)) };
}

/** One step of each name stands in a plan: what is taken back joins it, or comes before the activation's approval. */
function addTo(
  plan: readonly Step[],
  task: ListingTask,
  { draft, tenant }: Change,
): readonly Step[] {
  const planned = plan.flatMap(findListing).find(({ name }) => name === task.name);
  if (planned !== undefined) {
    const whole = toTaskStep(uniteTasks(planned, task), tenant, accountOf(draft));
    return plan.map((step) => (step.name === whole.name ? whole : step));
  }
  const step = toTaskStep(task, tenant, accountOf(draft));
  const before = plan.findIndex(
    ({ name }) => comesBefore[task.name].includes(name) || name === ofActivation,
  );
  return plan.toSpliced(before, 0, step);
}
