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
  | { readonly kind: "seen"; readonly signOns: readonly LoggedSignOn[] }
  | { readonly kind: "too-many" };
