import type { TitledList } from "../model/titled-list.ts";
import { stepKinds } from "../step-kinds/step-kinds.ts";
import type { Step } from "../tasks/step.ts";

/** Which steps rest on a service that Workday does not publish; nothing where none does. */
export function listImplementation(steps: readonly Step[]): readonly TitledList[] {
  const lines = steps
    .filter(({ hand }) => hand === "implementation")
    .map(({ name }) => stepKinds[name].title);
  return lines.length === 0 ? [] : [{ title: usedFor, lines }];
}

const usedFor = "Workday's implementation service, which is not a public one, is used for:";
