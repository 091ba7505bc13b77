import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { compileCache } from "../../../sandbox/compile-cache.ts";
import { disclosed } from "../../../sandbox/key-vault/answers.ts";
import { toStart } from "../../../sandbox/program.ts";
import { type Outside, type SandboxOptions, startOutside } from "../../../sandbox/start.ts";

/** The emulators for one test, without a bot. */
export async function anOutside(options: SandboxOptions = {}): Promise<Outside> {
  const outside = await startOutside(options);
  onTestFinished(outside.stop);
  return outside;
}

export interface Examined {
  readonly code: number | null;
  readonly said: string;
}

/** Runs the real doctor as a process, and sees that nothing secret is in what it says. */
export async function examine(
  outside: Outside,
  env: Readonly<Record<string, string>> = outside.settle(),
  args: readonly string[] = [],
): Promise<Examined> {
  const ended = await runDoctor(env, args);
  for (const secret of secretsOf(outside, env)) expect(ended.said).not.toContain(secret);
  for (const foreign of Object.values(disclosed)) expect(ended.said).not.toContain(foreign);
  return ended;
}

export async function runDoctor(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Examined> {
  const child = spawn(process.execPath, [...toStart("doctor/main"), ...args], {
    env: { ...compileCache(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, said: out + err };
}

const Told = z.object({
  findings: z.array(
    z.strictObject({
      area: z.string(),
      what: z.string(),
      state: z.enum(["ok", "warning", "failed", "not-tried"]),
      words: z.string(),
      remedy: z.string().optional(),
    }),
  ),
});

type Told = z.infer<typeof Told>["findings"];

/** What is neither right nor left out, as the doctor tells programs. */
export function troubles({ said }: Examined): Told {
  return findingsIn(said).filter(({ state }) => state === "failed" || state === "warning");
}

export function findingsIn(said: string): Told {
  return Told.parse(JSON.parse(said)).findings;
}

const secretNames =
  /^(SLACK_BOT_TOKEN|SLACK_SIGNING_SECRET|SLACK_APP_TOKEN|AUDIT_KEY|RUNNER_TOKEN|WORKDAY_PASSWORD|WORKDAY_CLIENT_ID|WORKDAY_CLIENT_SECRET|WORKDAY_REFRESH_TOKEN|IDENTITY_HEADER|DATABASE_URL)$/;

function secretsOf(
  { vault, tokens }: Outside,
  env: Readonly<Record<string, string>>,
): readonly string[] {
  const given = Object.entries(env).flatMap(([name, value]) =>
    secretNames.test(name) ? [value] : [],
  );
  const { password } = new URL(env["DATABASE_URL"] ?? "postgres://x");
  const held: readonly string[] = [
    tokens.bot,
    tokens.app,
    tokens.signingSecret,
    tokens.botKeys.privateKey,
  ];
  return [...given, ...held, ...vault.valuesSeen, ...(password === "" ? [] : [password])];
}
