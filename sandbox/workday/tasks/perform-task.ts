import type { TenantState } from "../state.ts";
import { accountTasks } from "./account-tasks.ts";
import { activationTasks } from "./activation-tasks.ts";
import { apiClientTasks } from "./api-client-tasks.ts";
import { authenticationTasks } from "./authentication-tasks.ts";
import { editBusinessProcess } from "./edit-business-process.ts";
import { groupTasks } from "./group-tasks.ts";
import { editLearningContent } from "./learning-tasks.ts";
import { maintainPermissions } from "./maintain-permissions.ts";
import { refused, type Task, type TaskOutcome } from "./task.ts";

const tasks: readonly Task[] = [
  ...groupTasks,
  maintainPermissions,
  editBusinessProcess,
  ...activationTasks,
  ...accountTasks,
  ...authenticationTasks,
  ...apiClientTasks,
  editLearningContent,
];

/** The tasks an automation may do: all but those whose page shows a secret. */
export const runnableTasks: readonly string[] = tasks
  .filter((task) => !apiClientTasks.includes(task))
  .map((task) => task.name);

/** Does a task as somebody and writes down that he did, or that the page refused it. */
export function performTask(
  state: TenantState,
  asked: { readonly task: string; readonly fields: unknown; readonly by: string },
): TaskOutcome {
  const { task, fields, by } = asked;
  const found = tasks.find(({ name }) => name === task);
  const outcome = found?.perform(state, fields, by) ?? refused(`There is no task "${task}".`);
  const { status, detail } = outcome;
  state.tasksPerformed.push({ task, fields, by, at: state.now(), status, detail });
  state.changed();
  return outcome;
}
