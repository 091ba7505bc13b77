import type { ApiClient } from "../model/api-client.ts";
import type { BusinessProcess } from "../model/business-process.ts";
import type { Fault } from "../model/fault.ts";
import type { ExistingGroup, GroupSettings, RawGroup } from "../model/group-settings.ts";
import type { PersonId, RequestId, TenantName } from "../model/ids.ts";
import type { PendingChange } from "../model/pending.ts";
import type { HeldSource, Permissions } from "../model/permissions.ts";
import type { RawEndSegments, RawSegment } from "../model/raw-segments.ts";
import type {
  BypassingGroups,
  MissingSegments,
  Segmented,
  SegmentedAccess,
} from "../model/segments.ts";
import type { RawSignOn, SignOn } from "../model/sign-on.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { RecipeChoices } from "../tenant/recipe-choices.ts";
import type { AuthenticationPolicy } from "../tenant/tenant.ts";

/** The integration system that the new user will hang on: one user a system. */
export type AskedSystem =
  | {
      readonly kind: "existing";
      readonly id: string;
      readonly name: string;
      /** Present where the person named the system by it: then the call names it so, too. */
      readonly wid?: string;
    }
  | { readonly kind: "new"; readonly name: string };

/** What every request says of itself. */
export interface Asked {
  readonly tenant: TenantName;
  readonly reason: string;
  readonly ticket?: string;
}

/** An integration user on its system, with its group: as it is asked for, or as it was asked for before. */
export interface Account extends SignOn, GroupSettings, Segmented {
  /** The recipe it was filled from; absent for "blank". */
  readonly recipe?: string;
  readonly userName: string;
  readonly system: AskedSystem;
  /** Minutes. 0 and absent are different answers: 0 is sent, absent is left out. */
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions: boolean;
  readonly groupName: string;
  readonly permissions: Permissions;
  /** The tenant's, as it was configured when this was asked for; absent where it had none. */
  readonly authenticationPolicy?: AuthenticationPolicy;
  /** Absent: none. */
  readonly businessProcesses?: readonly BusinessProcess[];
  /** The bot did not make it: somebody else did, and a request of the bot's took it into the inventory. */
  readonly isAdopted?: true;
  /** The API client that belongs to it, or that a request is about. */
  readonly client?: ApiClient;
}

/** A new integration user. */
export interface CreateDraft extends Asked, Account {
  readonly kind: "create";
}

/** Another password for an account of the inventory. */
export interface RotateDraft extends Asked, Account {
  readonly kind: "rotate";
  /** Who hears of the moment of the change, besides the requester: an ISU has one password. */
  readonly tell: readonly PersonId[];
}

/** The end of an account of the inventory. */
export interface RetireDraft extends Asked, Account {
  readonly kind: "retire";
  /** A report shows that it is not in its group any more, so nothing takes it out, and nothing puts it back. */
  readonly isOutsideGroup?: true;
}

/** The inactive group of an account of the inventory becomes active: what it is granted counts from then on. */
export interface ActivateGroupDraft extends Asked, Account {
  readonly kind: "activate-group";
  /** It is the account's segment-based group; absent: its own. */
  readonly isOfSegments?: true;
  /** The group as the tenant shows it; absent where it has no reports of it. */
  readonly found?: ExistingGroup;
}

/**
 * Other permissions for an account that exists; `permissions` and `businessProcesses` are what its group may do
 * afterwards.
 */
export interface PermissionsDraft extends Asked, Account {
  readonly kind: "permissions";
  readonly before: Permissions;
  readonly seenIn: HeldSource;
  /** What was asked for last, since no report shows it. Absent in older requests, which leave it as it is. */
  readonly processesBefore?: readonly BusinessProcess[];
  /** Who else is in the group, and gains and loses what the account does; absent: nobody that the bot knows of. */
  readonly alsoInGroup?: readonly string[];
}

/** An API client for an account of the inventory, another refresh token for its client, or its client's end. */
export interface ClientDraft extends Asked, Account {
  readonly kind: "api-client" | "replace-token" | "disable-client";
  readonly client: ApiClient;
}

/** From then on some of what an account may do is open in some segments only. */
export interface SegmentDraft extends Asked, Account {
  readonly kind: "segment";
  /** `permissions` beside it is what the account's own group may do afterwards. */
  readonly segmented: SegmentedAccess;
  /** Where it is known from what the group held before. */
  readonly seenIn: HeldSource;
  /** What the service Learning did not have when this was asked for: the request makes it. */
  readonly missing: MissingSegments;
  readonly otherWays: BypassingGroups;
}

/** The end of that: nothing of the account is behind segments any more. */
export interface EndSegmentsDraft extends Asked, Account {
  readonly kind: "end-segments";
  /** What ends. */
  readonly segmented: SegmentedAccess;
  /** What the account's own group gets back, for everything; the rest is taken away. */
  readonly restored: Permissions;
}

/** Whatever is pending in the tenant, by itself. */
export interface ActivateDraft extends Asked {
  readonly kind: "activate";
}

/** An activation that a roll back undoes, with the request of ours that it belongs to, if any. */
export interface UndoneActivation extends SecurityTimestamp {
  readonly request?: RequestId;
}

/** The way back to an earlier activation: what was activated after it becomes pending again. */
export interface RollbackDraft extends Asked {
  readonly kind: "rollback";
  readonly to: SecurityTimestamp;
  /** Newest first, one at least: the first is the one that was active when the plan was shown. */
  readonly undone: readonly UndoneActivation[];
  /** What becomes pending again, as far as our own requests know. */
  readonly again: readonly PendingChange[];
  /** Accounts of the inventory whose permissions stop working. */
  readonly affected: readonly AffectedAccount[];
}

/** An account of the inventory, and how many of its permissions stop working. */
export interface AffectedAccount {
  readonly userName: string;
  readonly groupName: string;
  readonly loses: number;
}

/** What a requester asks for about one integration user. */
export type AccountDraft =
  | CreateDraft
  | RotateDraft
  | RetireDraft
  | ActivateGroupDraft
  | PermissionsDraft
  | ClientDraft
  | SegmentDraft
  | EndSegmentsDraft;

/** What a requester asks for, checked by every rule that needs no Workday. */
export type Draft = AccountDraft | ActivateDraft | RollbackDraft;

export type DraftKind = Draft["kind"];

/** @returns `undefined` for a request that is about the tenant, and about no account. */
export function accountOf(draft: Draft): AccountDraft | undefined {
  return "userName" in draft ? draft : undefined;
}

export function isAboutClient(draft: Draft): draft is ClientDraft {
  return (
    draft.kind === "api-client" || draft.kind === "replace-token" || draft.kind === "disable-client"
  );
}

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
  | keyof RawSignOn
  | keyof RawGroup;

/** One sentence a field: what is wrong and what to do. */
export type FieldProblems = Partial<Readonly<Record<Field, string>>>;

/** Why the tenant does not take the draft as it is: sentences by field, or a service that failed. */
export type TenantCheck =
  | { readonly kind: "problems"; readonly problems: FieldProblems }
  | { readonly kind: "fault"; readonly fault: Fault };
