import { chmod, cp, mkdir, readdir, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { makeTemporaryFolder } from "../../sandbox/temporary-folder.ts";
import { startEmbeddedPostgres } from "../../src/engine/embedded.ts";
import { aFolder } from "../support/processes/own-postgres.ts";
import { startChild } from "./child.ts";
import { query } from "./query.ts";

const isRoot = process.getuid?.() === 0;

it("starts where the bot and its packages lie in a folder that only their owner may enter", async () => {
  const [clone, folder] = [await aClosedClone(), await aFolder()];
  await mkdir(join(folder, "programs-of-before"));

  const url = await startIn(clone, folder);

  expect(await query(url, "select 1 as n")).toEqual([{ n: 1 }]);
  expect((await stat(clone)).mode & 0o777).toBe(0o700);
  const copies = (await readdir(folder)).filter((name) => name.startsWith("programs-"));
  expect(copies).not.toContain("programs-of-before");
  // Only root needs a copy, and nobody else may change it.
  expect(await Promise.all(copies.map(async (copy) => readModes(join(folder, copy))))).toEqual(
    isRoot ? [["0 755", "0 755", "0 755"]] : [],
  );
});

it("says in one sentence that its user may not enter the folder, and what to do", async () => {
  const closed = await aFolder();
  // Root may make a folder anywhere, but PostgreSQL runs as `postgres`.
  await chmod(closed, isRoot ? 0o700 : 0o500);

  const started = startEmbeddedPostgres({ folder: join(closed, "db"), log: () => undefined });

  await expect(started).rejects.toThrow(
    isRoot ? /may not enter .*\. Name a folder/ : /cannot be made .*\. Make it, owned by/,
  );
});

it("leaves alone data that it cannot run on, such as another user's", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "data"), { mode: 0o700 });
  const { uid, mode } = await stat(folder);

  const started = startEmbeddedPostgres({ folder, log: () => undefined });

  await expect(started).rejects.toThrow(
    isRoot ? "belongs to another user, with the number 0. Start" : "PostgreSQL did not start",
  );
  expect(await stat(folder)).toMatchObject({ uid, mode });
});

it("has a temporary folder that PostgreSQL's user may reach, also where TMPDIR is closed", async () => {
  const closed = await aFolder();
  await chmod(closed, 0o700);
  vi.stubEnv("TMPDIR", closed);
  onTestFinished(() => void vi.unstubAllEnvs());

  const folder = makeTemporaryFolder("isu-bot-test-");
  onTestFinished(() => rmdir(folder));

  expect(dirname(folder)).toBe(isRoot ? "/tmp" : closed);
});

/** The bot's sources and what of its packages the database needs, in a folder of mode 700. */
async function aClosedClone(): Promise<string> {
  const clone = await aFolder();
  await chmod(clone, 0o700);
  const names = await readdir("node_modules");
  const needed = names.filter((name) => /^(pg|postgres|split2|xtend|@?embedded-)/.test(name));
  const paths = ["src", "package.json", child, ...needed.map((name) => join("node_modules", name))];
  await Promise.all(
    paths.map(async (path) =>
      cp(path, join(clone, path), { recursive: true, verbatimSymlinks: true }),
    ),
  );
  return clone;
}

const child = "test/engine/embedded-child.ts";

/** Its server ends before its folder goes: one that is left behind writes on. */
async function startIn(clone: string, folder: string): Promise<string> {
  const started = startChild(join(clone, child), folder);
  onTestFinished(async () => {
    started.signal("SIGTERM");
    await started.ended;
  });
  return String(await started.hear());
}

async function readModes(programs: string): Promise<readonly string[]> {
  const paths = [programs, join(programs, "bin", "postgres"), join(programs, "share")];
  const stats = await Promise.all(paths.map(async (path) => stat(path)));
  return stats.map(({ uid, mode }) => `${uid} ${(mode & 0o777).toString(8)}`);
}
