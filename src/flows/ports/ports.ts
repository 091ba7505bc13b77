import type { Result } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import type { SeenActivations } from "../model/activations.ts";
import type { ClientTrial } from "../model/api-client.ts";
import type { Fault } from "../model/fault.ts";
import type { ShownGroupType } from "../model/group-settings.ts";
import type { Instant, PersonId, RequestId, TenantName } from "../model/ids.ts";
import type { PendingChanges, Voided } from "../model/pending.ts";
import type { KeyReference, TokenSignOn } from "../model/sign-on.ts";
import type { GroupPermissions, SecurityTimestamps } from "../model/tenant-reports.ts";
import type { Acknowledged } from "../request/acknowledged.ts";
import type { Click } from "../request/click.ts";
import type { DelegationOrder } from "../request/delegation.ts";
import type { Raw, TenantCheck } from "../request/draft.ts";
import type { AccountReferences, Event, Recorded } from "../request/event.ts";
import type { Notice } from "../request/notice.ts";
import type { Errand } from "../request/passkey.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { Task } from "../tasks/task.ts";
import type { Recipe } from "../tenant/recipe.ts";
import type { PasswordRules, PeopleList, ProbeOperation } from "../tenant/tenant.ts";
import type { DelegationReply } from "./delegations.ts";
import type { Tally } from "./figures.ts";
import type { Outages } from "./outages.ts";
import type { PasskeyOrder, PasskeyReply } from "./passkeys.ts";

/** An integration system as Workday shows it. `wid` is the tenant's own 32-digit id. */
export interface IntegrationSystem {
  readonly wid: string;
  readonly id: string;
  readonly name: string;
}

/** The one user of an integration system. */
export interface IntegrationSystemUser {
  readonly systemId: string;
  readonly systemWid: string;
  readonly userName: string;
  /** Absent where the reply does not say. */
  readonly doNotAllowUiSessions?: boolean;
  /** Whole minutes; absent where the reply does not say. */
  readonly sessionTimeoutMinutes?: number;
  /** Absent where the reply does not say. */
  readonly requireNewPassword?: boolean;
  /** Token sign-on that is switched on; absent where the reply names no configuration at all. */
  readonly tokens?: readonly ObservedTokenSignOn[];
}

/** One web service security configuration as Workday shows it. A key has an id of each kind. */
export interface ObservedTokenSignOn {
  readonly x509?: { readonly key: readonly KeyReference[] };
  readonly saml?: {
    readonly issuer: string;
    readonly identityProviderKey: readonly KeyReference[];
    readonly holderOfKeyKey: readonly KeyReference[];
  };
}

/** Whether an account name is free, as far as a web service can tell. */
export type AccountStanding =
  | { readonly kind: "free" }
  | { readonly kind: "on-system"; readonly systemId: string }
  /** Workday knows the name and it hangs on no integration system: a worker, or an account made by hand. */
  | { readonly kind: "elsewhere" };

export interface UserSettings {
  /** Reference to the integration system, by Integration_System_ID. */
  readonly systemId: string;
  /** Where it is there, the reference is by WID instead. */
  readonly systemWid?: string;
  readonly userName: string;
  /** `generated`: Workday makes up a random one (Generate_Random_Password) and tells nobody. */
  readonly password: Secret | "generated";
  /** Absent: no. */
  readonly requireNewPassword?: boolean;
  /** Absent leaves the element out. Whether a put without it keeps what was set is not known. */
  readonly tokens?: TokenSignOn;
  /** Whole minutes: 0, or 6 to the tenant's maximum; absent leaves the element out. */
  readonly sessionTimeoutMinutes?: number;
  readonly doNotAllowUiSessions: boolean;
}

export interface PutUserReply {
  readonly systemWid: string;
  readonly userWid: string;
  readonly references: AccountReferences;
}

export type ProbeAnswer = "answered" | "not-authorized" | "not-signed-on";

