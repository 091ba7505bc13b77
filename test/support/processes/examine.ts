import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { compileCache } from "../../../sandbox/compile-cache.ts";
import { disclosed } from "../../../sandbox/key-vault/answers.ts";
import { toStart } from "../../../sandbox/program.ts";
import { type Outside, type SandboxOptions, startOutside } from "../../../sandbox/start.ts";
import { parseDoctorArguments } from "../../../src/doctor/arguments.ts";
import { runDoctor } from "../../../src/doctor/run-doctor.ts";
import { valueIn } from "../value-in.ts";

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

/** Runs the doctor as a process of its own, and sees that nothing secret is in what it says. */
export async function examineApart(
  outside: Outside,
  env: Readonly<Record<string, string>> = outside.settle(),
  args: readonly string[] = [],
): Promise<Examined> {
  return withoutSecrets(outside, env, await startDoctor(env, args));
}

/**
 * Runs the doctor in this process, with all that `npm run doctor` runs but the entry and Azure's managed identity: a
 * process of its own takes a second for what is a tenth here. Sees that nothing secret is in what it says.
 */
export async function examine(
  outside: Outside,
  env: Readonly<Record<string, string>> = outside.settle(),
  args: readonly string[] = [],
): Promise<Examined> {
  const shown: string[] = [];
  const { code, words } = await runDoctor(valueIn(parseDoctorArguments(args)), {
    env,
    folder: process.cwd(),
    progress: { write: (line) => shown.push(line) },
    deps: {
      now: Date.now,
      limitMs: 10_000,
      fetch,
      createCredential: () => ({ getToken: (scope) => tokenOf(env, scope) }),
    },
  });
  return withoutSecrets(outside, env, { code, said: words + shown.join("") });
}

/** As Azure's SDK asks for it: the SDK itself asks one identity endpoint as long as a process lives. */
async function tokenOf(
  env: Readonly<Record<string, string>>,
  scope: string | string[],
): Promise<{ readonly token: string; readonly expiresOnTimestamp: number }> {
  const resource = String(scope).replace(/\/\.default$/, "");
  const asked = new URL(env["IDENTITY_ENDPOINT"] ?? "");
  asked.search = String(new URLSearchParams({ resource, "api-version": "2019-08-01" }));
  const answer = await fetch(asked, {
    headers: { "X-IDENTITY-HEADER": env["IDENTITY_HEADER"] ?? "" },
  });
  const issued = Issued.parse(await answer.json());
  return { token: issued.access_token, expiresOnTimestamp: issued.expires_on * 1_000 };
}

const Issued = z.object({ access_token: z.string(), expires_on: z.coerce.number() });

function withoutSecrets(
  outside: Outside,
  env: Readonly<Record<string, string>>,
  ended: Examined,
): Examined {
  for (const secret of secretsOf(outside, env)) expect(ended.said).not.toContain(secret);
  for (const foreign of Object.values(disclosed)) expect(ended.said).not.toContain(foreign);
  return ended;
}

export async function startDoctor(
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
