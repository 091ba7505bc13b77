import type { Fault } from "./fault.ts";
import type { TenantName } from "./ids.ts";
import type { Permissions } from "./permissions.ts";

/** The integration system that the new user will hang on: one user a system. */
export type AskedSystem =
  | { readonly kind: "existing"; readonly id: string; readonly name: string }
  | { readonly kind: "new"; readonly name: string };

/** What a requester asks for, checked by every rule that needs no Workday. */
export interface Draft {
  readonly tenant: TenantName;
  /** The recipe it was filled from; absent for "blank". */
  readonly recipe?: string;
  readonly userName: string;
  readonly system: AskedSystem;
  /** Minutes. 0 and absent are different answers: 0 is sent, absent is left out. */
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions: boolean;
  readonly groupName: string;
  readonly permissions: Permissions;
  readonly reason: string;
  readonly ticket?: string;
}

/** What the form sends: text as typed, by field. */
export interface RawDraft {
  readonly tenant: string;
  readonly recipe: string;
  readonly userName: string;
  readonly existingSystem?: { readonly id: string; readonly name: string };
  readonly newSystem: string;
  readonly sessionTimeoutMinutes: string;
  readonly doNotAllowUiSessions: boolean;
  readonly groupName: string;
  /** One domain a line. */
  readonly domains: Readonly<Record<keyof Permissions, string>>;
  readonly reason: string;
  readonly ticket: string;
}

/** A field of the form. */
export type Field =
  | "tenant"
  | "userName"
  | "existingSystem"
  | "newSystem"
  | "sessionTimeoutMinutes"
  | "groupName"
  | "Get"
  | "Put"
  | "View"
  | "Modify"
  | "reason"
  | "ticket";

/** One sentence a field: what is wrong and what to do. */
export type FieldProblems = Partial<Readonly<Record<Field, string>>>;

/** Why the tenant does not take the draft as it is: sentences by field, or a service that failed. */
export type TenantCheck =
  | { readonly kind: "problems"; readonly problems: FieldProblems }
  | { readonly kind: "fault"; readonly fault: Fault };
