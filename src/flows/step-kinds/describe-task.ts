import type { TaskKind } from "../request/step-kind.ts";
import type { Task, TaskName } from "../tasks/task.ts";
import type { TaskTrace } from "../tasks/task-check.ts";
import type { TaskInWords } from "../tasks/task-in-words.ts";
import { taskKinds } from "./step-kinds.ts";

type OfTasks = {
  readonly [Name in TaskName]: Pick<TaskKind<Name>, "inWords" | "shows">;
};

interface OfTask {
  readonly inWords: (task: Task) => TaskInWords;
  readonly shows?: (task: Task) => TaskTrace;
}

/**
 * Says a task in Workday's words.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday"; Kolleno, "Connect Workday to Kolleno"
 */
export function describeTask(task: Task): TaskInWords {
  return kindOfTask(task).inWords(task);
}

/** What the tenant shows once a task is done; `undefined` where nothing that the bot can read shows it. */
export function traceOf(task: Task): TaskTrace | undefined {
  return kindOfTask(task).shows?.(task);
}

function kindOfTask(task: Task): OfTask {
  const kinds: OfTasks = taskKinds;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a task and its kind have one name, which no union tells
  return kinds[task.name] as OfTask;
}
