import type { BusinessProcess } from "../model/business-process.ts";
import type { ConstrainedGroup } from "../model/group-settings.ts";
import type { Permissions } from "../model/permissions.ts";

/** What a tenant shows once a task is done. */
export type TaskTrace =
  /** A group that is to be inactive may as well be gone. */
  | {
      readonly kind: "group";
      readonly groupName: string;
      readonly isActive: boolean;
      /** Absent: of whatever type it is. */
      readonly type?: { readonly kind: "unconstrained" } | ConstrainedGroup;
    }
  | {
      readonly kind: "member";
      readonly groupName: string;
      readonly userName: string;
      readonly isIn: boolean;
    }
  /** Pending, or active already. */
  | {
      readonly kind: "grants";
      readonly groupName: string;
      readonly permissions: Permissions;
      readonly isGranted: boolean;
    }
  | {
      readonly kind: "processes";
      readonly groupName: string;
      readonly businessProcesses: readonly BusinessProcess[];
      readonly change: "Added" | "Removed";
    }
  | { readonly kind: "exemption"; readonly userName: string; readonly isExempt: boolean }
  /** Neither x509 nor SAML signs on as the account. */
  | { readonly kind: "token-sign-on"; readonly userName: string };

/** What a look came to, right after somebody said that a task is done. */
export type TaskCheck =
  | { readonly kind: "shown" }
  /** What was seen in place of it, a sentence each. */
  | { readonly kind: "not-shown"; readonly words: readonly string[] }
  /** Nothing that the tenant shows to the bot could tell. */
  | { readonly kind: "on-trust" };

const mostSaid = 5;

/** What somebody reads whose task does not show. */
export function describeNotShown(words: readonly string[]): string {
  const said = words.slice(0, mostSaid).join(" ");
  const more = words.length > mostSaid ? ` And ${words.length - mostSaid} more.` : "";
  return `It was reported as done, and Workday shows otherwise: ${said}${more} Do what is missing, then press Try again.`;
}
