import type { Result } from "../../result.ts";
import type { Fault } from "../model/fault.ts";
import type { TenantName } from "../model/ids.ts";
import type { Voided } from "../model/pending.ts";
import type { Click } from "../request/click.ts";
import type { DelegationOrder } from "../request/delegation.ts";
import type { Errand } from "../request/passkey.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { DelegationReply } from "./delegations.ts";
import type { PasskeyOrder, PasskeyReply } from "./passkeys.ts";

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

/** Answers people in private. */
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
