import type { types } from "@slack/bolt";
import type { PersonId } from "../../flows/model/ids.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Result } from "../../result.ts";
import type { SlackFault } from "../slack/slack-call.ts";

/**
 * Home tabs that may be open still, so that they can be shown anew. In memory: whoever opens theirs again is known
 * again.
 */
export interface OpenHomes {
  /** Somebody opened theirs, and was shown this. */
  readonly opened: (by: PersonId, view: types.HomeView) => void;
  /** Something may have changed for anybody. */
  readonly changed: () => void;
  /**
   * Shows a few of those anew for whom something changed. Safe to repeat.
   *
   * @returns milliseconds until there may be more to do
   */
  readonly look: () => Promise<number>;
}

export interface OpenHomesParts {
  readonly listOpen: () => Promise<readonly Request[]>;
  readonly read: (by: PersonId, open: readonly Request[]) => Promise<types.HomeView>;
  readonly show: (by: PersonId, view: types.HomeView) => Promise<Result<unknown, SlackFault>>;
  /** Milliseconds since some moment, by a clock that is never set. */
  readonly elapsed: () => number;
}

/** So long after somebody opened it a Home tab follows what happens; and the most that do, the newest of them. */
const openMs = 3_600_000;
const mostOpen = 200;

/**
 * Views of so many people within any so many milliseconds: 72 a minute, of the 100 and more that Slack takes; the rest is
 * for those who open theirs.
 *
 * @see Slack: Rate limits, tier 4
 */
const mostRead = 6;
const withinMs = 5000;

/** What happens within so many milliseconds is shown together. */
const gatherMs = 1000;

/** How often it is looked for what other replicas have recorded. */
const othersMs = 15_000;

/** Where Slack limits the bot and names no time. */
const limitedMs = 30_000;

interface Open {
  readonly since: number;
  readonly shown: string;
  /** Something may have changed since it was read. */
  readonly isDue: boolean;
}

interface State {
  readonly open: Map<PersonId, Open>;
  isChanged: boolean;
  notBefore: number;
  /** When views of people were read, within the last while. */
  read: readonly number[];
  /** The open requests as they were when they were read last. */
  known: string;
}

export function createOpenHomes(parts: OpenHomesParts): OpenHomes {
  const state: State = { open: new Map(), isChanged: false, notBefore: 0, read: [], known: "" };
  const { open } = state;
  return {
    opened: (by, view) => {
      open.delete(by);
      open.set(by, { since: parts.elapsed(), shown: toKey(view), isDue: true });
      const [oldest] = open.keys();
      if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
    },
    changed: () => {
      state.isChanged = true;
    },
    look: () => look(parts, state),
  };
}

async function look(parts: OpenHomesParts, state: State): Promise<number> {
  const { open } = state;
  const now = parts.elapsed();
  for (const [by, { since }] of open) if (now >= since + openMs) open.delete(by);
  if (open.size === 0) return othersMs;
  if (now < state.notBefore) return state.notBefore - now;
  state.notBefore = now + gatherMs;
  state.read = state.read.filter((at) => at > now - withinMs);
  const requests = await parts.listOpen();
  markDue(state, requests);
  const due = [...open].filter(([, { isDue }]) => isDue);
  const turn = due.slice(0, mostRead - state.read.length);
  for (const [by, one] of turn) {
    state.read = [...state.read, now];
    const waitMs = await refresh(parts, open, { by, one, requests });
    if (waitMs === undefined) continue;
    state.notBefore = parts.elapsed() + waitMs;
    return waitMs;
  }
  return due.length > turn.length ? (state.read[0] ?? now) + withinMs - now : othersMs;
}

/** Where nothing was recorded, here or elsewhere, nobody is read again. */
function markDue(state: State, requests: readonly Request[]): void {
  const { open, isChanged, known } = state;
  state.known = requests.map(({ id, version }) => `${id} ${version}`).join();
  state.isChanged = false;
  if (!isChanged && known === state.known) return;
  for (const [by, one] of open) open.set(by, { ...one, isDue: true });
}

interface Refreshed {
  readonly by: PersonId;
  readonly one: Open;
  readonly requests: readonly Request[];
}

/** @returns for how long Slack takes no more, where it said so */
async function refresh(
  { read, show }: OpenHomesParts,
  open: Map<PersonId, Open>,
  { by, one, requests }: Refreshed,
): Promise<number | undefined> {
  const view = await read(by, requests);
  const shown = toKey(view);
  const answer = shown === one.shown ? undefined : await show(by, view);
  // Opened once more meanwhile: that one is read by itself.
  if (open.get(by)?.since !== one.since) return undefined;
  if (answer === undefined || answer.ok) open.set(by, { ...one, shown, isDue: false });
  else if (answer.error.code !== "ratelimited") open.delete(by);
  else
    return answer.error.kind === "unreachable"
      ? (answer.error.retryAfterMs ?? limitedMs)
      : limitedMs;
  return undefined;
}

/** What somebody sees, without what is small: the moment at its foot. */
function toKey({ blocks }: types.HomeView): string {
  return JSON.stringify(blocks.filter(({ type }) => type !== "context"));
}
