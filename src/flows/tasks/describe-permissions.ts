import type { Permissions } from "../model/permissions.ts";
import type { TaskInWords } from "./task-in-words.ts";

interface Maintained {
  readonly groupName: string;
  readonly permissions: Permissions;
}

const needs = ["Integration Security", "Security Configuration (functional area System)"];

/** *Maintain Permissions for Security Group*, to add. */
export function describeGrant({ groupName, permissions }: Maintained): TaskInWords {
  return {
    title: "Maintain Permissions for Security Group",
    steps: ["Add each domain under its access, press OK, then Done. Do not activate anything yet."],
    fields: [...maintain(groupName), ...describePermissions(permissions, "permitting")],
    needs,
  };
}

/** The same task, to take away. */
export function describeRevoke({ groupName, permissions }: Maintained): TaskInWords {
  return {
    title: "Maintain Permissions for Security Group",
    steps: ["Remove each domain from its access, press OK, then Done."],
    fields: [...maintain(groupName), ...describePermissions(permissions, "to remove from")],
    needs,
  };
}

function maintain(groupName: string): TaskInWords["fields"] {
  return [
    { field: "Operation", value: "Maintain" },
    { field: "Source Security Group", value: groupName },
  ];
}

function describePermissions(permissions: Permissions, verb: string): TaskInWords["fields"] {
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
