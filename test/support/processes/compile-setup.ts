import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

/**
 * Compiles the bot once for all that a run starts: most are killed, and what is killed keeps nothing of what it has
 * compiled.
 */
export async function setup(project: TestProject): Promise<void> {
  await promisify(execFile)(process.execPath, ["src/main.ts", "--help"], {
    env: { ...project.config.env },
  });
}
