import type { Instant } from "./ids.ts";
import type { SignOnRefusal } from "./sign-on-log.ts";

/** From where, and by which channel, somebody signs on. */
export interface Origin {
  readonly address: string;
  readonly channel: string;
}

export type Used = Origin & { readonly at: Instant };

/** What the tenant's log of sign-ons told of one account, as far as it was read. The bot's own sign-ons are none. */
export interface AccountUse {
  /** In lower case. */
  readonly userName: string;
  /** Absent where nobody signed on since the log is read. */
  readonly last?: Used;
  /** Each once, the oldest first. */
  readonly known: readonly Origin[];
}

/** Since when, and until when, a tenant's log was read without a gap. */
export interface LogRead {
  readonly since: Instant;
  readonly until: Instant;
}

/** What the bot has to tell of how an account is used. */
export type UseNews =
  /** Nobody has signed on for so many days. */
  | {
      readonly what: "unused";
      readonly days: number;
      /** Absent where nobody signed on since the log is read. */
      readonly lastAt?: Instant;
    }
  /** Somebody signed on from an address, or by a channel, that was not seen before. */
  | { readonly what: "new-origins"; readonly origins: readonly Used[] }
  /** Since the password was issued, whoever uses the account is refused. */
  | {
      readonly what: "refused";
      readonly why: SignOnRefusal;
      readonly times: number;
      readonly last: Used;
    };

export function isSameOrigin(one: Origin, other: Origin): boolean {
  return one.address === other.address && one.channel === other.channel;
}
