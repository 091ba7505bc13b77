import { sql } from "kysely";
import { expect, it, onTestFinished, vi } from "vitest";
import { ok } from "../../../src/result.ts";
import { createDatabase } from "../../../src/store/database/database.ts";
import { migrate } from "../../../src/store/database/migrate.ts";
import { createStore } from "../../../src/store/requests/store.ts";
import { startOwnPostgres } from "../../support/processes/own-postgres.ts";
import { anId, ann, anOpened, noon } from "../support/an-opened.ts";
import { auditKey, useStore } from "../support/open-store.ts";

const openStore = useStore();

it("survives a restart of PostgreSQL with all that was recorded, and says when it is away", async () => {
  const postgres = await startOwnPostgres();
  const lost: Error[] = [];
  const database = createDatabase({
    url: postgres.url,
    onConnectionLost: (error) => lost.push(error),
  });
  onTestFinished(database.close);
  await migrate(database.db);
  const store = createStore({ db: database.db, auditKey });
  await store.open(anOpened(anId(1)), noon);
  expect(await database.isReady()).toBe(true);

  await postgres.stop();

  expect(await database.isReady()).toBe(false);
  await expect(store.find(anId(1))).rejects.toThrow("ECONNREFUSED");
  expect(lost).not.toEqual([]);

  await postgres.startAgain();

  expect(await database.isReady()).toBe(true);
  expect(await store.find(anId(1))).toMatchObject({ id: anId(1), version: 1 });
});

it("rolls back and lives on when its connection is cut in the middle of a change", async () => {
  const { store, database } = await openStore();
  await store.open(anOpened(anId(1)), noon);
  const change = { id: anId(1), key: "a", now: noon };
  const cut = database.db.transaction().execute(async (trx) => {
    await trx.updateTable("request").set({ phase: "cut" }).execute();
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.db);
    await vi.waitFor(async () => {
      await expect(sql`select 1`.execute(trx)).rejects.toThrow(/terminat|not queryable/i);
    });
    return sql`select 1`.execute(trx);
  });

  await expect(cut).rejects.toThrow(/terminat|not queryable/i);

  const decided = await store.decide(change, () => ok([{ kind: "retried", by: ann }]));
  expect(decided).toMatchObject({ ok: true, value: { request: { version: 2 } } });
});

it("is not ready when it gets no connection within a second", async () => {
  const { database } = await openStore();
  const holders = await Promise.all(
    Array.from({ length: 10 }, async () => database.db.startTransaction().execute()),
  );

  expect(await database.isReady()).toBe(false);

  await Promise.all(holders.map(async (holder) => holder.rollback().execute()));
  expect(await database.isReady()).toBe(true);
});
