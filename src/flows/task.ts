import type { Permissions } from "./permissions.ts";

/** A task that Workday has no public web service for, so a runner or a person carries it out. */
export type Task =
  | { readonly name: "create-security-group"; readonly groupName: string }
  | {
      readonly name: "add-group-member";
      readonly groupName: string;
      readonly userName: string;
    }
  | {
      readonly name: "grant-permissions";
      readonly groupName: string;
      readonly permissions: Permissions;
    }
  | { readonly name: "activate"; readonly comment: string }
  | {
      readonly name: "revoke-permissions";
      readonly groupName: string;
      readonly permissions: Permissions;
    }
  | {
      readonly name: "remove-group-member";
      readonly groupName: string;
      readonly userName: string;
    }
  | { readonly name: "inactivate-security-group"; readonly groupName: string };

export type TaskName = Task["name"];

/** Every task, for schemas. */
export const taskNames = [
  "create-security-group",
  "add-group-member",
  "grant-permissions",
  "activate",
  "revoke-permissions",
  "remove-group-member",
  "inactivate-security-group",
] as const satisfies readonly TaskName[];

export type TaskHand = "runner" | "person";

/** A task as a person reads it: where to go, what to type, and what they need to be allowed to. */
export interface TaskInWords {
  /** The task's name as Workday's search finds it. */
  readonly title: string;
  readonly steps: readonly string[];
  readonly fields: readonly { readonly field: string; readonly value: string }[];
  /** Domains that the person needs, as the guides name them. */
  readonly needs: readonly string[];
}

const securityConfiguration = "Security Configuration (functional area System)";

/**
 * Says a task in Workday's words.
 * @see Microsoft Viva Learning, "Create an integration system user (ISU) on Workday"; Kolleno, "Connect Workday to Kolleno"
 */
// oxlint-disable-next-line max-lines-per-function -- one arm for each task
export function sayTask(task: Task): TaskInWords {
  switch (task.name) {
    case "create-security-group":
      return {
        title: "Create Security Group",
        steps: ["Choose the type, type the name, press OK."],
        fields: [
          {
            field: "Type of Tenanted Security Group",
            value: "Integration System Security Group (Unconstrained)",
          },
          { field: "Name", value: task.groupName },
        ],
        needs: [securityConfiguration],
      };
    case "add-group-member":
      return {
        title: "Edit Integration System Security Group (Unconstrained)",
        steps: ["Add the user under Integration System Users, press OK, then Done."],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Integration System Users", value: task.userName },
        ],
        needs: [securityConfiguration, "Integration Security"],
      };
    case "remove-group-member":
      return {
        title: "Edit Integration System Security Group (Unconstrained)",
        steps: ["Remove the user under Integration System Users, press OK, then Done."],
        fields: [
          { field: "Name", value: task.groupName },
          { field: "Integration System Users (remove)", value: task.userName },
        ],
        needs: [securityConfiguration, "Integration Security"],
      };
    case "grant-permissions":
      return {
        title: "Maintain Permissions for Security Group",
        steps: [
          "Add each domain under its access, press OK, then Done. Do not activate anything yet.",
        ],
        fields: [...maintain(task.groupName), ...sayPermissions(task.permissions, "permitting")],
        needs: ["Integration Security", securityConfiguration],
      };
    case "revoke-permissions":
      return {
        title: "Maintain Permissions for Security Group",
        steps: ["Remove each domain from its access, press OK, then Done."],
        fields: [
          ...maintain(task.groupName),
          ...sayPermissions(task.permissions, "to remove from"),
        ],
        needs: ["Integration Security", securityConfiguration],
      };
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
  }
}

function maintain(groupName: string): TaskInWords["fields"] {
  return [
    { field: "Operation", value: "Maintain" },
    { field: "Source Security Group", value: groupName },
  ];
}

function sayPermissions(permissions: Permissions, verb: string): TaskInWords["fields"] {
  const said = [
    ["Modify", permissions.Modify],
    ["View", permissions.View],
    ["Put", permissions.Put],
    ["Get", permissions.Get],
  ] as const;
  return said.flatMap(([access, domains]) =>
    domains.length === 0
      ? []
      : [
          {
            field: `Domain Security Policies ${verb} ${access} access`,
            value: domains.join("\n"),
          },
        ],
  );
}
