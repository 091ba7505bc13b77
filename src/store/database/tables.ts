import type { ColumnType, Generated } from "kysely";

/** `bigint`: written as a number, read as text. */
type Count = ColumnType<string, number, number>;

/**
 * JSON kept as text that PostgreSQL has checked. Not `jsonb`: that refuses characters that people can
 * paste, such as `\u0000`.
 */
type Json = ColumnType<unknown, string, string>;

/** Until when a row rests that could not be read or rendered. */
type AsideUntil = ColumnType<Date | null, undefined, Date | null>;

/** What is needed to find a request. Its state is not here: that is replayed from its events. */
interface RequestTable {
  readonly id: string;
  readonly tenant: string;
  /** The user name in lower case; empty for a request about no account. */
  readonly user_name_key: string;
  readonly opened_at: Count;
  /** What is asked for; nothing where a replica of an older release opened it. */
  readonly kind: string | null;
  readonly version: number;
  readonly phase: string;
  /** Not done or ended, or something is left behind. */
  readonly is_open: boolean;
  readonly changed_at: Generated<Date>;
}

interface EventTable {
  readonly request: string;
  readonly seq: number;
  readonly at: Count;
  /** What decided it: one key is recorded once. */
  readonly key: string;
  /** 0 for the first event of a decision. */
  readonly part: number;
  readonly event: Json;
}

interface ReservationTable {
  readonly tenant: string;
  readonly kind: "user" | "system" | "new-system" | "group";
  /** In one spelling. */
  readonly name: string;
  readonly request: string;
}

/** Which requests ever made or changed a security group: a row for each of its groups, kept for good. */
interface ChangedGroupTable {
  readonly tenant: string;
  /** In one spelling. */
  readonly name: string;
  readonly request: string;
}

/** Which requests ever asked for an integration system that was there: a row for each of its systems, kept for good. */
interface TakenSystemTable {
  readonly tenant: string;
  /** Its id in lower case. */
  readonly system: string;
  readonly request: string;
}

interface DraftTable {
  readonly id: string;
  readonly by: string;
  readonly raw: Json;
  /** Of an edit: which request it is of. */
  readonly edits: ColumnType<unknown, string | undefined, never>;
  readonly kept_at: Generated<Date>;
}

/** What Slack shows of a request, and whether it is behind. */
interface AnnouncementTable {
  readonly request: string;
  /** Absent before the message is posted. */
  readonly channel: string | null;
  readonly ts: string | null;
  readonly through_seq: Generated<number>;
  readonly told_seq: Generated<number>;
  readonly posted_version: Generated<number>;
  readonly shown_version: Generated<number>;
  readonly shown_phase: string | null;
  readonly shown_at: ColumnType<string | null, number | undefined, number>;
  /** Of a reply in several parts that is being posted: through which event it tells, and its next part. */
  readonly reply: ColumnType<unknown, string | undefined, string | null>;
  /** The lease's token of whoever has a call in flight. */
  readonly writer: ColumnType<string | null, number | undefined, number | null>;
  /** That call. */
  readonly writing: ColumnType<unknown, string | undefined, string | null>;
  /** Since when Slack is behind; absent where it has everything. */
  readonly behind_since: ColumnType<Date | null, Date | undefined, Date | null>;
  /** Grows with everything that makes Slack be behind. */
  readonly round: Generated<number>;
  /** Grows whenever it is not known any more what the message shows. */
  readonly doubts: Generated<number>;
  readonly is_doubtful: Generated<boolean>;
  readonly again_at: ColumnType<Date | null, Date | undefined, Date | null>;
  readonly again_until: ColumnType<Date | null, Date | undefined, Date | null>;
  readonly aside_until: AsideUntil;
}

/** Private messages to people, each sent once. */
interface DirectMessageTable {
  readonly key: string;
  readonly person: string;
  readonly words: Json;
  readonly request: string | null;
  readonly made_at: Generated<Date>;
  readonly is_sent: Generated<boolean>;
  readonly aside_until: AsideUntil;
}

