import type { AccountSettings, SettingsChange } from "../model/account-settings.ts";
import type { ApiClient } from "../model/api-client.ts";
import type { BusinessProcess } from "../model/business-process.ts";
import type { ExistingGroup, GroupSettings } from "../model/group-settings.ts";
import type { PersonId, RequestId, TenantName } from "../model/ids.ts";
import type { PendingChange } from "../model/pending.ts";
import type { HeldSource, Permissions } from "../model/permissions.ts";
import type {
  BypassingGroups,
  MissingSegments,
  Segmented,
  SegmentedAccess,
} from "../model/segments.ts";
import type { SignOn } from "../model/sign-on.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
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

/** Other settings of an account that exists. What the account has beside them is as it is afterwards. */
export interface SettingsDraft extends Asked, Account {
  readonly kind: "settings";
  /** As the tenant showed them when this was asked for. */
  readonly shown: AccountSettings;
  /** Nothing in it: only what a person does changes. */
  readonly change: SettingsChange;
  /** Of the exemption from password expiration. Absent: it stays. */
  readonly exemptionChange?: "added" | "ended";
  /** Of the account in the authentication policy. Absent: it stays. */
  readonly policyChange?: {
    readonly kind: "allow" | "remove";
    readonly policy: AuthenticationPolicy;
  };
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

/** Whatever is pending in the tenant: by itself, or as the release of requests that wait for it together. */
export interface ActivateDraft extends Asked {
  readonly kind: "activate";
  /** The requests that the bot opened it for; absent where a person asked for it. */
  readonly members?: readonly ReleaseMember[];
  /** When it was asked for, every eye showed that nothing was pending. Absent: something was, or nobody could see. */
  readonly wasEmpty?: true;
}

/** A request of a release, as the comment of its activation names it. */
export interface ReleaseMember {
  readonly id: RequestId;
  readonly ticket?: string;
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
  | SettingsDraft
  | ClientDraft
  | SegmentDraft
  | EndSegmentsDraft;

/** What a requester asks for, checked by every rule that needs no Workday. */
export type Draft = AccountDraft | ActivateDraft | RollbackDraft;

export type DraftKind = Draft["kind"];

/** @returns `undefined` for a request that is about the tenant, and about no account. */
export function accountOf(draft: Draft): AccountDraft | undefined {
  return "system" in draft ? draft : undefined;
}

export function isAboutClient(draft: Draft): draft is ClientDraft {
  return (
    draft.kind === "api-client" || draft.kind === "replace-token" || draft.kind === "disable-client"
  );
}