export interface SecurityGroup {
  readonly name: string;
  readonly active: boolean;
  readonly members: readonly string[];
  /** Absent where the report does not say. */
  readonly type?: ShownGroupType;
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
   * Creates the user of a system, **or resets the password of the one that is there**: look first.
   * Repeating with the same password is the same as once.
   */
  readonly putIntegrationSystemUser: (user: UserSettings) => Promise<Result<PutUserReply, Fault>>;
  readonly readPendingChanges: () => Promise<Result<PendingChanges, Fault>>;
  /** @returns `undefined` where the tenant has no such report. */
  readonly readSecurityGroups: () => Promise<Result<readonly SecurityGroup[] | undefined, Fault>>;
  /** User names that are exempt from password expiration; `undefined` where the tenant has no such report. */
  readonly readPasswordExemptions: () => Promise<Result<readonly string[] | undefined, Fault>>;
  /** What every group may do, active and pending; one read for the whole tenant. */
  readonly readGroupPermissions: () => Promise<Result<GroupPermissions, Fault>>;
  /** The activations that the tenant remembers. */
  readonly readTimestamps: () => Promise<Result<SecurityTimestamps, Fault>>;
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

export type RunnerAnswer =
  | { readonly kind: "done" }
  | {
      readonly kind: "failed";
      readonly reason: "pending-changed" | "refused" | "error";
      readonly words: string;
    };

/** The company's own automation for tasks that have no web service. */
export interface Runner {
  /**
   * Hands one task over and waits for its end. Safe to repeat with the same `key`: the runner does one
   * task a key. `digest` is the approved pending set's, which the runner checks itself before activating.
   */
  readonly perform: (order: {
    readonly key: string;
    readonly tenant: TenantName;
    readonly request: RequestId;
    readonly task: Task;
    readonly pendingDigest?: string;
  }) => Promise<Result<RunnerAnswer, Fault>>;
}

/** Who somebody is in Slack right now. */
export type Standing = "member" | "guest" | "bot" | "deactivated" | "foreign";

export interface Directory {
  readonly findStanding: (person: PersonId) => Promise<Result<Standing, Fault>>;
  /** Asks Slack again, but for a brief cache of groups. A fault is never a yes. */
  readonly isOn: (person: PersonId, list: PeopleList) => Promise<Result<boolean, Fault>>;
}

/** What somebody learns of their click, in private. */
export type Reply =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** Nothing is approved yet: the person goes on with their passkey on the bot's own page. */
  | { readonly kind: "passkey-needed"; readonly tenant: TenantName; readonly errand: Errand }
  /** It counted. What follows stands in the channel. */
  | { readonly kind: "accepted"; readonly request: Request }
  /** The plan was confirmed, and the tenant does not take it any more. The draft is kept. */
  | { readonly kind: "not-opened"; readonly check: TenantCheck }
  /** What is pending has changed since the card was shown: nothing was approved, and a new card follows. */
  | ({ readonly kind: "voided" } & Voided)
  | { readonly kind: "fault"; readonly fault: Fault };

export interface Answerer {
  /**
   * Answers where the click came from, or to the person when that is gone. Repeating says it twice. `link`
   * leads to the page where it goes on: it holds a token, so it is shown and kept nowhere.
   */
  readonly answer: (click: Click, reply: Reply, link?: string) => Promise<Result<void, Fault>>;
  /**
   * Answers who delegated or ended it, and tells the delegate what counts from now on. Repeating says it
   * twice.
   */
  readonly answerDelegation: (
    order: DelegationOrder,
    reply: DelegationReply,
  ) => Promise<Result<void, Fault>>;
  /** Answers who refused a passkey. Repeating says it twice. */
  readonly answerPasskey: (
    order: PasskeyOrder,
    reply: PasskeyReply,
  ) => Promise<Result<void, Fault>>;
}

/** A decision made on the current state inside one transaction. */
export type Decision<No> = (request: Request, now: Instant) => Result<readonly Event[], No>;

export interface Decided {
  readonly request: Request;
  /** True when this key was recorded before: nothing new happened. */
  readonly isRepeat: boolean;
}

/** Requests, their stories and the audit trail, in one database. */
export interface Store {
  /**
   * Opens a request, reserves the names of its account, system and groups, and writes the audit entry, all or nothing.
   * Safe to repeat: an id that is open already is returned as it is.
   */
  readonly open: (
    event: Extract<Event, { kind: "opened" }>,
    now: Instant,
  ) => Promise<Result<Request, { readonly kind: "reserved"; readonly by: RequestId }>>;
  /**
   * Locks the request, lets `decide` look at it, and records what it answers with an audit entry for each
   * event. A `key` that was recorded before answers with the request as it is now, and `decide` is not asked.
   * Terminal events (`done`, `ended`) release the reservations.
   */
  readonly decide: <No>(
    change: { readonly id: RequestId; readonly key: string; readonly now: Instant },
    decide: Decision<No>,
  ) => Promise<Result<Decided, No | "no-such-request">>;
  /**
   * Runs `act` unless one of the same name is running already, on whichever replica: then `undefined`. A
   * process that dies meanwhile holds nobody up.
   */
  readonly alone: <Answer>(name: string, act: () => Promise<Answer>) => Promise<Answer | undefined>;
  readonly find: (id: RequestId) => Promise<Request | undefined>;
  readonly readStory: (id: RequestId) => Promise<readonly Recorded[]>;
  /** Requests that are not done or ended, then those that left something behind; newest first, 200 at most. */
  readonly listOpen: () => Promise<readonly Request[]>;
  /** Every request that is neither done nor ended, in no particular order. */
  readonly listUnfinished: () => Promise<readonly Request[]>;
  /** The inventory: every request that was carried out, oldest first. */
  readonly listDone: () => Promise<readonly Request[]>;
  /** Ended requests that left something behind: 200 at most, others each time where there are more. */
  readonly listLeftBehind: () => Promise<readonly Request[]>;
  /** The requests for a user name in any tenant, newest first. Compared without case. */
  readonly listByUserName: (userName: string) => Promise<readonly Request[]>;
  /**
   * The requests that make or change one of these security groups, whatever has become of them; names however they are
   * spelt, in no particular order. Reads the stories of all that ever did: a few for each group.
   */
  readonly listByGroups: (names: {
    readonly tenant: TenantName;
    readonly groupNames: readonly string[];
  }) => Promise<readonly Request[]>;
  /** The open request that holds this account or system, if any. */
  readonly findReservation: (names: {
    readonly tenant: TenantName;
    readonly userName: string;
    readonly systemId?: string;
  }) => Promise<RequestId | undefined>;
  /** The open request that makes or changes this security group, if any; however the name is spelt. */
  readonly findGroupReservation: (names: {
    readonly tenant: TenantName;
    readonly groupName: string;
  }) => Promise<RequestId | undefined>;
  /** A draft between the form and its confirmation. Safe to repeat. */
  readonly keepDraft: (id: RequestId, draft: KeptDraft) => Promise<void>;
  readonly findDraft: (id: RequestId) => Promise<KeptDraft | undefined>;
}

/** What the bot watches by itself, kept for all replicas, and what it has yet to say of it. */
export interface Watch extends Outages {
  /** @returns `undefined` before the first look at the tenant's activations. */
  readonly findSeen: (tenant: TenantName) => Promise<SeenActivations | undefined>;
  /** Remembers what was seen and queues what follows from it: both or neither. Safe to repeat. */
  readonly keepSeen: (
    tenant: TenantName,
    seen: SeenActivations,
    notices: readonly Notice[],
  ) => Promise<void>;
  /** Queues notices; a key that was queued before is left as it is. Safe to repeat. */
  readonly queue: (notices: readonly Notice[]) => Promise<void>;
  /**
   * Takes a turn that comes every so often, counted over restarts. True for one replica, false for the others
   * until it is due again. A turn that dies is not taken again before its time.
   */
  readonly takeTurn: (turn: {
    readonly name: string;
    readonly everyMs: number;
    readonly now: Instant;
  }) => Promise<boolean>;
  /** Keeps what a look came to, in place of what the one before did. Safe to repeat. */
  readonly keepTallies: (tallies: readonly Tally[]) => Promise<void>;
}

/** What was typed, kept so that a refusal, a restart or a second look loses nothing. */
export interface KeptDraft {
  readonly by: PersonId;
  readonly raw: Raw;
}

/** Checkpoints of one workflow. What `act` returns is stored: never a secret. */
export interface Durable {
  /** Runs `act` at least once; after that, its stored answer is given. */
  readonly step: <Answer>(name: string, act: () => Promise<Answer>) => Promise<Answer>;
}

/** Starts workflows exactly once an id, whichever replica asks, and however often. */
export interface Engine {
  readonly start: (workflow: WorkflowName, id: string, input: string) => Promise<void>;
}

export type WorkflowName = "advance" | Acknowledged;

/** Tells operators what happens: ids, kinds, and the sentence that people see of a failure. Never a value. */
export interface Log {
  readonly info: (facts: LogFacts, text: string) => void;
  readonly warn: (facts: LogFacts, text: string) => void;
  readonly error: (facts: LogFacts, text: string) => void;
}

export interface LogFacts {
  readonly request?: RequestId;
  readonly tenant?: TenantName;
  readonly step?: string;
  readonly outside?: string;
  /** A sentence that people are shown too. */
  readonly words?: string;
  readonly fault?: string;
  readonly click?: string;
  /** What a person can quote when something broke. */
  readonly id?: string;
  /** An error's own name and message, already without foreign text. */
  readonly error?: string;
  readonly replica?: string;
  readonly workflow?: string;
  readonly count?: number;
  readonly url?: string;
  readonly ms?: number;
}

export interface Clock {
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
}

export interface Random {
  readonly requestId: () => RequestId;
  readonly password: (rules: PasswordRules) => Secret;
  /** 256 bits that nobody guesses, as base64url. */
  readonly token: () => string;
  /** 80 bits in four groups of four, to be read aloud and typed. */
  readonly code: () => string;
  /** SHA-256 of the text, `sha256:` and lower-case hex. */
  readonly digest: (text: string) => string;
}

export interface Recipes {
  readonly find: (name: string) => Recipe | undefined;
  readonly list: () => readonly Recipe[];
}
