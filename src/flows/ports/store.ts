import type { Result } from "../../result.ts";
import type { Instant, PersonId, RequestId, TenantName } from "../model/ids.ts";
import type { Event, Recorded } from "../request/event.ts";
import type { Raw } from "../request/raw-draft.ts";
import type { Request } from "../request/request.ts";

/** A decision made on the current state inside one transaction. */
export type Decision<No> = (request: Request, now: Instant) => Result<readonly Event[], No>;

/** The request as it is afterwards. */
export interface Decided {
  readonly request: Request;
  /** True when this key was recorded before: nothing new happened. */
  readonly isRepeat: boolean;
}

/** What is recorded of one request, with the key that tells it from everything else that is. */
export interface Recording {
  readonly id: RequestId;
  /** One that was recorded before is recorded no more. */
  readonly key: string;
  /** The first of a request that is opened by it is its opening. */
  readonly events: readonly Event[];
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
   * Terminal events (`done`, `ended`) release the reservations; an edit reserves what it asks for in place of what was
   * asked for before, and nothing is recorded where another request holds one of its names (`names-taken`).
   */
  readonly decide: <No>(
    change: { readonly id: RequestId; readonly key: string; readonly now: Instant },
    decide: Decision<No>,
  ) => Promise<Result<Decided, No | "no-such-request" | "names-taken">>;
  /**
   * Lets one at a time decide on a tenant's unfinished requests, whichever replica asks, and records all of what `decide`
   * answers, or nothing. It is asked once more where one of them changed meanwhile. Safe to repeat by the recordings' keys.
   *
   * @returns what was recorded of, as it is afterwards
   */
  readonly decideTogether: (
    of: { readonly tenant: TenantName; readonly now: Instant },
    decide: (unfinished: readonly Request[]) => readonly Recording[],
  ) => Promise<readonly Request[]>;
  /** Whether any request of the tenant waits for its release. */
  readonly isReleaseAwaited: (tenant: TenantName) => Promise<boolean>;
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
  /**
   * The requests that ever asked for an integration system that was there, by its id without case, whatever has become of
   * them and also before an edit; in no particular order.
   */
  readonly listBySystem: (of: {
    readonly tenant: TenantName;
    readonly systemId: string;
  }) => Promise<readonly Request[]>;
  /** The open request that holds this account or system, if any. */
  readonly findReservation: (names: {
    readonly tenant: TenantName;
    readonly userName: string;
    readonly systemId?: string;
    /** This one is not looked for: it is the request that is edited. */
    readonly except?: RequestId | undefined;
  }) => Promise<RequestId | undefined>;
  /** The open request that makes or changes this security group, if any; however the name is spelt. */
  readonly findGroupReservation: (names: {
    readonly tenant: TenantName;
    readonly groupName: string;
    readonly except?: RequestId | undefined;
  }) => Promise<RequestId | undefined>;
  /** A draft between the form and its confirmation. What it is an edit of stays as it was kept first. Safe to repeat. */
  readonly keepDraft: (id: RequestId, draft: KeptDraft) => Promise<void>;
  readonly findDraft: (id: RequestId) => Promise<KeptDraft | undefined>;
}

/** What was typed, kept so that a refusal, a restart or a second look loses nothing. */
export interface KeptDraft {
  readonly by: PersonId;
  readonly raw: Raw;
  /** The open request that it is an edit of, and how often that had been edited when its form was opened. */
  readonly edits?: { readonly request: RequestId; readonly edits: number };
}
