import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { createDatabase, type Database } from "../../../src/store/database/database.ts";
import { migrate } from "../../../src/store/database/migrate.ts";
import { aDatabaseUrl } from "../../support/processes/database.ts";

it("brings the tables up to date once, however many replicas start at once and however often", async () => {
  const url = await aDatabaseUrl();
  const replicas = Array.from({ length: 5 }, () => open(url));

  await Promise.all(replicas.map(async ({ db }) => migrate(db)));
  await Promise.all(replicas.map(async ({ db }) => migrate(db)));

  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(open(url).db);
  expect(rows.map(({ name }) => name)).toEqual([
    "0001-requests",
    "0002-drafts",
    "0003-audit",
    "0004-watch",
    "0005-passkeys",
    "0006-delegations",
    "0007-groups",
    "0008-changed-groups",
    "0009-figures",
    "0010-publisher",
    "0011-outages",
    "0012-set-aside",
    "0013-account-uses",
    "0014-edits",
    "0015-taken-systems",
  ]);
});

it("names the migration that fails, and leaves nothing half-done", async () => {
  const { db } = open(await aDatabaseUrl());
  await sql`create table announcement (nothing text)`.execute(db);

  await expect(migrate(db)).rejects.toThrow("could not be brought up to date: 0002-drafts");

  await sql`drop table announcement`.execute(db);
  await migrate(db);
});

it("refuses a database that a newer version has migrated", async () => {
  const { db } = open(await aDatabaseUrl());
  await migrate(db);
  await sql`insert into kysely_migration values ('9999-newer', '2030-01-01')`.execute(db);

  await expect(migrate(db)).rejects.toThrow("could not be brought up to date");
});

function open(url: string): Database {
  const database = createDatabase({ url, onConnectionLost: () => undefined });
  onTestFinished(database.close);
  return database;
}
