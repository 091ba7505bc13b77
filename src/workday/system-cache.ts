import type { Fault } from "../flows/fault.ts";
import type { Instant } from "../flows/ids.ts";
import type { IntegrationSystem } from "../flows/ports.ts";
import type { Result } from "../result.ts";

export interface SystemCacheOptions {
  readonly list: () => Promise<Result<readonly IntegrationSystem[], Fault>>;
  readonly now: () => Instant;
  /** Milliseconds until a list is read anew, behind the next search. */
  readonly maxAgeMs: number;
  /** Milliseconds that a search waits for the first list; 2 000 when left out. */
  readonly waitMs?: number;
}

export interface SystemCache {
  /**
   * The systems whose name or id holds the text, best first, 100 at most. Answers at once from what there is;
   * `isLoading` while the first list is still on its way, or could not be read.
   */
  readonly search: (text: string) => Promise<Found>;
}

interface Found {
  readonly systems: readonly IntegrationSystem[];
  readonly isLoading: boolean;
}

const most = 100;

/** Keeps the list of integration systems for the form, where people wait three seconds at the most. */
export function createSystemCache(options: SystemCacheOptions): SystemCache {
  const { list, now, maxAgeMs, waitMs = 2_000 } = options;
  let kept: { readonly systems: readonly IntegrationSystem[]; readonly at: Instant } | undefined;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    const listed = await list();
    if (listed.ok) kept = { systems: listed.value, at: now() };
  }

  /** One load at a time: whoever comes meanwhile waits for the same. */
  function refresh(): Promise<void> {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  return {
    search: async (text) => {
      const isStale = kept === undefined || now() - kept.at > maxAgeMs;
      const refreshed = isStale ? refresh() : undefined;
      if (kept === undefined && refreshed !== undefined) await atMost(waitMs, refreshed);
      const systems = match(kept?.systems ?? [], text.trim().toLowerCase());
      return { systems, isLoading: kept === undefined };
    },
  };
}

function match(systems: readonly IntegrationSystem[], text: string): readonly IntegrationSystem[] {
  return systems
    .map((system) => ({ system, rank: rankOf(system, text) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank || a.system.name.localeCompare(b.system.name))
    .slice(0, most)
    .map(({ system }) => system);
}

/** Names that begin with the text, then names that hold it, then ids that do. */
function rankOf({ name, id }: IntegrationSystem, text: string): number {
  const lower = name.toLowerCase();
  if (lower.startsWith(text)) return 0;
  if (lower.includes(text)) return 1;
  return id.toLowerCase().includes(text) ? 2 : 3;
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
