import type { Instant } from "../model/ids.ts";

/**
 * Whom a request that stands still waits for. `release`: other requests of its tenant. `service`: something outside is
 * away. `operator`: it is stuck.
 */
export type WaitingFor =
  | "approver"
  | "requester"
  | "person"
  | "window"
  | "release"
  | "service"
  | "operator";

/** What waits to be shown in Slack: what is set aside is counted by itself. */
export interface Backlog {
  readonly waiting: number;
  /** Milliseconds that the oldest waits; 0 where nothing does. */
  readonly oldestMs: number;
  /** What could not be read or rendered, and rests. */
  readonly aside: number;
}

/** A number that a look at everything came to, kept until the next look. */
type TallyName = "drifted" | "password-overdue" | "password-due";

/** Where everything stands, as numbers. No name in it was typed by anybody: tenants are the configuration's. */
export interface Figures {
  readonly requests: readonly {
    readonly tenant: string;
    readonly kind: string;
    readonly state: string;
    readonly count: number;
  }[];
  /** Requests that ended and left something in their tenant or the vault. */
  readonly leftBehind: readonly { readonly tenant: string; readonly count: number }[];
  readonly waits: readonly {
    readonly tenant: string;
    readonly for: WaitingFor;
    readonly oldestMs: number;
  }[];
  readonly backlog: Backlog;
  readonly tallies: readonly {
    readonly name: string;
    readonly tenant: string;
    readonly count: number;
    readonly ageMs: number;
  }[];
  /** The last entry of the audit trail; no age before the first. */
  readonly audit: { readonly seq: number; readonly ageMs?: number };
}

/** Reads the numbers, with one query for each. Rejects while the database is away. */
export type ReadFigures = () => Promise<Figures>;

/** A tally of one tenant, at the moment of its look. */
export interface Tally {
  readonly name: TallyName;
  readonly tenant: string;
  readonly count: number;
  readonly at: Instant;
}
