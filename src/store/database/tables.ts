import type { ColumnType, Generated } from "kysely";

/** `bigint`: written as a number, read as text. */
type Count = ColumnType<string, number, number>;

/**
 * JSON kept as text that PostgreSQL has checked. Not `jsonb`: that refuses characters that people can
 * paste, such as `\u0000`.
 */
type Json = ColumnType<unknown, string, string>;

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

interface DraftTable {
  readonly id: string;
  readonly by: string;
  readonly raw: Json;
  readonly kept_at: Generated<Date>;
}

interface AnnouncementTable {
  readonly request: string;
  readonly channel: string;
  readonly ts: string;
  readonly through_seq: number;
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
  /** By the clock of the replica that claimed it. */
  readonly claimed_until: ColumnType<string, number | undefined, number>;
  readonly is_posted: Generated<boolean>;
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
  readonly draft: DraftTable;
  readonly announcement: AnnouncementTable;
  readonly audit: AuditTable;
  readonly audit_head: AuditHeadTable;
  readonly seen_activation: SeenActivationTable;
  readonly notice: NoticeTable;
  readonly turn: TurnTable;
  readonly outage: OutageTable;
  readonly tally: TallyTable;
  readonly delegation: DelegationTable;
  readonly passkey: PasskeyTable;
  readonly page_ticket: PageTicketTable;
  readonly enrolment_code: EnrolmentCodeTable;
}
