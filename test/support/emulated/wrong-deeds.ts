import { noPermissions, type Permissions } from "../../../src/flows/model/permissions.ts";
import type { Task, TaskName, TaskOf } from "../../../src/flows/tasks/task.ts";

const other = { groupName: "ISSG_Elsewhere", userName: "ISU_Elsewhere" };

/** What somebody does in place of a task, each a little wrong; nothing at all is tried of every task. */
type WrongDeeds = {
  readonly [Name in TaskName]: (task: TaskOf<Name>) => readonly (readonly Task[])[];
};

const wrongDeeds: WrongDeeds = {
  "create-security-group": (task) => {
    const { constrained, ...plain } = task;
    const elsewhere = { organizations: ["Acme Switzerland"], scope: "current" } as const;
    return constrained === undefined
      ? [[{ ...task, constrained: elsewhere }], [{ ...task, groupName: `${task.groupName} 2` }]]
      : [
          [plain],
          [{ ...task, constrained: elsewhere }],
          [{ ...task, constrained: { ...constrained, scope: "subordinates" } }],
        ];
  },
  "add-group-member": (task) => [
    [{ ...task, groupName: other.groupName }],
    [{ ...task, userName: other.userName }],
    [task, { ...task, userName: other.userName }],
    [task, { ...task, groupName: other.groupName }],
  ],
  "remove-group-member": (task) => [[{ ...task, ...other }]],
  "grant-permissions": (task) => listWrongGrants(task),
  "grant-in-segments": (task) => listWrongGrants(task),
  "revoke-permissions": (task) => [[{ ...task, groupName: other.groupName }]],
  "revoke-in-segments": (task) => [[{ ...task, groupName: other.groupName }]],
  activate: (task) => [[{ ...task, comment: "Cleaning up" }]],
  "inactivate-security-group": (task) => [[{ ...task, groupName: other.groupName }]],
  "activate-security-group": (task) => [[{ ...task, groupName: other.groupName }]],
  "activate-previous-timestamp": ({ comment }) => [[{ name: "activate", comment }]],
  "grant-business-processes": (task) => [[{ ...task, groupName: other.groupName }]],
  "revoke-business-processes": (task) => [[{ ...task, groupName: other.groupName }]],
  "exempt-from-password-expiry": (task) => [[{ ...task, userName: other.userName }]],
  "remove-password-exemption": (task) => [[{ ...task, userName: other.userName }]],
  "switch-off-token-sign-on": (task) => [[{ ...task, userName: other.userName }]],
  "allow-in-authentication-policy": (task) => [[{ ...task, ...other }]],
  "remove-from-authentication-policy": (task) => [[{ ...task, ...other }]],
  // It has nothing but a comment, and the tenant one policy.
  "activate-authentication-policies": () => [],
  // What their pages show is entered by the test itself.
  "register-api-client": () => [],
  "replace-refresh-token": () => [],
  "disable-api-client": (task) => [[{ ...task, clientName: "Another client" }]],
  "create-segment-group": (task) => [[{ ...task, securityGroups: [other.groupName] }]],
  "close-segment-group": (task) => [[{ ...task, securityGroups: [other.groupName] }]],
  "add-segments-to-content": (task) => [[{ ...task, names: ["Leadership"] }]],
};

function listWrongGrants<T extends TaskOf<"grant-permissions" | "grant-in-segments">>(
  task: T,
): readonly (readonly T[])[] {
  const { permissions } = task;
  return [
    [{ ...task, groupName: other.groupName }],
    [{ ...task, permissions: swap(permissions) }],
    [task, { ...task, permissions: { ...noPermissions, Modify: ["Payroll"] } }],
  ];
}

/** Get where Put was asked for, and the other way round. */
function swap(permissions: Permissions): Permissions {
  const { Get, Put, View, Modify } = permissions;
  return { Get: Put, Put: Get, View: Modify, Modify: View };
}

/** Everything that is tried in place of one task: first of all nothing. */
export function listWrongDeeds<Name extends TaskName>(
  task: TaskOf<Name>,
): readonly (readonly Task[])[] {
  return [[], ...deedsFor(task.name)(task)];
}

function deedsFor<Name extends TaskName>(name: Name): WrongDeeds[Name] {
  return wrongDeeds[name];
}
