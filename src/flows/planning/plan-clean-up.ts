import { kindOf } from "../kinds/kinds.ts";
import type { Draft } from "../request/draft.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { findListing, uniteTasks } from "./listing-task.ts";

interface Begun {
  readonly draft: Draft;
  /** What was asked for before it was edited. Absent: nothing else. */
  readonly earlier?: readonly Draft[];
  readonly begun: ReadonlySet<StepName>;
}

/**
 * Undoes what the given steps did or may have done, last first, as far as Workday lets anybody: an
 * account and an integration system have no public service that deletes them. Of a request that was edited, what was
 * asked for before as well: nobody knows how much of that is taken back.
 */
export function planCleanUp(
  { draft, earlier = [], begun }: Begun,
  tenant: Tenant,
): readonly Step[] {
  return earlier.reduce(
    (steps, one) => merge(steps, undoOf(one, begun, tenant)),
    undoOf(draft, begun, tenant),
  );
}

function undoOf(draft: Draft, begun: ReadonlySet<StepName>, tenant: Tenant): readonly Step[] {
  const undo = kindOf(draft).undo?.(draft, tenant) ?? [];
  return undo.filter(([done]) => begun.has(done)).map(([, step]) => step);
}

/** The steps that either plan has; of what a group may do, both lists. */
function merge(steps: readonly Step[], others: readonly Step[]): readonly Step[] {
  const more = others.filter(({ name }) => !steps.some((step) => step.name === name));
  return [...more, ...steps.map((step) => withListOf(step, others))];
}

function withListOf(step: Step, others: readonly Step[]): Step {
  const [own] = findListing(step);
  const other = others.flatMap(findListing).find(({ name }) => name === own?.name);
  if (own === undefined || other === undefined || !("task" in step)) return step;
  return { ...step, task: uniteTasks(own, other) };
}
