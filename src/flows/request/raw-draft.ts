import type { BusinessProcess } from "../model/business-process.ts";
import type { Fault } from "../model/fault.ts";
import type { RawGroup } from "../model/group-settings.ts";
import type { PersonId } from "../model/ids.ts";
import type { HeldSource, Permissions } from "../model/permissions.ts";
import type { RawEndSegments, RawSegment } from "../model/raw-segments.ts";
import type { RawSettings } from "../model/raw-settings.ts";
import type { RawSignOn } from "../model/sign-on.ts";
import type { RecipeChoices } from "../tenant/recipe-choices.ts";
import type { DraftKind } from "./draft.ts";

/** Kinds of request that need no more than a few fields beside the account. */
export const changeKinds = [
  "rotate",
  "retire",
  "activate",
  "activate-group",
  "rollback",
  "replace-token",
  "disable-client",
] as const satisfies readonly DraftKind[];

/** What any form sends, kept until its plan is confirmed. */
export type Raw =
  | RawDraft
  | RawChange
  | RawActivation
  | RawRollback
  | RawPermissions
  | RawSettings
  | RawClient
  | RawSegment
  | RawEndSegments;

/** What the form of a change to an account of the inventory sends. */
export interface RawChange {
  readonly kind: "rotate" | "retire" | "activate-group" | "replace-token" | "disable-client";
  readonly tenant: string;
  readonly userName: string;
  /** Which, where an account that the bot did not make is in several. */
  readonly groupName?: string;
  readonly tell: readonly PersonId[];
  readonly reason: string;
  readonly ticket: string;
}

/** What the form of other permissions sends. */
export interface RawPermissions {
  readonly kind: "permissions";
  readonly tenant: string;
  readonly userName: string;
  readonly groupName: string;
  /** What the form was filled with when it opened: the difference is to this. */
  readonly before: Permissions;
  readonly seenIn: HeldSource;
  /** What was asked for last, when the form opened; absent where it did not ask about them yet. */
  readonly processesBefore?: readonly BusinessProcess[];
  /** The bot did not make the account: nobody knows what else it may initiate. */
  readonly isAdopted?: true;
  /** One domain a line. */
  readonly domains: Readonly<Record<keyof Permissions, string>>;
  readonly otherDomains?: string;
  /** One a line, the action behind a `|`; absent where none is asked for. */
  readonly businessProcesses?: string;
  readonly reason: string;
  readonly ticket: string;
}

/** What the form of an API client sends. */
export interface RawClient {
  readonly kind: "api-client";
  readonly tenant: string;
  readonly userName: string;
  /** Which, where an account that the bot did not make is in several. */
  readonly groupName?: string;
  readonly clientName: string;
  readonly nonExpiringRefreshTokens: boolean;
  /** Chosen from the catalogue. */
  readonly functionalAreas: readonly string[];
  /** One a line. */
  readonly otherAreas: string;
  readonly includeWorkdayOwnedScope: boolean;
  readonly reason: string;
  readonly ticket: string;
}

/** What the form of an activation sends. */
export interface RawActivation {
  readonly kind: "activate";
  readonly tenant: string;
  readonly reason: string;
  readonly ticket: string;
}

/** What the form of a roll back sends. Moments are milliseconds since 1970, as text. */
export interface RawRollback {
  readonly kind: "rollback";
  readonly tenant: string;
  /** The activation to go back to. */
  readonly timestamp: string;
  /** The newest activation when the list was shown. */
  readonly newest: string;
  readonly reason: string;
  readonly ticket: string;
}

/** What the form of a new integration user sends: text as typed, by field. */
export interface RawDraft {
  readonly kind: "create";
  readonly tenant: string;
  readonly recipe: string;
  readonly userName: string;
  readonly existingSystem?: { readonly id: string; readonly name: string; readonly wid?: string };
  readonly newSystem: string;
  readonly sessionTimeoutMinutes: string;
  readonly doNotAllowUiSessions: boolean;
  readonly groupName: string;
  /** One domain a line. */
  readonly domains: Readonly<Record<keyof Permissions, string>>;
  /** What was decided where the recipe leaves it open; absent where it leaves nothing. */
  readonly choices?: RecipeChoices;
  /** A pasted table, with the access on each line or above it. */
  readonly otherDomains?: string;
  /** One a line, the action behind a `|`; absent where none is asked for. */
  readonly businessProcesses?: string;
  readonly reason: string;
  readonly ticket: string;
  readonly signOn?: RawSignOn;
  /** What the recipe's guide wants an authentication policy to allow; nobody types it. */
  readonly authenticationTypes?: readonly string[];
  readonly group?: RawGroup;
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
  /** The domains whose access the recipe leaves open. */
  | "open"
  | "otherDomains"
  | "businessProcesses"
  | "reason"
  | "ticket"
  | "tell"
  /** The activation to go back to. */
  | "timestamp"
  | "clientName"
  | "functionalAreas"
  | "otherAreas"
  | "segmentKind"
  | "segmentNames"
  | "segmentId"
  | "content"
  | "segmentGroup"
  | "segmentInactive"
  | "isRestored"
  | "newPasswordConfirmed"
  | "x509Change"
  | "samlChange"
  | "policyChange"
  | keyof RawSignOn
  | keyof RawGroup;

/** One sentence a field: what is wrong and what to do. */
export type FieldProblems = Partial<Readonly<Record<Field, string>>>;

/** Why the tenant does not take the draft as it is: sentences by field, or a service that failed. */
export type TenantCheck =
  | { readonly kind: "problems"; readonly problems: FieldProblems }
  | { readonly kind: "fault"; readonly fault: Fault };
