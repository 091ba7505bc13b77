import type { Instant } from "./ids.ts";

/** Why Workday let nobody in, as its log of sign-ons says; `unsaid` where the log gives no reason. */
export type SignOnRefusal =
  | "locked-or-expired"
  | "authentication-policy"
  | "channel"
  | "new-password-required"
  | "wrong-password"
  | "unsaid";

/** One line of the tenant's log of sign-ons. */
export interface LoggedSignOn {
  readonly userName: string;
  readonly at: Instant;
  readonly outcome: "signed-on" | SignOnRefusal;
  /** An IP address; empty where the log says none. */
  readonly address: string;
  /** In Workday's words, such as "Web Services"; empty where the log says none. */
  readonly channel: string;
  /** In Workday's words, such as "User Name Password"; empty where the log says none. */
  readonly type: string;
}

/** A part of time: what lies at its beginning belongs to it, what lies at its end does not. */
export interface TimeSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** What the log holds of a time. `too-many`: more than may be read at once, so none of it was; ask for less time. */
export type SignOnLog =
  | {
      readonly kind: "seen";
      readonly signOns: readonly LoggedSignOn[];
      /** Absent: Workday's web service of sign-ons. */
      readonly by?: "wql";
    }
  | { readonly kind: "too-many" };

/** Other ways to sign on, in what are probably Workday's words. A line that says nothing may be by password. */
const otherTypes = /oauth|saml|jwt|x\.?509|certificate|token|single sign/i;

/**
 * Whether a line tells of the password that was issued then: somebody signed on by it, or tried to. Where the address is not
 * known, it may be the bot itself.
 *
 * @param line without the bot's own
 */
export function isSomebodys({ type, at, address }: LoggedSignOn, issuedAt: Instant): boolean {
  return at > issuedAt && address !== "" && !otherTypes.test(type);
}

/**
 * Whether a line shows that somebody knows the password: they signed on, and the log says that it was by user name and
 * password.
 */
export function showsPassword({ outcome, type }: LoggedSignOn): boolean {
  return outcome === "signed-on" && /password/i.test(type) && !otherTypes.test(type);
}

/** Whether a line is from an address that is among these. Without an address nobody knows. */
export function isFromAny(addresses: readonly string[], { address }: LoggedSignOn): boolean {
  return address !== "" && addresses.includes(address);
}
