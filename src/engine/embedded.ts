import { randomBytes } from "node:crypto";
import {
  access,
  chmod,
  chown,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { isDatabaseAway } from "./database-away.ts";
import { createPackagedPostgres } from "./embedded-package.ts";
import type { EngineLog } from "./engine-log.ts";
import { findPostgres, type PostgresProcess, stopPostgres } from "./running-postgres.ts";
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
  const data = join(resolve(folder), "data");
  const server = await findPostgres(data);
  if (server === undefined) return undefined;
  return toUrl(server, (await readFile(join(data, "bot-password"), "utf8")).trim());
}

function toUrl({ port }: PostgresProcess, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
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
 * machine. A server that a killed bot left behind is found and used again.
 *
 * @throws when another bot runs on the folder, or PostgreSQL does not start; the words say which.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<RunningPostgres> {
  const folder = resolve(options.folder);
  const data = join(folder, "data");
  await initialise(folder, data, options.log);
  const password = (await readFile(join(data, "bot-password"), "utf8")).trim();
  const { server, url, lock } = await joinServer(data, password, {
    ...options,
    deadline: Date.now() + joinForMs,
  });
  if (lock === undefined) throw new Error(refusal(folder));
  const forget = takeAlongOnExit(server);
  return {
    url,
    stop: async () => {
      forget();
      await lock.release();
      await stopPostgres(data, server);
    },
  };
}

/** Finds or starts the server and takes the lock; again while a server that is found is on its way out. */
async function joinServer(
  data: string,
  password: string,
  options: EmbeddedPostgresOptions & { readonly deadline: number },
): Promise<Joined> {
  const server = (await reuse(data, options.log)) ?? (await start(data, password, options));
  const url = toUrl(server, password);
  const name = `folder ${data}`;
  try {
    const lock = await acquireSessionLock({
      databaseUrl: url,
      name,
      retryForMs: options.folderWithinMs ?? 5000,
      log: options.log,
    });
    return { server, url, lock };
  } catch (error) {
    if (!isDatabaseAway(error) || Date.now() > options.deadline) throw error;
  }
  await new Promise((done) => setTimeout(done, 100));
  return joinServer(data, password, options);
}

function refusal(folder: string): string {
  return `Another bot is running on the database folder ${folder}. Stop it, or give this one a folder of its own.`;
}

/** A process that ends in any orderly way without stopping its server asks it to end. */
function takeAlongOnExit({ pid }: PostgresProcess): () => void {
  function end(): void {
    process.kill(pid, "SIGINT");
  }
  process.once("exit", end);
  return () => {
    process.off("exit", end);
  };
}

/** Makes the data folder under another name first: a kill half-way leaves no half a database behind. */
async function initialise(folder: string, data: string, log: EngineLog): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await exists(data)) return;
  // As root, initdb runs as the user `postgres`, who must be able to pass through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  const draft = join(folder, `new-${randomBytes(6).toString("hex")}`);
  const password = randomBytes(24).toString("base64url");
  try {
    const server = await createPackagedPostgres({ data: draft, port: 1, password, log });
    await server.initialise();
    await writeFile(join(draft, "bot-password"), password, { mode: 0o600 });
    const owner = await stat(draft);
    await chown(join(draft, "bot-password"), owner.uid, owner.gid);
    await chown(folder, owner.uid, owner.gid);
    await chmod(folder, 0o700);
    await rename(draft, data);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster: theirs is as good.
    if (!(await exists(data))) throw error;
  }
}

async function reuse(data: string, log: EngineLog): Promise<PostgresProcess | undefined> {
  const found = await findPostgres(data);
  if (found === undefined) return undefined;
  log({ level: "info", words: `PostgreSQL runs on ${data} already; it is used again.` });
  return found;
}

async function start(
  data: string,
  password: string,
  { port, log }: EmbeddedPostgresOptions,
): Promise<PostgresProcess> {
  const picked = port ?? (await findFreePort());
  const server = await createPackagedPostgres({ data, port: picked, password, log });
  const failed = await server.start().then(
    () => undefined,
    (cause: unknown) => ({ cause }),
  );
  // Two bots at once: the one that lost the race meets the other's server, and then its lock.
  const running = await findPostgres(data);
  if (running !== undefined) return running;
  throw new Error(`PostgreSQL did not start on ${data}. ${server.lastWords()}`, failed);
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
