import { type BusinessProcess, describeProcess } from "../model/business-process.ts";
import type { ConstrainedGroup } from "../model/group-settings.ts";
import { formatUtc } from "../model/ids.ts";
import { describeClientTask, isClientTask } from "./client-task.ts";
import { describeGrant, describeRevoke } from "./describe-permissions.ts";
import { describeSegmentTask, isSegmentTask } from "./segment-task.ts";
import { describeSignOnTask, isSignOnTask } from "./sign-on-task.ts";
import { groupTypeOf, type NewGroup, type Task } from "./task.ts";
import type { TaskInWords } from "./task-in-words.ts";

const securityConfiguration = "Security Configuration (functional area System)";

/**
 * Says a task in Workday's words.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday"; Kolleno, "Connect Workday to Kolleno"
 */
// oxlint-disable-next-line complexity, max-lines-per-function -- one arm for each task
export function describeTask(task: Task): TaskInWords {
  if (isSignOnTask(task)) return describeSignOnTask(task);
  if (isClientTask(task)) return describeClientTask(task);
  if (isSegmentTask(task)) return describeSegmentTask(task);
  switch (task.name) {
    case "create-security-group":
      return {
        title: "Create Security Group",
        steps: ["Choose the type, type the name, press OK.", ...describeMore(task)],
        fields: [
          { field: "Type of Tenanted Security Group", value: groupTypeOf(task) },
          { field: "Name", value: task.groupName },
          ...describeConstraint(task.constrained),
          ...(task.isInactive === true ? [{ field: "Inactive", value: "checked" }] : []),
        ],
        needs: [securityConfiguration],
      };
    case "add-group-member":
      return {
        title: "Edit Integration System Security Group",
        steps: ["Add the user under Integration System Users, press OK, then Done."],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Integration System Users", value: task.userName },
        ],
        needs: [securityConfiguration, "Integration Security"],
      };
    case "remove-group-member":
      return {
        title: "Edit Integration System Security Group",
        steps: ["Remove the user under Integration System Users, press OK, then Done."],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Integration System Users (remove)", value: task.userName },
        ],
        needs: [securityConfiguration, "Integration Security"],
      };
    case "grant-permissions":
      return describeGrant(task);
    case "revoke-permissions":
      return describeRevoke(task);
    case "activate":
      return {
        title: "Activate Pending Security Policy Changes",
        steps: [
          "Look at what is listed: it takes effect for everything that is pending, at once.",
          "Type the comment, press OK, check Confirm, press OK.",
        ],
        fields: [
          { field: "Comment", value: task.comment },
          { field: "Confirm", value: "checked" },
        ],
        needs: [securityConfiguration],
      };
    case "inactivate-security-group":
      return {
        title: "Edit Security Group",
        steps: ["Check Inactive, press OK, then Done."],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Inactive", value: "checked" },
        ],
        needs: [securityConfiguration],
      };
    case "activate-security-group":
      return {
        title: "Edit Security Group",
        steps: ["Uncheck Inactive, press OK, then Done: what it is granted counts at once."],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Inactive", value: "not checked" },
        ],
        needs: [securityConfiguration],
      };
    case "activate-previous-timestamp":
      return {
        title: "Activate Previous Security Timestamp",
        steps: [
          `Look at View All Security Timestamps first: the newest has to be of ${formatUtc(task.newest)}. If it is another one, do nothing and press I can't.`,
          "Choose the timestamp, type the comment, press OK, check Confirm, press OK.",
        ],
        fields: [
          { field: "Security Timestamp", value: formatUtc(task.timestamp) },
          { field: "Comment", value: task.comment },
          { field: "Confirm", value: "checked" },
        ],
        needs: [securityConfiguration],
      };
    case "grant-business-processes":
      return {
        title: "Edit Business Process Security Policy",
        steps: [
          "For each business process: find its initiating action (web service), add the group there, press OK, then Done. Do not activate anything yet.",
        ],
        fields: describeProcesses(task, "Initiating actions to add the group to"),
        needs: [securityConfiguration],
      };
    case "revoke-business-processes":
      return {
        title: "Edit Business Process Security Policy",
        steps: [
          "For each business process: take the group out of the initiating action (web service), press OK, then Done.",
        ],
        fields: describeProcesses(task, "Initiating actions to take the group out of"),
        needs: [securityConfiguration],
      };
  }
}

/** Settings that the task asks for on its second page. */
function describeMore({ constrained, isInactive }: NewGroup): readonly string[] {
  return constrained === undefined && isInactive !== true
    ? []
    : ["On the page that follows fill the other fields, press OK, then Done."];
}

/** The field names are those of the type in the implementation service: a guess for the page. */
function describeConstraint(
  constrained: Omit<ConstrainedGroup, "kind"> | undefined,
): TaskInWords["fields"] {
  if (constrained === undefined) return [];
  const { organizations, scope } = constrained;
  const reach =
    scope === "current"
      ? "Applies to Current Organization Only"
      : "Applies to Current Organization And All Subordinates";
  return [
    { field: "Organizations (all of one type)", value: organizations.join("\n") },
    { field: "Access Rights to Organizations", value: reach },
  ];
}

function describeProcesses(
  {
    groupName,
    businessProcesses,
  }: { readonly groupName: string; readonly businessProcesses: readonly BusinessProcess[] },
  field: string,
): TaskInWords["fields"] {
  return [
    { field: "Security Group", value: groupName },
    { field, value: businessProcesses.map(describeProcess).join("\n") },
  ];
}
