import type { Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { AccountSettings } from "../model/account-settings.ts";
import type { ActivationRun } from "../model/activity.ts";
import type { ClientTrial } from "../model/api-client.ts";
import type { Fault } from "../model/fault.ts";
import type { ShownGroupType } from "../model/group-settings.ts";
import type { ListedAccount } from "../model/listed-account.ts";
import type { PendingChanges } from "../model/pending.ts";
import type { ProcessAccess } from "../model/process-access.ts";
import type { SecurityConfiguration } from "../model/sign-on.ts";
import type { SignOnLog, TimeSpan } from "../model/sign-on-log.ts";
import type { GroupPermissions, SecurityTimestamps } from "../model/tenant-reports.ts";
import type { AccountReferences } from "../request/step-facts.ts";
import type { ProbeOperation } from "../tenant/tenant.ts";

/** An integration system as Workday shows it. `wid` is the tenant's own 32-digit id. */
export interface IntegrationSystem {
  readonly wid: string;
  readonly id: string;
  readonly name: string;
}

/** The one user of an integration system. */
export interface IntegrationSystemUser extends AccountSettings {
  readonly systemId: string;
  readonly systemWid: string;
  readonly userName: string;
}

/** Whether an account name is free, as far as a web service can tell. */
export type AccountStanding =
  | { readonly kind: "free" }
  | { readonly kind: "on-system"; readonly systemId: string }
  /** Workday knows the name and it hangs on no integration system: a worker, or an account made by hand. */
  | { readonly kind: "elsewhere" };

/** What an account is put with. */
export interface UserSettings {
  /** Reference to the integration system, by Integration_System_ID. */
  readonly systemId: string;
  /** Where it is there, the reference is by WID instead. */
  readonly systemWid?: string;
  readonly userName: string;
  /**
   * `generated`: Workday makes up a random one (Generate_Random_Password) and tells nobody. `unchanged`: neither choice of
   * the schema is sent. That the account keeps the one it has then is what the documentation implies; nobody tried it.
   */
  readonly password: Secret | "generated" | "unchanged";
  /** Absent leaves the element out where the password is unchanged; with a password it means no. */
  readonly requireNewPassword?: boolean;
  /** Every configuration; absent leaves the element out. Whether a put without it keeps what was set is not known. */
  readonly tokens?: readonly SecurityConfiguration[];
  /** Whole minutes: 0, or 6 to the tenant's maximum; absent leaves the element out. */
  readonly sessionTimeoutMinutes?: number;
  /** Absent leaves the element out. */
  readonly doNotAllowUiSessions?: boolean;
}

/** The ids that Workday answers with. */
export interface PutUserReply {
  readonly systemWid: string;
  readonly userWid: string;
  readonly references: AccountReferences;
}

/** Whether somebody could sign on, and was allowed the read. */
export type ProbeAnswer = "answered" | "not-authorized" | "not-signed-on";

/** A security group as a report shows it; members by user name. */
export interface SecurityGroup {
  readonly name: string;
  readonly active: boolean;
  readonly members: readonly string[];
  /** Absent where the report does not say. */
  readonly type?: ShownGroupType;
  /** Groups whose members can change who is in it. Absent where nothing shows it, as of the next two. */
  readonly administeredBy?: readonly string[];
  /** Groups that are made of this one and others, whose permissions its members have. */
  readonly includedIn?: readonly string[];
  readonly processes?: ProcessAccess;
  /** It has members that do not show; absent: none, as far as anybody can tell. */
  readonly hidesMembers?: true;
  /** Absent: a custom report shows it. */
  readonly by?: "wql" | "implementation";
}

/** What one tenant offers as web services and reports. */
export interface Workday {
  /** @returns `undefined` when the tenant has no system with this id, an Integration_System_ID unless said. */
  readonly findIntegrationSystem: (
    id: string,
    type?: "WID" | "Integration_System_ID",
  ) => Promise<Result<IntegrationSystem | undefined, Fault>>;
  /** All integration systems of the tenant, page by page. */
  readonly listIntegrationSystems: () => Promise<Result<readonly IntegrationSystem[], Fault>>;
  /** @returns `undefined` when no user hangs on this system. */
  readonly findUserOfSystem: (
    systemId: string,
  ) => Promise<Result<IntegrationSystemUser | undefined, Fault>>;
  readonly findAccount: (userName: string) => Promise<Result<AccountStanding, Fault>>;
  /**
   * Creates an integration system (`Add_Only`). Not safe to repeat: the second time is `rejected`.
   * On `unknown` the tenant may hold it already.
   */
  readonly putIntegrationSystem: (system: {
    readonly id: string;
    readonly name: string;
    readonly template?: string;
  }) => Promise<Result<IntegrationSystem, Fault>>;
  /**
   * Creates the user of a system, **or resets the password of the one that is there**, unless that is unchanged: look
   * first. Repeating with the same settings is the same as once.
   */
  readonly putIntegrationSystemUser: (user: UserSettings) => Promise<Result<PutUserReply, Fault>>;
  readonly readPendingChanges: () => Promise<Result<PendingChanges, Fault>>;
  /** @returns `undefined` where the tenant has no such report. */
  readonly readSecurityGroups: () => Promise<Result<readonly SecurityGroup[] | undefined, Fault>>;
  /** User names that are exempt from password expiration; `undefined` where the tenant has no such report. */
  readonly readPasswordExemptions: () => Promise<Result<readonly string[] | undefined, Fault>>;
  /** Accounts, and whether they are locked or end by themselves; `undefined` where nothing of the tenant shows it. */
  readonly readAccounts: () => Promise<Result<readonly ListedAccount[] | undefined, Fault>>;
  /** What every group may do, active and pending; one read for the whole tenant. */
  readonly readGroupPermissions: () => Promise<Result<GroupPermissions, Fault>>;
  /** The activations that the tenant remembers. */
  readonly readTimestamps: () => Promise<Result<SecurityTimestamps, Fault>>;
  /**
   * What the tenant's log of sign-ons holds of a time, of every account. Bounded in pages and in time. `denied` and
   * `rejected`: the bot may not read it, or the tenant's version has none.
   */
  readonly readSignOns: (span: TimeSpan) => Promise<Result<SignOnLog, Fault>>;
  /**
   * Who ran the activation within a time, as the tenant's activity log says; bounded in pages and in time. Absent where the
   * bot has no API client of its own.
   */
  readonly readActivationRuns?: (
    span: TimeSpan,
  ) => Promise<Result<readonly ActivationRun[], Fault>>;
  /** Signs on as somebody else and makes one harmless read. */
  readonly probe: (
    as: { readonly userName: string; readonly password: Secret },
    operation: ProbeOperation,
  ) => Promise<Result<ProbeAnswer, Fault>>;
  /** Asks the token endpoint for an access token and makes one harmless call with it. Safe to repeat. */
  readonly tryClient: (client: {
    readonly id: Secret;
    readonly secret: Secret;
    readonly refreshToken: Secret;
  }) => Promise<ClientTrial>;
}
