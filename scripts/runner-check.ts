// Holds a runner to its contract, without any effect in Workday: npm run runner:check -- --help
import { generateKeyPairSync } from "node:crypto";
import { parseArgs, styleText } from "node:util";
import { systemClock } from "../src/clock.ts";
import { readRunnerSettings } from "../src/config/runner-settings.ts";
import { createNonce } from "../src/random.ts";
import { err, ok } from "../src/result.ts";
import { Secret } from "../src/secret.ts";
import { checkRunner, type RunnerCheck } from "../src/workday/runner/check-runner.ts";
import { parseSigningKey, type SigningKey } from "../src/workday/runner/signing-keys.ts";

const usage = `npm run runner:check -- [options]

Holds your runner to docs/reference/runner.md. It asks only for the task that does nothing and for one that
does not exist, so nothing changes in Workday. Ends with 0 when everything is ok, with 1 when something is not,
with 2 when a setting is missing, with 64 when these options cannot be read.

  --url https://…        the runner's address; runner.url of the configuration file when left out
  --public-key BASE64    the runner's public key; runner.publicKey when left out
  --tenant NAME          a tenant that the runner knows; the first in the file when left out
  --help                 this text

  CONFIG                 the configuration file, config.yml unless set; it need not exist
  RUNNER_SIGNING_KEY     the bot's key, which the runner has to know`;

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

function makeStrangersKey(): SigningKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  const der = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const key = parseSigningKey(new Secret(der));
  if (!key.ok) throw new Error("A key that was just made cannot be read");
  return key.value;
}

function say({ name, problem }: RunnerCheck): string {
  return problem === undefined
    ? `${styleText("green", "ok")}      ${name}`
    : `${styleText("red", "FAILED")}  ${name}: ${problem}`;
}

function parseOptions() {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      options: { url: text, "public-key": text, tenant: text, help: { type: "boolean" } },
    });
    return ok(values);
  } catch (error) {
    return err(`${error instanceof Error ? error.message : "Not an option."}\n\n${usage}`);
  }
}

async function main(): Promise<number> {
  const options = parseOptions();
  if (!options.ok) {
    console.error(options.error);
    return badUsage;
  }
  const { url, tenant, "public-key": publicKey, help } = options.value;
  if (help === true) {
    console.log(usage);
    return 0;
  }
  const { env } = process;
  const settings = readRunnerSettings({ env, cwd: process.cwd() }, { url, tenant, publicKey });
  if (!settings.ok) {
    console.error(`Missing, or not to be read: ${settings.error}`);
    return 2;
  }
  const { signingKey } = settings.value;
  const checks = await checkRunner({
    ...settings.value,
    signingKey: () => signingKey,
    strangersKey: makeStrangersKey(),
    pause: systemClock.pause,
    wallClock: systemClock.now,
    nonce: createNonce,
    // No secret travels, and a runner is often tried where it is written.
    allowHttpOnLoopback: true,
  });
  const failed = checks.filter(({ problem }) => problem !== undefined);
  console.log(checks.map(say).join("\n"));
  console.log(`\n${checks.length - failed.length} of ${checks.length} ok: ${settings.value.url}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
