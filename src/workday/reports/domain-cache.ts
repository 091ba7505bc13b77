import type { Fault } from "../../flows/model/fault.ts";
import type { GroupPermissions } from "../../flows/model/tenant-reports.ts";
import type { Result } from "../../result.ts";

export interface DomainCacheOptions {
  readonly read: () => Promise<Result<GroupPermissions, Fault>>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Milliseconds until they are read anew, behind the next look; after a read that failed, too. */
  readonly maxAgeMs: number;
}

/**
 * The names of the domains on which any group of a tenant may do anything, in the alphabet's order: at once, from what was
 * read last. The first look begins the first read, and finds none.
 */
export function createDomainCache({
  read,
  now,
  maxAgeMs,
}: DomainCacheOptions): () => readonly string[] {
  let names: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;

  async function load(): Promise<void> {
    const held = await read();
    if (!held.ok || held.value.kind !== "seen") return;
    names = [...new Set(held.value.permissions.map(({ domain }) => domain))].toSorted();
  }

  return () => {
    if (now() - readAt >= maxAgeMs) {
      readAt = now();
      // What broke is read again when it is due; nobody waits for it.
      void load().catch(() => undefined);
    }
    return names;
  };
}
