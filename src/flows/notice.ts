import type { Instant, TenantName } from "./ids.ts";

/** Something that a tenant's channel has to hear of, and that is nobody's request. */
export interface Notice {
  /** The same for the same thing, whichever replica sees it: it is posted once. */
  readonly key: string;
  readonly tenant: TenantName;
  readonly madeAt: Instant;
  readonly matter: Matter;
}

/** Somebody activated what was pending, and no request of ours explains it. */
export interface Matter {
  readonly kind: "activation";
  readonly at: Instant;
  /** Empty where the report does not say. */
  readonly by: string;
  readonly comment: string;
  /** Groups of our inventory that no longer hold exactly what was asked for them. */
  readonly groups: readonly string[];
}
