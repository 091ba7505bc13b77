import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { compileCache } from "./compile-cache.ts";
import { toStart } from "./program.ts";

/** The real bot as a process of its own. */
export interface BotProcess {
  /** Lines it has written so far, of both streams. */
  readonly lines: readonly string[];
  readonly pid: number;
  readonly isRunning: () => boolean;
  /** Its exit code, when it has ended; `null` after a signal. */
  readonly ended: Promise<number | null>;
  /** Asks it to drain and stop; answers with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** `kill -9`: no time to write anything down. */
  readonly kill: () => Promise<void>;
}

/** Starts the bot with these settings and nothing else, and follows what it writes. */
export function spawnBot(
  env: Readonly<Record<string, string>>,
  onLine?: (line: string) => void,
): BotProcess {
  const child = spawn(process.execPath, toStart("main"), {
    env: { ...compileCache(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    followLines(stream, (line) => {
      lines.push(line);
      onLine?.(line);
    });
  }
  const ended = once(child, "close").then(() => child.exitCode);
  return {
    lines,
    pid: child.pid ?? 0,
    isRunning: () => isRunning(child),
    ended,
    stop: async () => {
      if (isRunning(child)) child.kill("SIGTERM");
      return ended;
    },
    kill: async () => {
      if (isRunning(child)) child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Waits until the bot says that it can serve, or throws with what it wrote when it ended or took too long. */
export async function untilReady(bot: BotProcess, port: number, withinMs = 180_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (bot.isRunning() && Date.now() < deadline) {
    if (await answersReady(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The bot is not ready. It wrote:\n${bot.lines.join("\n")}`);
}

async function answersReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function followLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
}
