import { type ChildProcessByStdio, spawn } from "node:child_process";
import { chown, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { EngineLog } from "./engine-log.ts";
import type { SystemUser } from "./run-tool.ts";

export interface PackagedPostgresOptions {
  /** Holds `bin`. */
  readonly programs: string;
  /** Absent where the bot's own user runs it. */
  readonly user: SystemUser | undefined;
  readonly log: EngineLog;
}

export interface PackagedPostgres {
  /** Makes a data folder that nobody can connect to yet. */
  readonly initialise: (data: string) => Promise<void>;
  /**
   * Runs statements as the superuser, one after the other, up to the first that fails. In single-user mode: no
   * server may run on the folder, and no password or connection of a superuser is needed.
   * @see PostgreSQL 18, "postgres", "Single-User Mode"
   */
  readonly administer: (data: string, statements: readonly string[]) => Promise<void>;
  /** Resolves when the server takes connections. Who may connect is what `access` says. */
  readonly start: (server: ServerOptions) => Promise<void>;
  /** The last that any of them has said. */
  readonly lastWords: () => string;
}

interface ServerOptions {
  /** Absolute. */
  readonly data: string;
  readonly port: number;
  /** A file in the form of `pg_hba.conf`. */
  readonly access: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** All that PostgreSQL gets of an environment: the bot's own holds its secrets. */
const environment = { LC_ALL: "C" };

/** Runs the programs of PostgreSQL as its user, and with nothing of the bot's. */
export function createPackagedPostgres(options: PackagedPostgresOptions): PackagedPostgres {
  const { programs, user, log } = options;
  const said: string[] = [];

  function hear(message: unknown): void {
    const words = `PostgreSQL: ${String(message).trim()}`;
    said.push(words);
    said.splice(0, said.length - 10);
    log({ level: "debug", words });
  }

  function run(program: string, args: readonly string[]): Child {
    const child = spawn(join(programs, "bin", program), args, {
      ...user,
      env: environment,
      cwd: "/",
      stdio: "pipe",
    });
    child.stderr.on("data", hear);
    child.stdout.resume();
    return child;
  }

  return {
    initialise: async (data) => {
      await mkdir(data, { mode: 0o700 });
      if (user !== undefined) await chown(data, user.uid, user.gid);
      await untilDone(run("initdb", toInitdbArguments(data)));
    },
    administer: async (data, statements) => {
      const child = run("postgres", ["--single", "-j", ...quietly, "-D", data, "postgres"]);
      child.stdin.on("error", () => undefined).end(statements.map((one) => `${one};\n\n`).join(""));
      await untilDone(child);
    },
    start: (server) => untilReady(run("postgres", toServerArguments(server))),
    lastWords: () => said.join(" "),
  };
}

/** The superuser cannot connect at all, so it needs no password. */
function toInitdbArguments(data: string): readonly string[] {
  const access = ["--username=postgres", "--auth=reject"];
  return [`--pgdata=${data}`, ...access, "--no-locale", "--encoding=UTF8"];
}

/** A statement that fails ends the program, and is not quoted: it may hold a password. */
const quietly = ["-c", "exit_on_error=on", "-c", "log_min_error_statement=panic"];

function toServerArguments({ data, port, access }: ServerOptions): readonly string[] {
  const settings = [
    `hba_file=${access}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "lc_messages=C",
  ];
  return ["-D", data, "-p", `${port}`, ...settings.flatMap((setting) => ["-c", setting])];
}

async function untilDone(child: Child): Promise<void> {
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code !== 0) throw new Error(`A program of PostgreSQL ended with ${String(code)}`);
}

async function untilReady(server: Child): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).once("close", () => {
      reject(new Error("The server ended before it was ready"));
    });
    server.stderr.on("data", function listen(chunk: Buffer) {
      said += String(chunk);
      if (!said.includes("database system is ready to accept connections")) return;
      server.stderr.off("data", listen);
      resolve();
    });
  });
}
