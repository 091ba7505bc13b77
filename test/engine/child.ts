import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { onTestFinished } from "vitest";
import { compileCache } from "../../sandbox/compile-cache.ts";

export interface Child {
  /** Resolves with the next message that the child sends. */
  readonly hear: () => Promise<unknown>;
  readonly say: (message: string) => void;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Resolves with the exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Runs a script of this folder, or of a whole path, as a process of its own. It is gone when the test has finished. */
export function startChild(script: string, ...args: readonly string[]): Child {
  const child: ChildProcess = fork(resolve(import.meta.dirname, script), args, {
    execArgv: [],
    env: { ...compileCache(), PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<number | null>((done) => {
    child.once("exit", done);
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    hear: async () => {
      const message = new Promise<unknown>((done) => {
        child.once("message", done);
      });
      const silence = ended.then((code) => {
        throw new Error(`${script} ended with ${code}`);
      });
      return Promise.race([message, silence]);
    },
    say: (message) => {
      child.send(message);
    },
    signal: (signal) => {
      child.kill(signal);
    },
    ended,
  };
}
