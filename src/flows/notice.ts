import type { Instant, RequestId, TenantName } from "./ids.ts";
import type { VerificationItem } from "./verification.ts";

/** Something that a tenant's channel has to hear of, and that is nobody's turn. */
export interface Notice {
  /** The same for the same thing, whichever replica sees it: it is posted once. */
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
  /** Most accounts of the inventory are gone at once. */
  | { readonly kind: "refreshed"; readonly missing: number; readonly of: number };
