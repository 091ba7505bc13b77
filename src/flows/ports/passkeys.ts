import type { Result } from "../../result.ts";
import type { Instant, PersonId, TenantName } from "../model/ids.ts";
import type { Notice } from "../request/notice.ts";
import type {
  CredentialId,
  EnrolmentCode,
  PageRefusal,
  Passkey,
  Ticket,
} from "../request/passkey.ts";
import type { Refusal } from "../request/refusal.ts";

/** Somebody's no to a passkey that waits. `id` is the same however often Slack delivers it. */
export interface PasskeyOrder {
  readonly id: string;
  readonly by: PersonId;
  readonly credential: CredentialId;
  /** Where the answer goes, privately; directly where it is absent. */
  readonly responseUrl?: string;
}

/** What they are answered. */
export type PasskeyReply = Result<Passkey, Refusal | PageRefusal>;

/** The bot's own pages, by the path of their address. */
export type PageName = "approve" | "confirm" | "enrol" | "enter";

/**
 * Passkeys, the links to the pages where they are used, and the codes that let somebody register one. Every
 * change of a passkey is written to the audit trail and to the channel's queue with it: all or nothing.
 */
export interface Passkeys {
  readonly keepTicket: (ticket: Ticket) => Promise<void>;
  readonly findTicket: (key: string) => Promise<Ticket | undefined>;
  /**
   * Takes one of a link's tries, whatever comes of it.
   *
   * @returns how many are left; `undefined` when it had none, or was used.
   */
  readonly takeTry: (key: string) => Promise<number | undefined>;
  /**
   * Uses a link up and moves the passkey's counter on. False, and neither, when the link was used meanwhile,
   * or the passkey was revoked or has been used with this counter.
   */
  readonly use: (proven: {
    readonly key: string;
    readonly passkey: Passkey;
    readonly counter: number;
  }) => Promise<boolean>;
  /** Uses up a link that no passkey proves. False when it was used meanwhile. */
  readonly useTicket: (key: string) => Promise<boolean>;
  readonly find: (credential: CredentialId) => Promise<Passkey | undefined>;
  /** A tenant's passkeys that are not revoked, oldest first. */
  readonly list: (tenant: TenantName) => Promise<readonly Passkey[]>;
  /** A new code takes the place of an old one. `operator` says who, for the audit trail. */
  readonly issueCode: (
    code: EnrolmentCode,
    issue: { readonly operator: string; readonly now: Instant },
  ) => Promise<void>;
  /** Tries a code: true when it is the person's. A wrong one costs a try, and the fifth spends the code. */
  readonly tryCode: (code: Omit<EnrolmentCode, "expiresAt">, now: Instant) => Promise<boolean>;
  /**
   * Keeps a new passkey as waiting, and uses up the code and the link. Others of this person that wait are
   * revoked. False, and nothing, when code or link are spent or the passkey is known.
   */
  readonly enrol: (enrolment: {
    readonly passkey: Passkey;
    /** The link's key, and the code's. */
    readonly key: string;
    readonly code: string;
    readonly notice: Notice;
  }) => Promise<boolean>;
  /** Makes a waiting passkey count, and revokes the one that its person had. False when it does not wait. */
  readonly confirm: (confirmation: {
    readonly credential: CredentialId;
    readonly by: PersonId;
    /** The confirmer's own. */
    readonly with: CredentialId;
    readonly notice: Notice;
  }) => Promise<boolean>;
  /** Revokes a passkey that waits. False when it does not wait any more. */
  readonly refuse: (refusal: {
    readonly credential: CredentialId;
    readonly by: PersonId;
    readonly notice: Notice;
  }) => Promise<boolean>;
  /** An operator takes a passkey away. False when it is revoked already or not known. */
  readonly revoke: (revocation: {
    readonly credential: CredentialId;
    readonly operator: string;
    readonly notice: Notice;
  }) => Promise<boolean>;
}
