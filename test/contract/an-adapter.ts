import { type Workday as Emulator, startWorkday } from "../../sandbox/workday/workday.ts";
import type { Runner } from "../../src/flows/ports/runner.ts";
import { createRunner } from "../../src/workday/runner/runner.ts";
import { botKeys, runnerKeys, runnerOptions } from "../support/keys/signing.ts";
import { acme } from "./workday-subjects.ts";

/** The bot's side, speaking to the sandbox's runner. It waits long: a test that is about an end of patience sets its own. */
export function anAdapter(
  emulator: Emulator,
  options: Partial<Parameters<typeof createRunner>[0]> = {},
): Runner {
  return createRunner({
    url: emulator.runnerUrl,
    ...runnerOptions(),
    pollEveryMs: 10,
    timeoutMs: 60_000,
    wallClock: Date.now,
    allowHttpOnLoopback: true,
    ...options,
  });
}

export function startEmulator(): Promise<Emulator> {
  return startWorkday({
    tenants: [
      {
        ...acme,
        accounts: [...acme.accounts, { userName: "rpa-runner", password: "x", kind: "isu" }],
      },
    ],
    runner: {
      botPublicKey: botKeys.publicKey,
      privateKey: runnerKeys.privateKey,
      delayPolls: 1,
    },
  });
}
