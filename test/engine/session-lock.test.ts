import { Client } from "pg";
import { expect, inject, it, onTestFinished, vi } from "vitest";
import type { EngineLogEntry } from "../../src/engine/engine-log.ts";
import { acquireSessionLock } from "../../src/engine/session-lock.ts";
import { aDatabaseUrl } from "../support/processes/database.ts";
import { fakeTimers } from "./fake-timers.ts";

it("is held by one, and free again when that one lets go", async () => {
  const databaseUrl = await aDatabaseUrl();
  const options = { databaseUrl, name: "folder", retryForMs: 0, log: () => undefined };

  const first = await acquireSessionLock(options);
  expect(await acquireSessionLock(options)).toBeUndefined();
  expect(await acquireSessionLock({ ...options, name: "another" })).toBeDefined();
  const waiting = acquireSessionLock({ ...options, retryForMs: 10_000 });
  await first?.release();
  await first?.release();

  const second = await waiting;
  expect(second).toBeDefined();
  await second?.release();
});

it("is taken again when its connection was cut, as soon as the database lets it", async () => {
  const { options, timers, said, cut, admit } = await aLock();
  const lock = await acquireSessionLock(options);

  await admit(false);
  await cut();
  timers.elapse();
  await vi.waitFor(() => {
    expect(timers.waiting()).toEqual([1000]);
  });
  await admit(true);
  timers.elapse();

  await vi.waitFor(() => {
    expect(said.at(-1)).toBe('The lock "folder" is held again.');
  });
  expect(await acquireSessionLock(options)).toBeUndefined();
  await lock?.release();
});

it("is not taken again once it was let go", async () => {
  const { options, timers, cut } = await aLock();
  const lock = await acquireSessionLock(options);
  await cut();

  timers.elapse();
  await lock?.release();

  await vi.waitFor(async () => {
    const free = await acquireSessionLock(options);
    expect(free).toBeDefined();
    await free?.release();
  });
});

async function aLock() {
  const databaseUrl = await aDatabaseUrl();
  const name = new URL(databaseUrl).pathname.slice(1);
  const timers = fakeTimers();
  const said: string[] = [];
  const admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  onTestFinished(async () => admin.end());
  return {
    timers,
    said,
    options: {
      databaseUrl,
      name: "folder",
      retryForMs: 0,
      after: timers.after,
      log: ({ words }: EngineLogEntry) => void said.push(words),
    },
    admit: async (may: boolean) => admin.query(`alter database ${name} allow_connections ${may}`),
    /** Cuts the connection that holds the lock, and waits until that was noticed. */
    cut: async () => {
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
        [name],
      );
      await vi.waitFor(() => {
        expect(timers.waiting()).toEqual([1000]);
      });
    },
  };
}
