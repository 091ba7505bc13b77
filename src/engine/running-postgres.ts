import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** A PostgreSQL that runs on a data folder, whoever started it. */
export interface PostgresProcess {
  readonly pid: number;
  readonly port: number;
}

/**
 * Finds the server that runs on this data folder: this process's own, or one that a killed bot left.
 *
 * `postmaster.pid` alone proves nothing: after a crash its number may belong to any process. It is ours
 * only if that process is a `postgres` with our absolute folder among its arguments.
 * @see PostgreSQL 18, "Database File Layout" (`postmaster.pid`: line 1 the process, line 4 the port)
 */
export async function findPostgres(data: string): Promise<PostgresProcess | undefined> {
  const lines = (await readText(join(data, "postmaster.pid")))?.split("\n") ?? [];
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !(port > 0)) return undefined;
  const [program = "", ...rest] = await readArguments(pid);
  return program.includes("postgres") && rest.includes(data) ? { pid, port } : undefined;
}

/** Asks the server to end at once but cleanly (`SIGINT`). One that has ended already is left at that. */
export function askToEnd({ pid }: PostgresProcess): void {
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!isGone) throw error;
  }
}

/**
 * Asks the server to end, and waits for it. A process that has ended and that nobody has reaped yet counts
 * as ended: it has no arguments any more. So does one whose folder another server runs on by now, which is
 * somebody else's and goes on.
 */
export async function stopPostgres(
  data: string,
  server: PostgresProcess,
  withinMs = 30_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  askToEnd(server);
  while ((await findPostgres(data))?.pid === server.pid) {
    if (performance.now() >= deadline)
      throw new Error(`PostgreSQL ${server.pid} on ${data} does not stop`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Linux tells in `/proc`, where `ps` may not be installed; other systems have `ps`. */
async function readArguments(pid: number): Promise<readonly string[]> {
  const told = await readText(`/proc/${pid}/cmdline`);
  if (told !== undefined) return told.split("\0");
  const ps = promisify(execFile)("ps", ["-o", "command=", "-p", `${pid}`]);
  const { stdout } = await ps.catch(() => ({ stdout: "" }));
  return stdout.trim().split(" ");
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
