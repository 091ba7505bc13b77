import { sql } from "kysely";
import { expect, it, onTestFinished, vi } from "vitest";
import { createConnections } from "../../../src/engine/connections.ts";
import { isDatabaseAway } from "../../../src/engine/database-away.ts";
import { createDatabase, type Database } from "../../../src/store/database/database.ts";
import { migrate } from "../../../src/store/database/migrate.ts";
import { createStore } from "../../../src/store/requests/store.ts";
import { aDatabaseUrl } from "../../support/processes/database.ts";
import { anId, anOpened, noon } from "../support/an-opened.ts";
import { auditKey } from "../support/open-store.ts";

it("ends a transaction that idles well before a statement gives up on its locks, on every connection", async () => {
  const url = await aDatabaseUrl();
  const { db } = open(url);
  const engine = createConnections({ databaseUrl: url, purpose: "test", max: 1, log: () => {} });
  onTestFinished(async () => engine.end());

  const { rows } = await sql<Limits>`${sql.raw(limits)}`.execute(db);
  const ofEngine = await engine.query<Limits>(limits);

  const [ofStore] = rows;
  if (ofStore === undefined) throw new Error("PostgreSQL has no settings");
  expect(ofStore.idle).toBeGreaterThan(0);
  expect(ofStore.idle * 2).toBeLessThan(ofStore.statement);
  expect(ofEngine.rows[0]?.idle).toBe(ofStore.idle);
});

interface Limits {
  readonly idle: number;
  readonly statement: number;
}

const limits = `
  select max(setting::integer) filter (where name = 'idle_in_transaction_session_timeout') as idle,
         max(setting::integer) filter (where name = 'statement_timeout') as statement
  from pg_settings`;

it("lets others go on when a replica freezes in a transaction, which learns of it when it wakes", async () => {
  const url = await aDatabaseUrl();
  const waiting = open(url);
  await migrate(waiting.db);
  // The same order of limits, at a hundredth of their length.
  const freezing = open(`${url}?idle_in_transaction_session_timeout=100`);
  const store = createStore({ db: waiting.db, auditKey, now: () => noon });
  let wake: (() => void) | undefined;
  const asleep = new Promise<void>((done) => {
    wake = done;
  });
  const frozen = freezing.db.transaction().execute(async (trx) => {
    await trx.selectFrom("audit_head").selectAll().forUpdate().execute();
    await asleep;
    return trx.updateTable("audit_head").set({ seq: 99 }).execute();
  });
  const broke = frozen.catch((error: unknown) => error);
  await vi.waitFor(async () => {
    const { rows } = await sql<{ held: string }>`select count(*) as held from pg_stat_activity
      where state = 'idle in transaction' and datname = current_database()`.execute(waiting.db);
    expect(rows[0]?.held).toBe("1");
  });

  expect(await store.open(anOpened(anId(1)), noon)).toMatchObject({ ok: true });

  wake?.();
  expect(isDatabaseAway(await broke)).toBe(true);
  const { rows } = await sql<{ seq: string }>`select seq from audit_head`.execute(freezing.db);
  expect(rows).toEqual([{ seq: "1" }]);
});

it.each(["statement_timeout", "lock_timeout"])(
  "says that the database is away when %s ends a wait for a lock",
  async (limit) => {
    const url = await aDatabaseUrl();
    const holding = open(url);
    await migrate(holding.db);
    const impatient = open(`${url}?${limit}=100`);
    const store = createStore({ db: impatient.db, auditKey, now: () => noon });
    const holder = await holding.db.startTransaction().execute();
    await holder.selectFrom("audit_head").selectAll().forUpdate().execute();

    const opened = await store.open(anOpened(anId(1)), noon).catch((error: unknown) => error);

    expect(isDatabaseAway(opened)).toBe(true);
    await holder.rollback().execute();
    expect(await store.open(anOpened(anId(1)), noon)).toMatchObject({ ok: true });
  },
);

function open(url: string): Database {
  const database = createDatabase({ url, onConnectionLost: () => undefined });
  onTestFinished(database.close);
  return database;
}
