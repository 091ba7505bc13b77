import type { Instant } from "../model/ids.ts";
import type { Outage } from "../request/outage.ts";

/** What is away, kept for all replicas. */
export interface Outages {
  /** Every outage that is under way, and the last of each kind that is over. */
  readonly listOutages: () => Promise<readonly Outage[]>;
  /** Remembers that something is away, unless that is known already. Safe to repeat. */
  readonly beginOutage: (outage: Pick<Outage, "tenant" | "outside" | "since">) => Promise<void>;
  /** It is back; nothing where nobody knew that it was away. Safe to repeat. */
  readonly endOutage: (
    back: Pick<Outage, "tenant" | "outside"> & { readonly at: Instant },
  ) => Promise<void>;
  /** Nobody needs it any more, and nobody knows whether it is back. Safe to repeat. */
  readonly dropOutage: (of: Pick<Outage, "tenant" | "outside">) => Promise<void>;
}
