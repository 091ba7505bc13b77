import type { Step } from "../../flows/tasks/step.ts";
import { listImplementation } from "../../flows/wording/describe-implementation.ts";
import { alert, type Block } from "../blocks/block.ts";

/** Says which steps rest on a service that Workday does not publish; nothing where none does. */
export function describeImplementationWarning(steps: readonly Step[]): Block[] {
  return listImplementation(steps).map(({ title, lines }) =>
    alert("warning", `*${title}* ${lines.join(", ")}.`),
  );
}