/** One row: who writes to the workspace, for how long, and the token that every change of hands makes greater. */
interface PublisherLeaseTable {
  readonly holder: string;
  readonly token: Count;
  readonly until: Date;
}

interface AuditTable {
  readonly seq: Count;
  readonly at: Count;
  readonly request: string | null;
  readonly by: string;
  readonly kind: string;
  readonly body: Json;
  readonly previous: string;
  readonly mac: string;
}

/** One row: the last entry. Whoever appends locks it. */
interface AuditHeadTable {
  readonly seq: Count;
  readonly mac: string;
}

interface SeenActivationTable {
  readonly tenant: string;
  readonly at: Count;
  readonly keys: Json;
}

interface NoticeTable {
  readonly key: string;
  readonly tenant: string;
  readonly made_at: Count;
  readonly matter: Json;
  /** The lease's token of whoever is posting it, or was. */
  readonly writer: ColumnType<string | null, undefined, number | null>;
  readonly is_posted: Generated<boolean>;
  readonly aside_until: AsideUntil;
}

/** When something that comes every so often was done last. */
interface TurnTable {
  readonly name: string;
  readonly at: Count;
}

/** What is away, or was away last, for one tenant. */
interface OutageTable {
  readonly tenant: string;
  readonly outside: string;
  readonly since: Count;
  readonly over_at: ColumnType<string | null, undefined, number | null>;
}

/** How far a tenant's log of sign-ons was read, without a gap. */
interface SignOnLogTable {
  readonly tenant: string;
  readonly since: Count;
  readonly until: Count;
}

/** How an account is used that the bot answers for. */
interface AccountUseTable {
  readonly tenant: string;
  /** In lower case. */
  readonly user_name: string;
  readonly last: ColumnType<unknown, string | null, string | null>;
  readonly known: Json;
}

/** What the last look at everything of a tenant came to. */
interface TallyTable {
  readonly name: string;
  readonly tenant: string;
  readonly count: number;
  readonly at: Count;
}

interface DelegationTable {
  readonly id: string;
  readonly tenant: string;
  readonly by: string;
  readonly to: string;
  readonly begins: Count;
  /** The first moment at which it does not count any more. */
  readonly ends: Count;
  /** One text: people can paste what a column of text refuses. */
  readonly reason: Json;
  readonly ended_at: ColumnType<string | null, undefined, number>;
}

interface PasskeyTable {
  readonly credential: string;
  readonly tenant: string;
  readonly person: string;
  readonly public_key: string;
  readonly counter: Count;
  readonly transports: Json;
  readonly state: "waiting" | "active" | "revoked";
  readonly enrolled_at: Count;
}

/** A link to one of the bot's own pages, by the digest of its token. */
interface PageTicketTable {
  readonly key: string;
  readonly person: string;
  readonly tenant: string;
  readonly errand: Json;
  readonly nonce: string;
  readonly expires_at: Count;
  readonly tries_left: number;
  readonly is_used: boolean;
}

/** One code a person and tenant, by its digest. */
interface EnrolmentCodeTable {
  readonly tenant: string;
  readonly person: string;
  readonly key: string;
  readonly expires_at: Count;
  readonly tries_left: number;
}

export interface Tables {
  readonly request: RequestTable;
  readonly event: EventTable;
  readonly reservation: ReservationTable;
  readonly changed_group: ChangedGroupTable;
  readonly taken_system: TakenSystemTable;
  readonly draft: DraftTable;
  readonly announcement: AnnouncementTable;
  readonly direct_message: DirectMessageTable;
  readonly publisher_lease: PublisherLeaseTable;
  readonly audit: AuditTable;
  readonly audit_head: AuditHeadTable;
  readonly seen_activation: SeenActivationTable;
  readonly notice: NoticeTable;
  readonly turn: TurnTable;
  readonly outage: OutageTable;
  readonly sign_on_log: SignOnLogTable;
  readonly account_use: AccountUseTable;
  readonly tally: TallyTable;
  readonly delegation: DelegationTable;
  readonly passkey: PasskeyTable;
  readonly page_ticket: PageTicketTable;
  readonly enrolment_code: EnrolmentCodeTable;
}
