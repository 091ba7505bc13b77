import type { ConstrainedGroup, GroupSettings } from "../../model/group-settings.ts";
import { asked, groupOf } from "../../request/names-in-draft.ts";
import type { TaskKind } from "../../request/step-kind.ts";
import { groupTypeOf, type NewGroup } from "../../tasks/task.ts";
import { securityConfiguration, type TaskInWords } from "../../tasks/task-in-words.ts";

export const createSecurityGroup: TaskKind<"create-security-group"> = {
  name: "create-security-group",
  title: "the security group",
  describe: (draft) =>
    `Make the security group ${groupOf(draft)}${describeGroupKind(asked(draft))}`,
  takesEffect: false,
  effectOnGroup: "makes",
  hands: "any",
  shows: ({ groupName, constrained, isInactive }) => ({
    kind: "group",
    groupName,
    isActive: isInactive !== true,
    type:
      constrained === undefined
        ? { kind: "unconstrained" }
        : { kind: "constrained", ...constrained },
  }),
  inWords: (task) => ({
    title: "Create Security Group",
    steps: ["Choose the type, type the name, press OK.", ...describeMore(task)],
    fields: [
      { field: "Type of Tenanted Security Group", value: groupTypeOf(task) },
      { field: "Name", value: task.groupName },
      ...describeConstraint(task.constrained),
      ...(task.isInactive === true ? [{ field: "Inactive", value: "checked" }] : []),
    ],
    needs: [securityConfiguration],
  }),
};

function describeGroupKind({ group, isGroupInactive }: GroupSettings = {}): string {
  const kinds = [
    ...(group?.kind === "constrained" ? ["constrained"] : []),
    ...(isGroupInactive === true ? ["inactive"] : []),
  ];
  return kinds.length === 0 ? "" : ` (${kinds.join(", ")})`;
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
