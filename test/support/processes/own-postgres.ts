import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type RunningPostgres, startEmbeddedPostgres } from "../../../src/engine/embedded.ts";

export interface OwnPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** On the same port, with the same data. */
  readonly startAgain: () => Promise<void>;
}

/** A PostgreSQL that one test may stop and start. Gone when the test has finished. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await aFolder();
  let server: RunningPostgres | undefined = await start(folder);
  const { url } = server;
  async function stop(): Promise<void> {
    await server?.stop();
    server = undefined;
  }
  onTestFinished(stop);
  return {
    url,
    stop,
    startAgain: async () => {
      server = await start(folder, Number(new URL(url).port));
    },
  };
}

/** An empty folder, removed when the test has finished. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "isu-bot-test-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, port?: number): Promise<RunningPostgres> {
  return startEmbeddedPostgres({
    folder,
    log: () => undefined,
    ...(port === undefined ? {} : { port }),
  });
}
