import type { Task, TaskName, TaskOf } from "../tasks/task.ts";
import type { TaskInWords } from "../tasks/task-in-words.ts";
import { taskKinds } from "./step-kinds.ts";

type InWords = {
  readonly [Name in TaskName]: { readonly inWords: (task: TaskOf<Name>) => TaskInWords };
};

/**
 * Says a task in Workday's words.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday"; Kolleno, "Connect Workday to Kolleno"
 */
export function describeTask(task: Task): TaskInWords {
  const kinds: InWords = taskKinds;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a task and its kind have one name, which no union tells
  const kind = kinds[task.name] as { readonly inWords: (one: Task) => TaskInWords };
  return kind.inWords(task);
}
