import type { Instant, PersonId } from "../model/ids.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Draft } from "./draft.ts";
import type { Edited, EditState } from "./edited.ts";
import { closeOrders } from "./orders.ts";
import type { Phase } from "./phase.ts";
import { union } from "./union.ts";

/** What of a request an edit changes. */
interface Editing extends EditState {
  readonly draft: Draft;
  readonly plan: readonly Step[];
  readonly finished: readonly StepName[];
  readonly begun: readonly StepName[];
  readonly carriedOutBy: readonly PersonId[];
  readonly failures: Partial<Readonly<Record<StepName, number>>>;
  readonly isEscalated: boolean;
  readonly phase: Phase;
}

/** Steps that are done differently from now on are ordered anew; what is kept stays done. */
export function applyEdit(
  before: Editing,
  { by, draft, typed, plan, kept, changes, inherited = [] }: Edited,
  { at, working }: { readonly at: Instant; readonly working: Phase },
): Editing {
  const again = before.begun.filter((step) => !kept.includes(step));
  return {
    ...closeOrders(before, again),
    draft,
    plan,
    finished: kept,
    carriedOutBy: inherited.reduce(union<PersonId>, before.carriedOutBy),
    edits: before.edits + 1,
    lastEdit: { by, typed, changes, at },
    // What was begun for it may have to be taken back still.
    earlier: before.begun.length === 0 ? [] : [...before.earlier, before.draft],
    isEscalated: false,
    phase: working,
  };
}
