import type { UseNews } from "../model/account-use.ts";
import type { LiveList } from "../model/activation-effects.ts";
import type { Outside } from "../model/fault.ts";
import type { Instant, PersonId, RequestId, TenantName } from "../model/ids.ts";
import type { VerificationItem } from "../model/verification.ts";
import type { Delegation } from "./delegation.ts";
import type { CredentialId } from "./passkey.ts";

/** Something that a tenant's channel has to hear of, and that is nobody's turn. */
export interface Notice {
  /** Each replica makes the same key of one thing, so it is posted once. */
  readonly key: string;
  readonly tenant: TenantName;
  readonly madeAt: Instant;
  readonly matter: Matter;
}

export type Matter =
  /** Somebody activated what was pending, and no request of ours explains it. */
  | {
      readonly kind: "activation";
      readonly at: Instant;
      /** Empty where the report does not say. */
      readonly by: string;
      readonly comment: string;
      /** Groups of our inventory that no longer hold exactly what was asked for them. */
      readonly groups: readonly string[];
    }
  /** An account of the inventory is not as it was told last; no items: it is as asked again. */
  | {
      readonly kind: "drift";
      readonly request: RequestId;
      readonly userName: string;
      readonly items: readonly VerificationItem[];
    }
  /** A request's activation made live what its approver was not shown. */
  | {
      readonly kind: "went-live";
      readonly request: RequestId;
      readonly strange: LiveList;
      /** How many permissions are gone that nobody was shown. */
      readonly gone: number;
    }
  /** A request's changes are live before any approver was shown them. */
  | { readonly kind: "live-unapproved"; readonly request: RequestId; readonly live: LiveList }
  /** The bot's account or the runner's changed what no request asked for, so this one's approval is not asked for. */
  | { readonly kind: "unexplained"; readonly request: RequestId; readonly pending: LiveList }
  /** Since a start other people, numbers or rules count in the tenant. */
  | { readonly kind: "rules-changed"; readonly rules: LiveList }
  /** An approver named somebody who decides for them, or ended that before its time. */
  | { readonly kind: "delegation"; readonly delegation: Delegation }
  /** An account's password is due soon, or overdue. */
  | {
      readonly kind: "rotation";
      readonly request: RequestId;
      readonly userName: string;
      /** Who asked for the account or its last password. */
      readonly owner: PersonId;
      readonly dueAt: Instant;
      readonly isOverdue: boolean;
    }
  /** How an account is used, as the tenant's log of sign-ons tells it. */
  | {
      readonly kind: "account-use";
      readonly userName: string;
      /** The one that the account is listed by; absent for the bot's own account. */
      readonly request?: RequestId;
      readonly news: UseNews;
    }
  /** Most accounts of the inventory are gone at once. */
  | { readonly kind: "refreshed"; readonly missing: number; readonly of: number }
  /** Something that requests need is away: they wait, and go on by themselves. */
  | {
      readonly kind: "outage";
      readonly outside: Outside;
      readonly since: Instant;
      /** How many requests wait for it as this is said. */
      readonly waiting: number;
    }
  /** It is back. */
  | {
      readonly kind: "outage-over";
      readonly outside: Outside;
      readonly since: Instant;
      readonly overAt: Instant;
    }
  /** Somebody's passkey for approving was registered, confirmed, refused or taken away. */
  | {
      readonly kind: "passkey";
      readonly what: "waiting" | "confirmed" | "refused" | "removed";
      readonly person: PersonId;
      readonly credential: CredentialId;
      /** Who confirmed or refused it. */
      readonly by?: PersonId;
    };
