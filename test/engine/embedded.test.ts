import { spawnSync } from "node:child_process";
import { appendFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { makeTemporaryFolder } from "../../sandbox/temporary-folder.ts";
import { type RunningPostgres, startEmbeddedPostgres } from "../../src/engine/embedded.ts";
import { findPostgres, stopPostgres } from "../../src/engine/running-postgres.ts";
import { aFolder } from "../support/processes/own-postgres.ts";
import { startChild } from "./child.ts";
import { query } from "./query.ts";

const isRoot = process.getuid?.() === 0;
let folder = "";

beforeAll(() => {
  folder = makeTemporaryFolder("isu-bot-embedded-");
});

// A test that leaves its server behind leaves it to nobody.
afterEach(async () => {
  const found = await findPostgres(join(folder, "data"));
  if (found !== undefined) await stopPostgres(join(folder, "data"), found);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it("runs in a folder closed to others, on loopback, and again with the same data", async () => {
  const signals = listeners();
  const first = await start(folder);
  await query(first.url, "create table kept (n integer)");
  await query(first.url, "insert into kept values (7)");

  expect(listeners()).toEqual(signals);
  expect(await query(first.url, "show fsync")).toEqual([{ fsync: "on" }]);
  expect(await query(first.url, "show listen_addresses")).toEqual([
    { listen_addresses: "127.0.0.1" },
  ]);
  expect(await modes(folder)).toEqual([isRoot ? "710" : "700", "700", "600"]);
  const names = await readdir(folder);
  expect(names.filter((name) => !name.startsWith("programs-"))).toEqual([
    "data",
    "password",
    "pg_hba.conf",
  ]);
  await first.stop();
  expect(await findPostgres(join(folder, "data"))).toBeUndefined();

  const second = await start(folder);

  expect(await query(second.url, "select n from kept")).toEqual([{ n: 7 }]);
  const other = new URL(second.url);
  other.password = "guessed";
  await expect(query(other.href, "select 1")).rejects.toThrow("password authentication failed");
  await second.stop();
});

it("uses the server again that a killed bot left behind, and stops it in the end", async () => {
  const killed = startChild("embedded-child.ts", folder);
  const url = await killed.hear();
  killed.signal("SIGKILL");
  await killed.ended;
  expect(await findPostgres(join(folder, "data"))).toBeDefined();

  const again = await start(folder);

  expect(again.url).toBe(url);
  expect(await query(again.url, "select 1 as n")).toEqual([{ n: 1 }]);
  await again.stop();
  expect(await findPostgres(join(folder, "data"))).toBeUndefined();
});

it("refuses a second bot on the folder, and leaves the first one's server alone", async () => {
  const first = startChild("embedded-child.ts", folder);
  const url = String(await first.hear());

  const second = start(folder);

  await expect(second).rejects.toThrow("Another bot is running on the database folder");
  expect(await query(url, "select 1 as n")).toEqual([{ n: 1 }]);
});

it("lets one of two bots have the folder that start on it at once", async () => {
  const fresh = await aFolder();

  const answers = await Promise.allSettled([start(fresh), start(fresh)]);

  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused.map(({ reason }) => String(reason))).toEqual([
    expect.stringContaining("Another bot is running"),
  ]);
  await Promise.all(
    answers.map(async (answer) => answer.status === "fulfilled" && (await answer.value.stop())),
  );
});

it("starts its own server when the one it meets is on its way out", async () => {
  const first = await start(folder);

  const stopped = first.stop();
  const second = await start(folder);
  await stopped;

  expect(await query(second.url, "select 1 as n")).toEqual([{ n: 1 }]);
  await second.stop();
});

it("waits for its own server to end, and not for the one that runs on its folder afterwards", async () => {
  const running = await start(folder);
  const others = await findPostgres(join(folder, "data"));
  const { pid } = spawnSync(process.execPath, ["--version"]);

  await stopPostgres(join(folder, "data"), { pid, port: 1 });

  expect(await findPostgres(join(folder, "data"))).toEqual(others);
  await running.stop();
});

it("gives its lock away only when the server has been asked to end", async () => {
  const home = await aFolder();
  const making = await start(home);
  await making.stop();
  const settings = "log_disconnections = on\nlog_line_prefix = '%a '\n";
  await appendFile(join(home, "data", "postgresql.conf"), settings);
  const lines: string[] = [];
  const server = await startEmbeddedPostgres({
    folder: home,
    log: ({ words }) => void lines.push(words),
  });

  await server.stop();

  const said = lines.join("\n");
  const asked = said.indexOf("received fast shutdown request");
  expect(asked).toBeGreaterThan(-1);
  expect(said.indexOf("workday-isu-bot lock LOG:  disconnection")).toBeGreaterThan(asked);
});

it("leaves signals to the bot: on SIGTERM the server still runs while the bot drains", async () => {
  const bot = startChild("embedded-child.ts", folder);
  await bot.hear();

  bot.signal("SIGTERM");

  expect(await bot.hear()).toBe("drained before the server was stopped");
  expect(await bot.ended).toBe(0);
  expect(await findPostgres(join(folder, "data"))).toBeUndefined();
});

it("takes its server along when the process exits without stopping it", async () => {
  const bot = startChild("embedded-child.ts", folder);
  await bot.hear();

  bot.say("exit");

  expect(await bot.ended).toBe(0);
  await vi.waitFor(
    async () => {
      expect(await findPostgres(join(folder, "data"))).toBeUndefined();
    },
    { timeout: 60_000 },
  );
});

it("says why it cannot start", async () => {
  const holder = await start(folder);
  const port = Number(new URL(holder.url).port);

  const other = start(await aFolder(), port);

  await expect(other).rejects.toThrow(/did not start on .* Address already in use/s);
  await holder.stop();
});

it("does not come by a server whose password it has not", async () => {
  const password = join(folder, "password");
  const right = await readFile(password);
  await writeFile(password, "wrong");

  await expect(start(folder)).rejects.toThrow("password authentication failed");

  await writeFile(password, right);
});

it("says when a server does not stop", async () => {
  const server = await start(folder);
  const data = join(folder, "data");
  const found = await findPostgres(data);
  if (found === undefined) throw new Error("No server runs");

  await expect(stopPostgres(data, found, 0)).rejects.toThrow(`on ${data} does not stop`);

  await server.stop().catch(() => undefined);
});

it.each([
  ["no number", "nobody"],
  ["the number of a process that is gone", "4194304"],
  ["the number of another process", String(process.pid)],
])("finds no server by a postmaster.pid with %s", async (_what, pid) => {
  const data = await aFolder();
  await writeFile(join(data, "postmaster.pid"), `${pid}\n${data}\n1764000000\n5432\n`);

  expect(await findPostgres(data)).toBeUndefined();
});

async function start(home: string, port?: number): Promise<RunningPostgres> {
  const picked = port === undefined ? {} : { port };
  return startEmbeddedPostgres({
    folder: home,
    folderWithinMs: 300,
    log: () => undefined,
    ...picked,
  });
}

function listeners(): readonly number[] {
  const events = ["SIGINT", "SIGTERM", "SIGHUP", "beforeExit", "message"];
  return events.map((event) => process.listenerCount(event));
}

async function modes(home: string): Promise<readonly string[]> {
  const paths = [home, join(home, "data"), join(home, "password")];
  const stats = await Promise.all(paths.map(async (path) => stat(path)));
  return stats.map(({ mode }) => (mode & 0o777).toString(8));
}
