import { sql } from "kysely";
import { Client } from "pg";
import { expect, onTestFinished } from "vitest";
import { loadRequest } from "../../src/flows/lifecycle/load-request.ts";
import { startWork } from "../../src/flows/lifecycle/start-work.ts";
import type { PersonId, RequestId } from "../../src/flows/model/ids.ts";
import type { Reply } from "../../src/flows/ports/answerer.ts";
import type { FlowDeps } from "../../src/flows/ports/deps.ts";
import type { Store } from "../../src/flows/ports/store.ts";
import type { Command } from "../../src/flows/request/click.ts";
import type { Request } from "../../src/flows/request/request.ts";
import { handleClick } from "../../src/flows/workflows/handle-click.ts";
import { makeMove } from "../../src/flows/workflows/make-move.ts";
import { nextMove } from "../../src/flows/workflows/next-move.ts";
import { goOnWaiting } from "../../src/flows/workflows/release-members.ts";
import { createDatabase, type Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/requests/store.ts";
import { auditKey } from "../store/support/open-store.ts";
import { createFakeEngine, type FakeEngine } from "../support/fakes/fake-engine.ts";
import { nothingShown } from "../support/fakes/fake-outbox.ts";
import { runWorkflows } from "../support/fakes/run-workflows.ts";
import type { World } from "../support/fakes/world.ts";
import { createPreparedDatabase } from "../support/processes/database.ts";
import { aRawOf } from "../support/scenes/releases.ts";

/** One of two replicas: connections, a store and checkpoints of its own, on the database that both have. */
export interface Replica {
  readonly deps: FlowDeps;
  readonly engine: FakeEngine;
  readonly click: (
    by: PersonId,
    request: RequestId,
    command: Command,
    id?: string,
  ) => Promise<Reply>;
  /** Carries on what it was asked for. */
  readonly run: (isWanted?: (request: RequestId) => boolean) => Promise<void>;
  readonly goOn: () => Promise<void>;
  /** Is asked for the work that a request is at, as where the replica that was at it stands still. */
  readonly takeOver: (request: RequestId) => Promise<void>;
  /** Carries a request on until it is about to ask for its activation, or to wait for others before. */
  readonly untilAsked: (request: RequestId) => Promise<void>;
}

/** Something that a replica does, and before which of its decisions on the tenant it stands still first, from 1. */
interface Racing {
  readonly on: Replica;
  readonly act: () => Promise<unknown>;
  readonly at?: number;
  /** Begins once the other one is about to record what it decided. */
  readonly isLate?: true;
}

export interface Replicas {
  readonly first: Replica;
  readonly second: Replica;
  readonly find: (id: RequestId) => Promise<Request>;
  readonly releases: () => Promise<readonly Request[]>;
  readonly open: (by: PersonId, name: string) => Promise<RequestId>;
  /**
   * Lets both come to their decision, and each make it, in this order, before anything of either is recorded: the rows of
   * these requests are locked until both wait for the database.
   */
  readonly race: (rows: readonly RequestId[], racing: readonly Racing[]) => Promise<void>;
}

interface Gate {
  /** So many of its decisions pass before it. */
  left: number;
  readonly arrived: PromiseWithResolvers<void>;
  readonly opened: PromiseWithResolvers<void>;
}

/** Two replicas of the bot on one PostgreSQL, with one Workday, one runner and one clock, which the world has. */
export async function startReplicas(world: World): Promise<Replicas> {
  const server = await createPreparedDatabase();
  const watching = createDatabase({ url: server.url, onConnectionLost: () => undefined });
  const gates = new Map<Replica, Gate>();
  const open = [watching];
  onTestFinished(async () => {
    for (const one of open) await one.close();
    await server.drop();
  });

  function start(): Replica {
    const database = createDatabase({ url: server.url, onConnectionLost: () => undefined });
    open.push(database);
    const kept = createStore({ db: database.db, auditKey, now: world.clock.now });
    const store: Store = {
      ...kept,
      decideTogether: async (of, decide) => {
        await pass(gates.get(replica));
        return kept.decideTogether(of, decide);
      },
    };
    const replica = toReplica(world, store);
    return replica;
  }

  const [first, second] = [start(), start()];
  const { store } = first.deps;

  return {
    first,
    second,
    find: async (id) => {
      const found = await store.find(id);
      if (found === undefined) throw new Error(`${id} was not opened`);
      return found;
    },
    releases: async () => {
      const rows = await sql<{ id: RequestId }>`select id from request order by id`.execute(
        watching.db,
      );
      const all = await Promise.all(rows.rows.map(({ id }) => store.find(id)));
      return all.filter((one) => one !== undefined).filter(({ members }) => members !== undefined);
    },
    open: async (by, name) => {
      const id = world.random.requestId();
      await store.keepDraft(id, { by, raw: aRawOf(name) });
      await first.click(by, id, { kind: "open" });
      return id;
    },
    race: (rows, racing) => race({ url: server.url, watching, gates }, rows, racing),
  };
}

interface Field {
  readonly url: string;
  readonly watching: Database;
  readonly gates: Map<Replica, Gate>;
}

async function race(
  { url, watching, gates }: Field,
  rows: readonly RequestId[],
  racing: readonly Racing[],
): Promise<void> {
  let settled = 0;

  const running: Promise<unknown>[] = [];

  function begin({ on, act, at = 1 }: Racing): Gate {
    const gate: Gate = {
      left: at - 1,
      arrived: Promise.withResolvers<void>(),
      opened: Promise.withResolvers<void>(),
    };
    gates.set(on, gate);
    running.push(
      act().finally(() => {
        settled += 1;
        gate.arrived.resolve();
      }),
    );
    return gate;
  }

  async function countStanding(): Promise<number> {
    return (await countWaiting(watching)) + settled;
  }

  const early = racing.filter(({ isLate }) => isLate !== true);
  const begun = new Map(early.map((one) => [one, begin(one)]));
  for (const gate of begun.values()) await gate.arrived.promise;
  const unlock = await lockRows(url, rows);
  try {
    for (const [at, one] of racing.entries()) {
      const gate = begun.get(one) ?? begin(one);
      await gate.arrived.promise;
      gate.opened.resolve();
      await expect.poll(countStanding, { timeout: 20_000 }).toBe(at + 1);
    }
  } finally {
    gates.clear();
    await unlock();
  }
  await Promise.all(running);
}

async function pass(gate: Gate | undefined): Promise<void> {
  if (gate === undefined) return;
  gate.left -= 1;
  if (gate.left !== -1) return;
  gate.arrived.resolve();
  await gate.opened.promise;
}

/** How many transactions stand still because another one has what they need. */
async function countWaiting({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.count ?? 0;
}

async function lockRows(url: string, ids: readonly RequestId[]): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("begin");
  await client.query("select id from request where id = any($1) order by id for update", [ids]);
  return async () => {
    await client.query("commit");
    await client.end();
  };
}

function toReplica(world: World, store: Store): Replica {
  const engine = createFakeEngine();
  const deps: FlowDeps = {
    ...world.deps,
    store,
    engine,
    outbox: {
      tell: world.deps.outbox.tell,
      findDisplay: async (id) => ({
        ...nothingShown,
        shownVersion: (await store.find(id))?.version ?? 0,
      }),
    },
  };
  let clicks = 0;
  return {
    deps,
    engine,
    click: async (by, request, command, id) => {
      clicks += 1;
      const name = id ?? `${world.random.token()}-${clicks}`;
      const click = { id: name, by, request, answerTo: { kind: "person" }, command } as const;
      await handleClick(deps, engine.durableOf(name), click);
      const reply = world.answerer.answers.findLast((answer) => answer.click.id === name)?.reply;
      if (reply === undefined) throw new Error("Nobody answered the click");
      return reply;
    },
    run: (isWanted = () => true) => runWorkflows(deps, engine, isWanted),
    goOn: () => goOnWaiting(deps, world.tenant.name),
    takeOver: async (id) => startWork(deps, await loadRequest(deps, id)),
    untilAsked: async (id) => {
      for (;;) {
        const request = await loadRequest(deps, id);
        const { phase } = request;
        if (phase.kind !== "working" || nextMove(request).kind === "ask-approval") return;
        await makeMove(deps, { id, since: phase.since });
      }
    },
  };
}
