import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { compileCache } from "./compile-cache.ts";
import { toStart } from "./program.ts";

/** What an operator's command ended with and said. */
export interface Operated {
  readonly code: number | null;
  readonly said: string;
}

/** Runs an operator's command as a process of its own, with the bot's settings and nothing else. */
export async function operate(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Operated> {
  const child = spawn(process.execPath, [...toStart("operator/main"), ...args], {
    env: { ...compileCache(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, said: out + error };
}
