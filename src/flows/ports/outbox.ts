import type { Instant, PersonId, RequestId, TenantName } from "../model/ids.ts";
import type { Notice } from "../request/notice.ts";
import type { Phase } from "../request/phase.ts";

/** Where a request's one message is. `ts` is Slack's name for it within its channel. */
export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

/** A reply that tells several events: through which, and which of its parts, counted from 0. */
export interface ReplyPart {
  readonly through: number;
  readonly part: number;
}

/** A call to Slack that is written down before it is made. */
export type Writing =
  | { readonly kind: "post" }
  | { readonly kind: "update" }
  | ({ readonly kind: "reply" } & ReplyPart)
  | { readonly kind: "tell"; readonly through: number };

/** What Slack shows of one request, as far as the bot knows. */
export interface Display {
  /** Absent before the first message, and after it was lost. */
  readonly place?: MessagePlace;
  /** The version of the request with which the message was posted; 0 where that is not known. */
  readonly postedVersion: number;
  /** The newest version that Slack had; 0 for none. */
  readonly shownVersion: number;
  /** The message may show something else by now. */
  readonly isDoubtful: boolean;
  readonly shownPhase?: Phase["kind"];
  readonly shownAt?: Instant;
  /** `seq` of the last event that the thread tells, or need not tell. */
  readonly throughSeq: number;
  /** `seq` of the last event of which the requester was told directly, or need not be. */
  readonly toldSeq: number;
  /** The next part of a reply whose first parts are posted. */
  readonly reply?: ReplyPart;
  /** A call that was begun, by a holder of the lease, and whose end nobody wrote down. */
  readonly writing?: Writing;
  readonly round: number;
  readonly doubts: number;
}

/** A request that Slack is behind with. */
export interface Behind {
  readonly request: RequestId;
  readonly tenant: TenantName;
  readonly since: Instant;
  readonly round: number;
}

/** What came of a call. What is absent stays as it was. */
export interface Concluded {
  readonly place?: MessagePlace | "lost";
  readonly posted?: number;
  readonly shown?: {
    readonly version: number;
    readonly phase: Phase["kind"];
    readonly at: Instant;
  };
  readonly throughSeq?: number;
  readonly toldSeq?: number;
  readonly reply?: ReplyPart | "whole";
  /** Another call that was begun before has yet to be looked for. */
  readonly leavesOpen?: true;
}

/** Something that one person is told in private, once. */
export interface DirectMessage {
  /** What is queued under a key before is left as it is. */
  readonly key: string;
  readonly person: PersonId;
  /** One sentence or a few in `mrkdwn`, of our own words. */
  readonly words: string;
  /** Its message is linked to. */
  readonly request?: RequestId;
}

/** A row that waits to be shown: of a request, a notice or a private message, by its id or key. */
export interface OutboxRow {
  readonly kind: "request" | "notice" | "direct";
  readonly key: string;
}

/** Hears of each row that cannot be read, with what was thrown. */
export type HearUnreadable = (row: OutboxRow, error: unknown) => void;

/** What people have yet to see in Slack, kept for all replicas. Lists leave out what is set aside, or unreadable. */
export interface Outbox {
  /** Requests that Slack is behind with, longest first, 500 at most. */
  readonly listBehind: (onUnreadable?: HearUnreadable) => Promise<readonly Behind[]>;
  /** Notices that are not posted, oldest first, 100 at most; `isBegun` where somebody may have posted it. */
  readonly listNotices: (
    onUnreadable?: HearUnreadable,
  ) => Promise<readonly (Notice & { readonly isBegun: boolean })[]>;
  /** Private messages that are not sent, oldest first, 100 at most. */
  readonly listDirect: (onUnreadable?: HearUnreadable) => Promise<readonly DirectMessage[]>;
  /** Queues private messages. Safe to repeat. */
  readonly tell: (messages: readonly DirectMessage[]) => Promise<void>;
  readonly findDisplay: (request: RequestId) => Promise<Display | undefined>;
  /** Slack's message of a request may be another than is known: it is shown again. Safe to repeat. */
  readonly doubt: (request: RequestId) => Promise<void>;
}

/**
 * What the one publisher writes. Each call to Slack is written down before it is made, and nobody writes whose lease
 * was taken over: `token` is that of the lease.
 */
export interface PublisherLedger {
  /** False, and nothing is written, where the lease is another's by now: then nothing may be called. */
  readonly begin: (request: RequestId, token: number, writing: Writing) => Promise<boolean>;
  /**
   * Writes down what came of the call that was begun with this token. False where another has taken over since: then
   * the request is shown again, because what Slack shows now may be older than what they wrote.
   */
  readonly conclude: (
    request: RequestId,
    of: { readonly token: number; readonly doubts: number },
    concluded: Concluded,
  ) => Promise<boolean>;
  /** Slack has everything, unless something has happened since this round. */
  readonly settle: (request: RequestId, round: number) => Promise<void>;
  readonly beginNotice: (key: string, token: number) => Promise<boolean>;
  /** It is posted, for good, and whom it concerns is told. Safe to repeat. */
  readonly settleNotice: (key: string, told: readonly DirectMessage[]) => Promise<void>;
  readonly settleDirect: (key: string) => Promise<void>;
  /** Lets a row rest for a quarter of an hour, or until something happens to its request, or hands change. */
  readonly setAside: (row: OutboxRow) => Promise<void>;
  /**
   * After a change of hands: what an earlier holder had begun is shown again, and again for as long as it may wake. What
   * was set aside is tried again: the new holder may be a release that can read it.
   */
  readonly takeOver: (token: number) => Promise<void>;
  /** Marks what is due to be shown once more after a change of hands. */
  readonly markAgain: () => Promise<void>;
}

/** One writer for a workspace, by the database's clock. */
export interface PublisherLease {
  /** Takes the lease, or holds it for longer. `undefined` where another has it. `token` grows with each holder. */
  readonly hold: () => Promise<number | undefined>;
  /** Lets another have it at once. */
  readonly release: () => Promise<void>;
  /** For how long one hold is good, in milliseconds. */
  readonly ttlMs: number;
}
