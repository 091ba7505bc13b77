import type { Fault } from "../../flows/model/fault.ts";
import type { Instant } from "../../flows/model/ids.ts";
import type { IntegrationSystem, Workday } from "../../flows/ports/workday.ts";
import type { Result } from "../../result.ts";

export interface SystemCacheOptions {
  readonly list: () => Promise<Result<readonly IntegrationSystem[], Fault>>;
  readonly now: () => Instant;
  /** Milliseconds until a list is read anew, behind the next search. */
  readonly maxAgeMs: number;
  /** Asks the tenant for one system: for a reference that the list does not hold. */
  readonly find?: Workday["findIntegrationSystem"];
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
  const { list, find, now, maxAgeMs, waitMs = 2_000 } = options;
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
      if (systems.length > 0 || kept === undefined) {
        return { systems, isLoading: kept === undefined };
      }
      return { systems: await askTenant(find, text.trim(), waitMs), isLoading: false };
    },
  };
}

/** What the list does not hold may be new, and is named by whoever knows it. */
async function askTenant(
  find: SystemCacheOptions["find"],
  text: string,
  waitMs: number,
): Promise<readonly IntegrationSystem[]> {
  const type = typeOf(text);
  if (find === undefined || type === undefined) return [];
  let found: readonly IntegrationSystem[] = [];
  const asked = find(type === "WID" ? text.toLowerCase() : text, type).then((answer) => {
    if (answer.ok && answer.value !== undefined) found = [answer.value];
    return undefined;
  });
  await atMost(waitMs, asked);
  return found;
}

function match(systems: readonly IntegrationSystem[], text: string): readonly IntegrationSystem[] {
  return systems
    .map((system) => ({ system, rank: rankOf(system, text) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank || a.system.name.localeCompare(b.system.name))
    .slice(0, most)
    .map(({ system }) => system);
}

/** What a text looks like that names one system, and `undefined` for what is too short or has spaces. */
function typeOf(text: string): "WID" | "Integration_System_ID" | undefined {
  if (/^[0-9a-f]{32}$/i.test(text)) return "WID";
  return /^\S{4,75}$/.test(text) ? "Integration_System_ID" : undefined;
}

/** Names that begin with the text and a whole WID, then names that hold it, then ids that do. */
function rankOf({ name, id, wid }: IntegrationSystem, text: string): number {
  const lower = name.toLowerCase();
  if (lower.startsWith(text) || wid.toLowerCase() === text) return 0;
  if (lower.includes(text)) return 1;
  return id.toLowerCase().includes(text) ? 2 : 3;
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
