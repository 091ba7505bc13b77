import { type Brand, brand } from "../../brand.ts";
import { err, ok, type Result } from "../../result.ts";
import {
  type Instant,
  later,
  type PersonId,
  type RequestId,
  type TenantName,
} from "../model/ids.ts";
import type { StepName } from "../tasks/step.ts";

/** A passkey's name as browsers give it: base64url, 16 to 1,023 bytes (WebAuthn Level 3, Credential ID). */
export type CredentialId = Brand<string, "CredentialId">;

export function parseCredentialId(raw: string): Result<CredentialId, "not-a-credential"> {
  return /^[A-Za-z0-9_-]{16,1364}$/.test(raw) ? ok(brand(raw)) : err("not-a-credential");
}

/** The end of a passkey's name: enough to tell one person's passkeys apart. */
export function shortName(credential: CredentialId): string {
  return `…${credential.slice(-6)}`;
}

/** One person's passkey for one tenant: who counts there says nothing about anywhere else. */
export interface Passkey {
  readonly credential: CredentialId;
  readonly tenant: TenantName;
  readonly person: PersonId;
  /** The public key as COSE, base64url. */
  readonly publicKey: string;
  /** Signatures so far, as the authenticator counts them; 0 where it does not count. */
  readonly counter: number;
  /** How the browser reached it, for the next time. */
  readonly transports: readonly string[];
  /** `waiting`: another approver has to confirm it, and until then it counts for nothing. */
  readonly state: "waiting" | "active" | "revoked";
  readonly enrolledAt: Instant;
}

/** What a link to the bot's own page is for. */
export type Errand =
  | {
      readonly kind: "approve";
      readonly request: RequestId;
      readonly digest: string;
      /** The production tenant's name, as it was typed before the link was made. */
      readonly tenantTyped?: string;
      /** What the approver says with it. */
      readonly note?: string;
    }
  /** Says that a passkey that waits is its person's own. */
  | { readonly kind: "confirm"; readonly credential: CredentialId }
  | { readonly kind: "enrol" }
  /** Takes the values that a task's page showed, straight into the vault. */
  | {
      readonly kind: "enter";
      readonly request: RequestId;
      readonly step: StepName;
      /** Digest of the code that was shown with the link; absent where a passkey proves it. */
      readonly code?: string;
    };

/** One link to one page for one person. The token in the link is kept nowhere: only its digest is. */
export interface Ticket {
  /** Digest of the token. */
  readonly key: string;
  readonly person: PersonId;
  readonly tenant: TenantName;
  readonly errand: Errand;
  /** Makes every challenge another. */
  readonly nonce: string;
  readonly expiresAt: Instant;
  readonly triesLeft: number;
  readonly isUsed: boolean;
}

/** A code that an operator gave to one person outside Slack. Kept as a digest. */
export interface EnrolmentCode {
  readonly tenant: TenantName;
  readonly person: PersonId;
  readonly key: string;
  readonly expiresAt: Instant;
}

/** How often something may be wrong before a link or a code is spent. */
export const mostTries = 5;

const ticketMs = 10 * 60_000;
const codeMs = 3_600_000;
const confirmWithinMs = 24 * 3_600_000;

export function ticketExpiry(now: Instant): Instant {
  return later(now, ticketMs);
}

export function codeExpiry(now: Instant): Instant {
  return later(now, codeMs);
}

/** Why a page does not do what it was asked for. */
export type PageRefusal =
  | "no-such-link"
  | "link-used"
  | "link-expired"
  | "no-tries-left"
  /** The authenticator's answer does not prove what it has to, or is of another passkey. */
  | "not-proven"
  | "wrong-code"
  /** The code that was shown with the link in Slack is another. */
  | "wrong-page-code"
  /** Stored already, withdrawn or run out: the request does not wait for the values any more. */
  | "not-awaited"
  /** Somebody else's values are being stored for the same request. */
  | "being-entered"
  /** The browser offers a passkey that is registered already. */
  | "known-passkey"
  /** Confirmed, refused, replaced or removed meanwhile, or nobody confirmed it within a day. */
  | "not-waiting"
  | "own-passkey"
  | "no-passkey"
  /** The configuration had an address for the bot's own pages once, and has none any more. */
  | "no-page"
  /** The link's or the passkey's tenant is not in the configuration any more. */
  | "tenant-gone";

export type TicketFor<Kind extends Errand["kind"]> = Ticket & {
  readonly errand: Extract<Errand, { kind: Kind }>;
};

function isFor<Kind extends Errand["kind"]>(ticket: Ticket, kind: Kind): ticket is TicketFor<Kind> {
  return ticket.errand.kind === kind;
}

/** Whether a link still opens what it was made for. A link for another page is no link. */
export function checkTicket<Kind extends Errand["kind"]>(
  ticket: Ticket | undefined,
  kind: Kind,
  now: Instant,
): Result<TicketFor<Kind>, PageRefusal> {
  if (ticket === undefined || !isFor(ticket, kind)) return err("no-such-link");
  if (ticket.isUsed) return err("link-used");
  if (now >= ticket.expiresAt) return err("link-expired");
  return ticket.triesLeft > 0 ? ok(ticket) : err("no-tries-left");
}

/**
 * The text whose SHA-256 the authenticator signs. The digest of an approval holds the plan and everything
 * that is pending, so a signature is worth nothing for another request, plan or pending set.
 */
export function toChallengeText({ nonce, tenant, person, errand }: Ticket): string {
  return JSON.stringify([errand.kind, nonce, tenant, person, ...boundTo(errand)]);
}

function boundTo(errand: Errand): readonly string[] {
  switch (errand.kind) {
    case "approve":
      // A note is the approver's own word, so what is signed holds it.
      return [errand.request, errand.digest, ...(errand.note === undefined ? [] : [errand.note])];
    case "confirm":
      return [errand.credential];
    case "enrol":
      return [];
    case "enter":
      return [errand.request, errand.step];
  }
}

/**
 * The passkey that somebody proves something with. Where nobody's counts yet, one that waits may confirm
 * another's, and nothing else: so the first two of a tenant confirm each other.
 */
export function choosePasskey(
  passkeys: readonly Passkey[],
  person: PersonId,
  errand: "approve" | "confirm" | "enter",
): Passkey | undefined {
  const own = passkeys.filter((passkey) => passkey.person === person);
  const active = own.find(({ state }) => state === "active");
  if (active !== undefined || errand !== "confirm") return active;
  const isFirst = passkeys.every(({ state }) => state !== "active");
  return isFirst ? own.find(({ state }) => state === "waiting") : undefined;
}

/** Whether a passkey of somebody's can still be confirmed. */
export function isAwaited(passkeys: readonly Passkey[], person: PersonId, now: Instant): boolean {
  return passkeys.some(
    (one) =>
      one.person === person &&
      one.state === "waiting" &&
      now < later(one.enrolledAt, confirmWithinMs),
  );
}

/** Whether somebody may say that this passkey is its person's own. That they are an approver is asked of Slack. */
export function mayConfirm(
  passkey: Passkey | undefined,
  by: PersonId,
  now: Instant,
): Result<Passkey, PageRefusal> {
  if (passkey?.state !== "waiting") return err("not-waiting");
  if (passkey.person === by) return err("own-passkey");
  return now < later(passkey.enrolledAt, confirmWithinMs) ? ok(passkey) : err("not-waiting");
}
