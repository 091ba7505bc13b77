import type { TaskInWords } from "./task-in-words.ts";

/** A task about whether and for how long an account may sign on. */
export type SignOnTask =
  | { readonly name: "exempt-from-password-expiry"; readonly userName: string }
  | { readonly name: "remove-password-exemption"; readonly userName: string }
  | {
      readonly name: "allow-in-authentication-policy";
      readonly groupName: string;
      readonly userName: string;
      /** Absent where the tenant has one only. */
      readonly policy?: string;
      readonly allowedTypes: readonly string[];
    }
  | {
      readonly name: "remove-from-authentication-policy";
      readonly groupName: string;
      readonly userName: string;
      readonly policy?: string;
    }
  | { readonly name: "activate-authentication-policies"; readonly comment: string };

/** Each of them, for schemas. */
export const signOnTaskNames = [
  "exempt-from-password-expiry",
  "remove-password-exemption",
  "allow-in-authentication-policy",
  "remove-from-authentication-policy",
  "activate-authentication-policies",
] as const satisfies readonly SignOnTask["name"][];

const names: ReadonlySet<string> = new Set(signOnTaskNames);

export function isSignOnTask(task: { readonly name: string }): task is SignOnTask {
  return names.has(task.name);
}

// Which domains secure these tasks is a guess.
const needs = ["Security Administration (functional area System)"];

/**
 * Says the tasks about how an account may sign on in Workday's words. The names of the fields in an
 * authentication policy are a guess.
 * @see Kolleno, "Connect Workday to Kolleno" (Maintain Password Rules)
 */
// oxlint-disable-next-line max-lines-per-function -- one arm for each task
export function describeSignOnTask(task: SignOnTask): TaskInWords {
  switch (task.name) {
    case "exempt-from-password-expiry":
      return {
        title: "Maintain Password Rules",
        steps: [
          "Add the user to those that are there, press OK, then Done. It takes effect at once.",
        ],
        fields: [{ field: exempt, value: task.userName }],
        needs,
      };
    case "remove-password-exemption":
      return {
        title: "Maintain Password Rules",
        steps: ["Remove the user and nobody else, press OK, then Done."],
        fields: [{ field: `${exempt} (remove)`, value: task.userName }],
        needs,
      };
    case "allow-in-authentication-policy":
      return {
        title: "Manage Authentication Policies",
        steps: [
          "Edit the policy, allow the group these authentication types, press OK, then Done. Do not activate anything yet.",
        ],
        fields: [
          ...where(task),
          { field: "Allowed Authentication Types", value: task.allowedTypes.join("\n") },
        ],
        needs,
      };
    case "remove-from-authentication-policy":
      return {
        title: "Manage Authentication Policies",
        steps: ["Edit the policy, take the group out of it, press OK, then Done."],
        fields: where(task),
        needs,
      };
    case "activate-authentication-policies":
      return {
        title: "Activate All Pending Authentication Policy Changes",
        steps: [
          "Look at what is listed: it takes effect for everything that is pending in the authentication policies, at once.",
          "Type the comment, press OK, check Confirm, press OK.",
        ],
        fields: [
          { field: "Comment", value: task.comment },
          { field: "Confirm", value: "checked" },
        ],
        needs,
      };
  }
}

const exempt = "System Users exempt from password expiration";

function where({
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
