import {
  type Instant,
  instant,
  type RequestId,
  type TenantName,
} from "../../../src/flows/model/ids.ts";
import type {
  Behind,
  Concluded,
  DirectMessage,
  Display,
  Outbox,
  PublisherLease,
  PublisherLedger,
} from "../../../src/flows/ports/outbox.ts";
import type { Notice } from "../../../src/flows/request/notice.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

interface Options {
  readonly mishaps?: FaultInjector;
  /** What was queued of notices, and what becomes of them. */
  readonly notices?: () => readonly Notice[];
}

interface Row {
  readonly display: Display;
  readonly tenant: TenantName;
  readonly since?: Instant;
  readonly writer?: number;
  readonly isAgain?: boolean;
}

export interface FakeOutbox extends Outbox, PublisherLedger {
  /** Every private message that was queued, each once. */
  readonly told: readonly DirectMessage[];
  /** What the store says in the transaction of an event. */
  readonly markBehind: (request: RequestId, tenant: TenantName) => void;
  readonly peek: (request: RequestId) => Display | undefined;
  /** As if another had been kept. */
  readonly set: (request: RequestId, change: Partial<Display>) => void;
  /** Waits until Slack has everything. */
  readonly whenSettled: () => Promise<void>;
  readonly lease: PublisherLease;
  /** Another replica takes the lease, and gives it back after so many questions. */
  readonly seize: () => void;
}

export const nothingShown: Display = {
  postedVersion: 0,
  shownVersion: 0,
  isDoubtful: false,
  throughSeq: 0,
  toldSeq: 0,
  round: 0,
  doubts: 0,
};

