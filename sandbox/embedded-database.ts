import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The PostgreSQL that the bot brought with it, found the way an operator would: in its data folder. */
interface EmbeddedDatabase {
  readonly url: string;
  readonly pid: number;
}

/**
 * Looks into the folder of a sandbox. `undefined` when no server runs there.
 * @see PostgreSQL 18, "Database File Layout" (`postmaster.pid`: line 1 the process, line 4 the port)
 */
export function findEmbeddedDatabase(folder: string): EmbeddedDatabase | undefined {
  const data = join(folder, "postgres", "data");
  const lines = readText(join(data, "postmaster.pid"))?.split("\n") ?? [];
  const password = readText(join(folder, "postgres", "password"))?.trim();
  const pid = Number(lines[0]);
  if (!(pid > 0) || password === undefined || !isRunning(pid)) return undefined;
  return { url: `postgres://isu_bot:${password}@127.0.0.1:${lines[3]}/postgres`, pid };
}

/** Ends the server that a killed bot left behind, and waits until it is gone. */
export async function stopLeftDatabase(folder: string): Promise<void> {
  const left = findEmbeddedDatabase(folder);
  if (left === undefined) return;
  process.kill(left.pid, "SIGINT");
  const deadline = Date.now() + 10_000;
  while (findEmbeddedDatabase(folder)?.pid === left.pid && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
