import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Client } from "pg";
import { z } from "zod";

const Authenticator = z.strictObject({
  id: z.string(),
  privateKey: z.string(),
  counter: z.int(),
});

/** What a bot of some release left behind beside its database, at a moment: keys and passwords open nothing but this. */
const Release = z.strictObject({
  /** The settings of its last start, where they differ from the sandbox's own. */
  settings: z.strictObject({
    asksForPasskey: z.boolean(),
    tenant: z.record(z.string(), z.unknown()),
    env: z.record(z.string(), z.string()),
  }),
  /** The message of one request in each phase. */
  requests: z.strictObject({
    working: z.string(),
    person: z.string(),
    approver: z.string(),
    window: z.string(),
    stuck: z.string(),
    done: z.string(),
    ended: z.string(),
  }),
  /** Bob's second one waits for its confirmation; Eve's second one was taken away. */
  passkeys: z.strictObject({ eve: Authenticator, secondOfBob: Authenticator }),
  outside: z.strictObject({
    at: z.int(),
    slack: z.unknown(),
    workday: z.unknown(),
    vault: z.unknown(),
  }),
});

export type Release = z.infer<typeof Release>;

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The releases whose database is kept, by commit or version. */
export function listReleases(): readonly string[] {
  const all = readdirSync(folder, { withFileTypes: true });
  return all.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export function readRelease(name: string): { readonly release: Release; readonly sql: string } {
  const text = readFileSync(join(folder, name, "release.json"), "utf8");
  const sql = readFileSync(join(folder, name, "database.sql"), "utf8");
  return { release: Release.parse(JSON.parse(text)), sql };
}

export function writeRelease(name: string, release: Release, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "release.json"), `${JSON.stringify(release, null, 2)}\n`);
  writeFileSync(join(folder, name, "database.sql"), sql);
}

/** The whole database as SQL that needs no `psql`. `pg_dump` has to be as new as the server. */
export async function dump(url: string): Promise<string> {
  const args = ["--inserts", "--no-owner", "--no-privileges", "--no-comments", url];
  const { stdout } = await promisify(execFile)("pg_dump", args, { maxBuffer: 100_000_000 });
  const lines = stdout.split("\n").filter((line) => !/^(--|\\(un)?restrict )/.test(line));
  return `${lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** Fills an empty database with what {@link dump} wrote. */
export async function fill(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
