import { createServer } from "node:net";
import { resolve } from "node:path";
import { Client } from "pg";
import { role } from "./bot-role.ts";
import { isDatabaseAway } from "./database-away.ts";
import { ensureData, openFolder, placesIn, readPassword, tidyFolder } from "./embedded-folder.ts";
import type { EngineLog } from "./engine-log.ts";
import { createPackagedPostgres, type PackagedPostgres } from "./packaged-postgres.ts";
import { findPrograms } from "./postgres-package.ts";
import type { SystemUser } from "./run-tool.ts";
import { askToEnd, findPostgres, type PostgresProcess, stopPostgres } from "./running-postgres.ts";
import { findServerUser } from "./server-user.ts";
import { acquireSessionLock, type SessionLock } from "./session-lock.ts";

export interface EmbeddedPostgresOptions {
  /** Where the database lives. Made if it is not there, and closed to everybody else. */
  readonly folder: string;
  /** On loopback; a free one is picked when absent. */
  readonly port?: number;
  /** How long to wait for another bot to leave the folder: 5 seconds when absent. */
  readonly folderWithinMs?: number;
  readonly log: EngineLog;
}

export interface RunningPostgres {
  /** With the password: never for a log. */
  readonly url: string;
  /** Ends the server. Call it last: after the bot has drained. */
  readonly stop: () => Promise<void>;
}

/**
 * The address of an embedded PostgreSQL that a bot is running, for an operator's command beside it.
 * `undefined` when none runs. With the password: never for a log.
 */
export async function findEmbeddedPostgres(folder: string): Promise<string | undefined> {
  const home = resolve(folder);
  const server = await findPostgres(placesIn(home).data);
  return server === undefined ? undefined : toUrl(server, await readPassword(home));
}

function toUrl({ port }: PostgresProcess, password: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/postgres`;
}

interface Parts extends EmbeddedPostgresOptions {
  readonly user: SystemUser | undefined;
  readonly programs: string;
  readonly postgres: PackagedPostgres;
  readonly joinUntil: number;
}

interface Joined {
  readonly server: PostgresProcess;
  readonly url: string;
  /** Absent when another bot holds it. */
  readonly lock: SessionLock | undefined;
}

const joinForMs = 30_000;

/**
 * Runs a real PostgreSQL beside this process, on loopback: for the sandbox, tests and a trial on one
 * machine. A server that a killed bot left behind is found and used again. The address is that of a role
 * that owns its database and is no superuser; nobody can connect as one.
 *
 * @throws when another bot runs on the folder, or PostgreSQL does not start; the words say which.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<RunningPostgres> {
  const parts = await prepare(options);
  const { folder, postgres } = parts;
  await ensureData(folder, postgres);
  const { server, url, lock } = await joinServer(parts);
  if (lock === undefined) throw new Error(refusal(folder));
  const forget = takeAlongOnExit(server);
  return {
    url,
    stop: async () => {
      forget();
      // Whoever gets the lock must not take this server for one that stays.
      await lock.release(stopPostgres(placesIn(folder).data, server));
    },
  };
}

async function prepare(options: EmbeddedPostgresOptions): Promise<Parts> {
  const { log } = options;
  const folder = resolve(options.folder);
  const user = await findServerUser();
  await openFolder(folder, user);
  const programs = await findPrograms(folder, user);
  const postgres = createPackagedPostgres({ programs, user, log });
  return { ...options, folder, user, programs, postgres, joinUntil: performance.now() + joinForMs };
}

/** Finds or starts the server and takes the lock; again while a server that is found is on its way out. */
async function joinServer(parts: Parts): Promise<Joined> {
  const { folder, folderWithinMs = 5000, log } = parts;
  const { data } = placesIn(folder);
  const server = (await reuse(data, log)) ?? (await start(parts));
  const url = toUrl(server, await readPassword(folder));
  let lock: SessionLock | undefined;
  try {
    lock = await acquireSessionLock({
      databaseUrl: url,
      name: `folder ${data}`,
      retryForMs: folderWithinMs,
      log,
    });
    await knock(url);
    return { server, url, lock };
  } catch (error) {
    await lock?.release();
    if (!isDatabaseAway(error) || performance.now() > parts.joinUntil) throw error;
  }
  await new Promise((done) => setTimeout(done, 100));
  return joinServer(parts);
}

/**
 * A lock that a dying server still gives away says nothing: its process answers those who are connected
 * for a moment longer. It takes no new connection once it was asked to end.
 */
async function knock(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  await client.end();
}

function refusal(folder: string): string {
  return `Another bot is running on the database folder ${folder}. Stop it, or give this one a folder of its own.`;
}

/** A process that ends in any orderly way without stopping its server asks it to end. */
function takeAlongOnExit(server: PostgresProcess): () => void {
  function end(): void {
    askToEnd(server);
  }
  process.once("exit", end);
  return () => {
    process.off("exit", end);
  };
}

async function reuse(data: string, log: EngineLog): Promise<PostgresProcess | undefined> {
  const found = await findPostgres(data);
  if (found === undefined) return undefined;
  log({ level: "info", words: `PostgreSQL runs on ${data} already; it is used again.` });
  return found;
}

async function start(parts: Parts): Promise<PostgresProcess> {
  const { folder, postgres } = parts;
  const { data, access } = placesIn(folder);
  await tidyFolder(folder, parts);
  const port = parts.port ?? (await findFreePort());
  const failed = await postgres.start({ data, port, access }).then(
    () => undefined,
    (cause: unknown) => ({ cause }),
  );
  // Two bots at once: the one that lost the race meets the other's server, and then its lock.
  const running = await findPostgres(data);
  if (running !== undefined) return running;
  throw new Error(`PostgreSQL did not start on ${data}. ${postgres.lastWords()}`, failed);
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => {
    probe.once("error", fail).listen(0, "127.0.0.1", done);
  });
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}