/** What people have yet to see, in memory: one statement is whole, because nothing else runs meanwhile. */
export function createFakeOutbox({
  mishaps = createMishaps(),
  notices = () => [],
}: Options = {}): FakeOutbox {
  const rows = new Map<RequestId, Row>();
  const told: DirectMessage[] = [];
  const sent = new Set<string>();
  const begun = new Set<string>();
  const posted = new Set<string>();
  const aside = new Set<string>();
  let token = 0;
  let since = 0;

  const waiting = new Set<() => void>();

  function isSettled(): boolean {
    const isBehind = [...rows.values()].some((row) => row.since !== undefined);
    const isUnsent = told.some(({ key }) => !sent.has(key));
    return !isBehind && !isUnsent && notices().every(({ key }) => posted.has(key));
  }

  function tellSettled(): void {
    if (!isSettled()) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  function change(id: RequestId, to: (row: Row) => Row): void {
    const row = rows.get(id);
    if (row !== undefined) rows.set(id, to(row));
  }

  function doubt(id: RequestId): void {
    change(id, (row) => ({
      ...markedBehind(row),
      display: {
        ...row.display,
        isDoubtful: true,
        round: row.display.round + 1,
        doubts: row.display.doubts + 1,
      },
    }));
  }

  function markedBehind(row: Row): Row {
    since += 1;
    return { ...row, since: row.since ?? instant(since) };
  }

  function queue(messages: readonly DirectMessage[]): void {
    for (const one of messages) if (!told.some(({ key }) => key === one.key)) told.push(one);
  }

  return {
    told,
    whenSettled: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      tellSettled();
      await promise;
    },
    peek: (id) => rows.get(id)?.display,
    set: (id, changes) =>
      change(id, (row) => ({ ...row, display: { ...row.display, ...changes } })),
    markBehind: (id, tenant) => {
      aside.delete(`request ${id}`);
      const row = rows.get(id) ?? { display: { ...nothingShown, round: -1 }, tenant };
      const display = { ...row.display, round: row.display.round + 1 };
      rows.set(id, { ...markedBehind(row), display });
    },
    lease: {
      ttlMs: 10_000,
      hold: async () => (token === 0 ? (token = 1) : token),
      release: async () => undefined,
    },
    seize: () => {
      token += 1;
    },
    listBehind: async () =>
      [...rows].flatMap(([request, { since: from, tenant, display }]): readonly Behind[] =>
        from === undefined || aside.has(`request ${request}`)
          ? []
          : [{ request, tenant, since: from, round: display.round }],
      ),
    listNotices: async () =>
      notices()
        .filter(({ key }) => !posted.has(key) && !aside.has(`notice ${key}`))
        .map((notice) => ({ ...notice, isBegun: begun.has(notice.key) })),
    listDirect: async () => told.filter(({ key }) => !sent.has(key) && !aside.has(`direct ${key}`)),
    tell: (messages) => mishaps.guard(() => queue(messages)),
    findDisplay: (id) => mishaps.guard(() => rows.get(id)?.display),
    doubt: async (id) => doubt(id),
    begin: async (id, by, writing) => {
      if (by !== token || !rows.has(id)) return false;
      change(id, (row) => ({ ...row, writer: by, display: { ...row.display, writing } }));
      return true;
    },
    conclude: async (id, of, concluded) => {
      if (rows.get(id)?.writer !== of.token) {
        doubt(id);
        return false;
      }
      change(id, ({ writer, display, ...row }) => ({
        ...row,
        ...(concluded.leavesOpen && writer !== undefined && { writer }),
        display: { ...whatItShows(display, concluded, of), ...stillThere(display, concluded) },
      }));
      return true;
    },
    settle: async (id, round) => {
      change(id, (row) => {
        if (row.display.round !== round) return row;
        const { since: _since, ...settled } = row;
        return settled;
      });
      tellSettled();
    },
    beginNotice: async (key, by) => {
      if (by !== token) return false;
      begun.add(key);
      return true;
    },
    settleNotice: async (key, messages) => {
      posted.add(key);
      queue(messages);
      tellSettled();
    },
    settleDirect: async (key) => {
      sent.add(key);
      tellSettled();
    },
    setAside: async ({ kind, key }) => {
      aside.add(`${kind} ${key}`);
    },
    takeOver: async (by) => {
      aside.clear();
      for (const [id, { writer }] of rows) {
        if (writer !== undefined && writer < by) change(id, (row) => ({ ...row, isAgain: true }));
      }
    },
    markAgain: async () => {
      for (const [id, { isAgain }] of rows) {
        if (isAgain !== true) continue;
        change(id, ({ isAgain: _is, ...row }) => row);
        doubt(id);
      }
    },
  };
}

function whatItShows(
  { writing: _writing, place: _place, reply: _reply, ...display }: Display,
  { posted, shown, throughSeq, toldSeq }: Concluded,
  { doubts }: { readonly doubts: number },
): Display {
  return {
    ...display,
    ...(posted !== undefined && { postedVersion: posted }),
    ...(throughSeq !== undefined && { throughSeq }),
    ...(toldSeq !== undefined && { toldSeq }),
    ...(shown && {
      shownVersion: shown.version,
      shownPhase: shown.phase,
      shownAt: shown.at,
      isDoubtful: display.doubts !== doubts,
    }),
  };
}

function stillThere(display: Display, { place, reply, leavesOpen }: Concluded): Partial<Display> {
  const now = place === "lost" ? undefined : (place ?? display.place);
  const next = reply === "whole" ? undefined : (reply ?? display.reply);
  return {
    ...(now && { place: now }),
    ...(next && { reply: next }),
    ...(leavesOpen && display.writing && { writing: display.writing }),
  };
}

/** As if Slack had a request at once, whatever the version that it has: nothing where there is none. */
export function showAtOnce(
  { tell }: Outbox,
  versionOf: (request: RequestId) => number | undefined,
): Pick<Outbox, "tell" | "findDisplay"> {
  return {
    tell,
    findDisplay: async (request) => {
      const shownVersion = versionOf(request);
      return shownVersion === undefined ? undefined : { ...nothingShown, shownVersion };
    },
  };
}
