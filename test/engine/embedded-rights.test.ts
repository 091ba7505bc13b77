import { watch } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { makeTemporaryFolder } from "../../sandbox/temporary-folder.ts";
import { type RunningPostgres, startEmbeddedPostgres } from "../../src/engine/embedded.ts";
import { findPostgres } from "../../src/engine/running-postgres.ts";
import { asSuperuser } from "../support/processes/as-superuser.ts";
import { aFolder } from "../support/processes/own-postgres.ts";
import { query } from "./query.ts";

describe("the embedded PostgreSQL", () => {
  let folder = "";
  let server: RunningPostgres;

  beforeAll(async () => {
    vi.stubEnv("SLACK_BOT_TOKEN", "xoxb-canary");
    folder = makeTemporaryFolder("isu-bot-rights-");
    server = await startEmbeddedPostgres({ folder, log: () => undefined });
    vi.unstubAllEnvs();
    return async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    };
  });

  it("gets nothing of the bot's environment", async () => {
    const found = await findPostgres(join(folder, "data"));

    const environment = await readFile(`/proc/${found?.pid}/environ`, "utf8");

    expect(environment.split("\0")).toEqual(["LC_ALL=C", ""]);
  });

  it.each([
    ["runs a program", "copy (select 1) to program 'cat'"],
    ["reads what a program says", "create temp table t (x text); copy t from program 'env'"],
    ["reads a file", "select pg_read_file('/etc/hostname')"],
    ["reads a file into a table", "create temp table t (x text); copy t from '/etc/hostname'"],
    ["reads the passwords' digests", "select rolpassword from pg_authid"],
    ["sets what counts for the server", "alter system set log_statement = 'all'"],
    ["makes a superuser", "create role other superuser"],
    ["becomes the superuser", "set role postgres"],
    ["makes another database", "create database other"],
  ])("gives the bot no role that %s", async (_what, statement) => {
    await expect(query(server.url, statement)).rejects.toThrow(/permission denied/);
  });

  it("lets no superuser connect, with whatever password", async () => {
    const url = new URL(server.url);
    url.username = "postgres";

    await expect(query(url.href, "select 1")).rejects.toThrow(/no pg_hba.conf entry/);
  });
});

it("shows its password to nobody while it makes its data", async () => {
  const [folder, temporary] = [await aFolder(), await aFolder()];
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const seen = [watchFiles(folder), watchFiles(temporary)];

  const server = await startEmbeddedPostgres({ folder, log: () => undefined });
  await server.stop();

  const files = (await Promise.all(seen.map(async (one) => one()))).flat();
  expect(files.filter(({ mode }) => (mode & 0o007) !== 0)).toEqual([]);
  expect(files.map(({ name }) => name)).toContain("password");
});

it("takes over the data of an older version, whose bot was the superuser", async () => {
  const folder = await aFolder();
  const places = { folder, log: () => undefined };
  const older = await startEmbeddedPostgres(places);
  await older.stop();
  await asSuperuser(folder, olderVersion);
  const oldPassword = join(folder, "data", "bot-password");
  await writeFile(oldPassword, "old-password", { mode: 0o600 });

  const first = await startEmbeddedPostgres(places);
  await first.stop();
  // As after a kill right before the last step.
  await writeFile(oldPassword, "old-password", { mode: 0o600 });
  const server = await startEmbeddedPostgres(places);

  onTestFinished(server.stop);
  expect(await query(server.url, "select n from dbos.kept")).toEqual([{ n: 7 }]);
  await query(server.url, "alter table dbos.kept add column more public.colour");
  await query(server.url, "insert into dbos.kept values (dbos.eight(), 'red')");
  await query(server.url, "alter table public.counted add column more integer");
  await query(server.url, "drop function dbos.eight()");
  await query(server.url, "drop schema dbos cascade");
  const left =
    "select tablename from pg_tables where tableowner = 'postgres' and schemaname !~ '^pg_'";
  expect(await query(server.url, `${left} and schemaname <> 'information_schema'`)).toEqual([]);
  expect(await readdir(join(folder, "data"))).not.toContain("bot-password");
});

it("says what to stop where an older version's server still runs", async () => {
  const folder = await aFolder();
  const server = await startEmbeddedPostgres({ folder, log: () => undefined });
  onTestFinished(server.stop);
  await writeFile(join(folder, "data", "bot-password"), "old-password", { mode: 0o600 });

  const newer = startEmbeddedPostgres({ folder, log: () => undefined });

  await expect(newer).rejects.toThrow(/an older version of the bot started.* `kill -INT \d+`/);
});

/** As an older version leaves its data: all belongs to the superuser, who connects with a password. */
const olderVersion = [
  "alter database postgres owner to postgres",
  "drop role isu_bot",
  "alter role postgres password 'old-password'",
  "create schema dbos",
  "create table dbos.kept (n integer)",
  "insert into dbos.kept values (7)",
  "create function dbos.eight() returns integer language sql as 'select 8'",
  "create type public.colour as enum ('red')",
  "create table public.counted (id serial primary key)",
  "create sequence public.alone",
  "create view public.seen as select n from dbos.kept",
];

/** Follows a folder: every file that is in it for a moment, with its mode. */
function watchFiles(folder: string) {
  const looks: Promise<readonly { readonly name: string; readonly mode: number }[]>[] = [];
  const watcher = watch(folder, (_event, name) => {
    if (name !== null) looks.push(look(name));
  });

  async function look(name: string) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    return found?.isFile() === true ? [{ name, mode: found.mode & 0o777 }] : [];
  }

  return async () => {
    watcher.close();
    return (await Promise.all(looks)).flat();
  };
}
