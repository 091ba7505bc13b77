import type { Instant, PersonId, RequestId } from "../model/ids.ts";
import type { Event, Recorded } from "../request/event.ts";

/** One entry of the audit trail, as it was sealed. */
export interface AuditLine {
  /** 1 for the first of the whole trail. */
  readonly seq: number;
  /** Absent where the row holds something that the bot never wrote. */
  readonly entry?: {
    readonly at: Instant;
    readonly by: PersonId | "bot";
    readonly event: Event;
  };
}

/** Whether the seals of the whole trail fit, from its first entry on. */
export type ChainVerdict =
  | { readonly kind: "intact"; readonly head: { readonly seq: number } }
  | {
      readonly kind: "broken";
      /** The first entry that is not as it was written. */
      readonly seq: number;
      readonly why: "changed" | "missing" | "unlinked" | "cut" | "rewritten";
    };

/** Reads the audit trail; changes nothing. */
export interface AuditReader {
  /** A request's entries, oldest first. */
  readonly read: (request: RequestId) => Promise<readonly AuditLine[]>;
  /** Checks every seal: it takes as long as the trail. */
  readonly verify: () => Promise<ChainVerdict>;
}

/** The chain's verdict, or that the request's own story is another than the trail tells. */
export type TrailVerdict =
  | ChainVerdict
  /** `event` is the number of the first event of the request that the trail does not tell so. */
  | { readonly kind: "story-differs"; readonly event: number };

/**
 * Compares the trail with the story that the bot works by, which has no seals. The story has to be read
 * first: what is added meanwhile is then in the trail only.
 */
export function judgeTrail(
  chain: ChainVerdict,
  lines: readonly AuditLine[],
  story: readonly Recorded[],
): TrailVerdict {
  if (chain.kind === "broken") return chain;
  const other = story.find(({ event }, index) => !isSame(event, lines[index]?.entry?.event));
  return other === undefined ? chain : { kind: "story-differs", event: other.seq };
}

function isSame(event: Event, sealed: Event | undefined): boolean {
  return JSON.stringify(event) === JSON.stringify(sealed);
}
