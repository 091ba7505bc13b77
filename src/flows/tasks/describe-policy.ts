import type { SignOnTask } from "./sign-on-task.ts";
import type { TaskInWords } from "./task-in-words.ts";

/** The field of *Maintain Password Rules*. */
export const passwordRulesField = "System Users exempt from password expiration";

/** The fields of *Manage Authentication Policies*. Their names are a guess. */
export function inPolicy({
  policy,
  groupName,
  userName,
}: Extract<SignOnTask, { groupName: string }>): TaskInWords["fields"] {
  return [
    ...(policy === undefined ? [] : [{ field: "Authentication Policy", value: policy }]),
    { field: "Security Group", value: groupName },
    { field: "User in it", value: userName },
  ];
}
