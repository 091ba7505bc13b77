import { resolve } from "node:path";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import {
  parseSigningKey,
  parseVerifyingKey,
  type SigningKey,
  type VerifyingKey,
} from "../workday/runner/signing-keys.ts";
import { readYaml } from "./read-config.ts";
import { type ReadableConfig, readParts } from "./readable.ts";

/** What it takes to try a runner. */
export interface RunnerSettings {
  readonly url: string;
  readonly tenant: string;
  readonly signingKey: SigningKey;
  readonly runnerKey: VerifyingKey;
  readonly pollEveryMs: number;
  readonly timeoutMs: number;
}

/** What was said on the command line goes before what stands in the file. */
export interface RunnerEnvironment {
  readonly url?: string | undefined;
  readonly publicKey?: string | undefined;
  readonly tenant?: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of the runner alone, so that it can be tried before the rest is configured.
 *
 * @returns what is missing first
 */
export function readRunnerSettings(
  { env, cwd }: { readonly env: Env; readonly cwd: string },
  said: RunnerEnvironment,
): Result<RunnerSettings, string> {
  const file = readFile(resolve(cwd, env["CONFIG"] ?? "config.yml"));
  const { url, tenant, publicKey } = choose(said, file);
  const signingKey = parseSigningKey(new Secret(env["RUNNER_SIGNING_KEY"] ?? ""));
  const runnerKey = parseVerifyingKey(publicKey);
  if (url === undefined) return err("The runner's address: --url, or runner.url in the file.");
  if (tenant === undefined) return err("A tenant that it knows: --tenant, or one in the file.");
  if (!signingKey.ok) return err("The bot's key for signing: RUNNER_SIGNING_KEY.");
  if (!runnerKey.ok) return err("The runner's public key: --public-key, or runner.publicKey.");
  const keys = { signingKey: signingKey.value, runnerKey: runnerKey.value };
  return ok({ url, tenant, ...keys, ...toTimes(file.runner) });
}

function choose(
  said: RunnerEnvironment,
  { runner, tenants }: ReadableConfig,
): RunnerEnvironment & { readonly publicKey: string } {
  return {
    url: said.url ?? runner?.url,
    tenant: said.tenant ?? tenants[0]?.name,
    publicKey: said.publicKey ?? runner?.publicKey ?? "",
  };
}

/** A runner that is not in the file yet is given a minute. */
function toTimes(
  runner: ReadableConfig["runner"],
): Pick<RunnerSettings, "pollEveryMs" | "timeoutMs"> {
  const { pollEverySeconds, timeoutMinutes } = runner ?? { pollEverySeconds: 2, timeoutMinutes: 1 };
  return { pollEveryMs: pollEverySeconds * 1_000, timeoutMs: timeoutMinutes * 60_000 };
}

/** A file that is not there says nothing. */
function readFile(path: string): ReadableConfig {
  const raw = readYaml(path);
  return readParts(raw.ok ? raw.value.value : {});
}
