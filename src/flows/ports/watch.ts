import type { SeenActivations } from "../model/activations.ts";
import type { Instant, TenantName } from "../model/ids.ts";
import type { Notice } from "../request/notice.ts";
import type { AccountUses } from "./account-uses.ts";
import type { Tally } from "./figures.ts";
import type { Outages } from "./outages.ts";

/** What the bot watches by itself, kept for all replicas, and what it has yet to say of it. */
export interface Watch extends Outages, AccountUses {
  /** @returns `undefined` before the first look at the tenant's activations. */
  readonly findSeen: (tenant: TenantName) => Promise<SeenActivations | undefined>;
  /** Remembers what was seen and queues what follows from it: both or neither. Safe to repeat. */
  readonly keepSeen: (
    tenant: TenantName,
    seen: SeenActivations,
    notices: readonly Notice[],
  ) => Promise<void>;
  /** Queues notices; a key that was queued before is left as it is. Safe to repeat. */
  readonly queue: (notices: readonly Notice[]) => Promise<void>;
  /**
   * Takes a turn that comes every so often, counted over restarts. True for one replica, false for the others
   * until it is due again. A turn that dies is not taken again before its time.
   */
  readonly takeTurn: (turn: {
    readonly name: string;
    readonly everyMs: number;
    readonly now: Instant;
  }) => Promise<boolean>;
  /** Keeps what a look came to, in place of what the one before did. Safe to repeat. */
  readonly keepTallies: (tallies: readonly Tally[]) => Promise<void>;
}
