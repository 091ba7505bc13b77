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
  | { readonly name: "activate-authentication-policies"; readonly comment: string }
  /** Every x509 and SAML configuration of the account. */
  | { readonly name: "switch-off-token-sign-on"; readonly userName: string };

/** Each of them, for schemas. */
export const signOnTaskNames = [
  "exempt-from-password-expiry",
  "remove-password-exemption",
  "allow-in-authentication-policy",
  "remove-from-authentication-policy",
  "activate-authentication-policies",
  "switch-off-token-sign-on",
] as const satisfies readonly SignOnTask["name"][];

const names: ReadonlySet<string> = new Set(signOnTaskNames);

export function isSignOnTask(task: { readonly name: string }): task is SignOnTask {
  return names.has(task.name);
}
