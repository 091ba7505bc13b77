import { scene } from "./scene.ts";
import { reportsBesideWql, type Variation } from "./settings.ts";
import type { Sandbox } from "./start.ts";

/** Whose hand does the tasks that Workday has no web service for. */
export type Hands = "runner" | "person";

export interface BotLook {
  readonly isRunning: boolean;
  /** Between the wish to start it and its first answer. */
  readonly isStarting: boolean;
  readonly hands: Hands;
  /** The last lines it wrote, oldest first. */
  readonly lines: readonly string[];
}

/** The bot as an operator holds it: look at it, start it, end it. */
export interface BotControl {
  readonly look: () => BotLook;
  /** Starts it again, with this hand for the tasks. Throws with its words when it does not start. */
  readonly restart: (hands: Hands) => Promise<void>;
  /** Ends it without a word, as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
}

/** Lines of all bots of one run. */
export interface LineLog {
  readonly lines: readonly string[];
  readonly add: (line: string) => void;
  readonly onLine: (listener: () => void) => () => void;
}

const shownLines = 200;

export function createLineLog(): LineLog {
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  return {
    lines,
    add: (line) => {
      lines.push(line);
      for (const listener of listeners) listener();
    },
    onLine: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What the sandbox's own settings are varied by. */
interface Wanted extends Pick<Variation, "wql"> {
  readonly hands: Hands;
}

/** Where the tenant answers WQL, it is played without the reports that WQL may be in place of. */
export function toVariation({ hands, wql }: Wanted): Variation {
  const tenant = { hands: { default: hands } };
  if (wql === undefined) return { tenant };
  return { tenant: { ...tenant, reports: reportsBesideWql }, wql };
}

/**
 * The same to play with: Slack delivers by sockets, as the manifest has it, approvers may delegate, the clock can be moved,
 * and a tenant in production stands beside the first. That one has a change window, open now.
 */
export function toPlayedVariation(wanted: Wanted): Variation {
  const { tenant, ...rest } = toVariation(wanted);
  const delegation = { to: { groups: [scene.groups.security] }, maxDays: 30 };
  return {
    ...rest,
    slack: { delivery: "socket", newerBlocks: true },
    hasSetClock: true,
    tenant: { ...tenant, delegation },
    production: {
      hands: { default: wanted.hands },
      delegation,
      changeWindows: [windowAround(Date.now())],
    },
  };
}

const hourMs = 3_600_000;

/** Every day, from an hour before this moment for four hours: a clock that is moved on by hours closes it. */
function windowAround(at: number): object {
  const [from, until] = [at - hourMs, at + 3 * hourMs].map((moment) =>
    new Date(moment).toISOString().slice(11, 16),
  );
  return {
    days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    from,
    until,
    timeZone: "UTC",
  };
}

export function createBotControl(sandbox: Sandbox, log: LineLog, first: Wanted): BotControl {
  const listeners = new Set<() => void>();
  let { hands } = first;
  let isStarting = false;

  function changed(): void {
    for (const listener of listeners) listener();
  }
  function watch(): void {
    const { ended } = sandbox.bot();
    void ended.then(changed);
  }

  watch();
  log.onLine(changed);
  return {
    look: () => ({
      isRunning: !isStarting && sandbox.bot().isRunning(),
      isStarting,
      hands,
      lines: log.lines.slice(-shownLines),
    }),
    restart: async (wanted) => {
      if (isStarting) throw new Error("The bot is being started already.");
      isStarting = true;
      hands = wanted;
      changed();
      try {
        await sandbox.restart(toPlayedVariation({ ...first, hands: wanted }));
        watch();
      } finally {
        isStarting = false;
        changed();
      }
    },
    kill: () => sandbox.bot().kill(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
