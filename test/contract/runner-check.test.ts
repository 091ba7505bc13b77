import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWorkday, type Workday } from "../../sandbox/workday/workday.ts";
import { botKeys, runnerKeys, strangersKeys } from "../support/keys/signing.ts";
import { acme } from "./workday-subjects.ts";

const run = promisify(execFile);

describe("npm run runner:check", () => {
  let emulator: Workday;

  beforeEach(async () => {
    emulator = await startWorkday({
      tenants: [acme],
      runner: { botPublicKey: botKeys.publicKey, privateKey: runnerKeys.privateKey, delayPolls: 1 },
    });
  });

  afterEach(() => emulator.stop());

  interface Ended {
    readonly code: unknown;
    readonly said: string;
  }

  /** Runs the command as a company would, against the sandbox's runner. */
  async function check(publicKey: string, ...more: readonly string[]): Promise<Ended> {
    const args = ["--url", emulator.runnerUrl, "--public-key", publicKey, ...more];
    const env = { PATH: "", CONFIG: "none.yml", RUNNER_SIGNING_KEY: botKeys.privateKey };
    try {
      const { stdout } = await run(process.execPath, ["scripts/runner-check.ts", ...args], { env });
      return { code: 0, said: stdout };
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error)) throw error;
      const { code, ...rest } = error;
      return { code, said: JSON.stringify({ ...rest }) };
    }
  }

  it("finds everything right with the sandbox's runner, and has done nothing in Workday", async () => {
    const { code, said } = await check(runnerKeys.publicKey, "--tenant", "acme_dpt1");

    expect(said).toMatch(/\n16 of 16 ok: http/);
    expect(code).toBe(0);
    expect(emulator.runner.tasks().map(({ request }) => request.task)).toEqual(["do-nothing"]);
    expect(emulator.tenant("acme_dpt1").tasksPerformed()).toEqual([]);
  });

  it("fails where the runner signs with another key than the one that is pinned", async () => {
    const { code, said } = await check(strangersKeys.publicKey, "--tenant", "acme_dpt1");

    expect(code).toBe(1);
    expect(said).toContain(
      "FAILED  takes the task that does nothing: its answer counts for nothing",
    );
  });

  it("says what it misses", async () => {
    const { code, said } = await check(runnerKeys.publicKey);

    expect(code).toBe(2);
    expect(said).toContain("A tenant that it knows");
  });
});
