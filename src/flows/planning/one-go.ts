import { valuesOf } from "../model/api-client.ts";
import type { Request } from "../request/request.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Task } from "../tasks/task.ts";

/** What a person does right after a task, before anybody else has their turn: all of it can be done in one go. */
export function listOneGo(
  { plan, finished }: Pick<Request, "plan" | "finished">,
  current: StepName,
): readonly Task[] {
  const at = plan.findIndex(({ name }) => name === current);
  const go: Task[] = [];
  for (const step of plan.slice(at)) {
    if (!isInOneGo(step)) break;
    if (step.name === current || !finished.includes(step.name)) go.push(step.task);
  }
  return go.slice(1);
}

/**
 * Steps that may be done by now, though nobody said so: what was begun, and whatever whoever was handed one of these may do
 * in the same go.
 */
export function listPerhapsDone({
  plan,
  begun,
  finished,
}: Pick<Request, "plan" | "begun" | "finished">): readonly StepName[] {
  const more = begun
    .filter((step) => !finished.includes(step))
    .flatMap((step) => listOneGo({ plan, finished }, step));
  return [...begun, ...more.map(({ name }) => name).filter((name) => !begun.includes(name))];
}

/** A person's task that needs no look right before it, and shows no secret. */
function isInOneGo(step: Step): step is Extract<Step, { readonly task: Task }> {
  const { activates } = stepKinds[step.name];
  return step.hand === "person" && activates === undefined && valuesOf(step.name).length === 0;
}
