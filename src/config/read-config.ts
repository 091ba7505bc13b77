import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { checkTogether } from "./check-together.ts";
import { readTls, type Tls } from "./check-web.ts";
import { Environment } from "./environment.ts";
import { ConfigFile } from "./file.ts";
import { type Problem, toProblems } from "./problems.ts";
import { type ReadableConfig, readParts } from "./readable.ts";
import type { SecretSource } from "./tenant-entry.ts";

/** Every setting, checked, with its secrets wrapped. Paths are absolute. */
export interface Config {
  readonly file: ConfigFile;
  readonly logLevel: Environment["LOG_LEVEL"];
  /** The same after a restart, another one for every replica. */
  readonly replica: string;
  readonly databaseUrl: Secret | undefined;
  readonly databaseFolder: string;
  readonly recipesFolder: string | undefined;
  readonly catalogueFolder: string | undefined;
  readonly secrets: {
    readonly botToken: Secret;
    readonly signingSecret: Secret | undefined;
    readonly appToken: Secret | undefined;
    readonly auditKey: Secret;
    readonly runnerSigningKey: Secret | undefined;
    readonly azureClientSecret: Secret | undefined;
    /** The bot's own Workday password, by tenant name. */
    readonly workdayPasswords: ReadonlyMap<string, Secret>;
  };
  /** What the bot's own pages are served with, where no proxy ends TLS in front. */
  readonly tls: Tls | undefined;
  /** All of them, to be taken out of every line that is logged. */
  readonly allSecrets: readonly Secret[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment and the file it names. All problems are reported at once; a secret's value is in
 * none of them. Safe to repeat.
 */
export function readConfig(given: Env, cwd: string): Result<Config, readonly Problem[]> {
  const env = withoutEmpty(given);
  const environment = Environment.safeParse(env);
  const ofEnvironment = environment.success ? [] : toProblems(environment.error, env);
  const path = resolve(cwd, env["CONFIG"] ?? "config.yml");
  const raw = readYaml(path);
  if (!raw.ok) return err([...nameEnvironment(ofEnvironment), raw.error]);
  const file = ConfigFile.safeParse(raw.value);
  const ofFile = file.success ? [] : toProblems(file.error, raw.value);
  const parts = readParts(raw.value);
  const passwords = readPasswords(parts, { env, base: dirname(path) });
  const together = checkTogether(parts, env);
  const { tls, problems: ofTls } = readTls(parts, dirname(path));
  const problems = [
    ...nameEnvironment([...ofEnvironment, ...together.environment]),
    ...ofFile,
    ...together.file,
    ...passwords.problems,
    ...ofTls,
  ];
  if (!environment.success || !file.success || problems.length > 0) return err(problems);
  return ok(
    assemble(environment.data, file.data, {
      base: dirname(path),
      passwords: passwords.found,
      ...(tls && { tls }),
    }),
  );
}

function assemble(
  env: Environment,
  file: ConfigFile,
  {
    base,
    passwords,
    tls,
  }: {
    readonly base: string;
    readonly passwords: ReadonlyMap<string, Secret>;
    readonly tls?: Tls;
  },
): Config {
  const databaseUrl = wrap(env.DATABASE_URL);
  const secrets = {
    botToken: new Secret(env.SLACK_BOT_TOKEN),
    signingSecret: wrap(env.SLACK_SIGNING_SECRET),
    appToken: wrap(env.SLACK_APP_TOKEN),
    auditKey: new Secret(env.AUDIT_KEY),
    runnerSigningKey: wrap(env.RUNNER_SIGNING_KEY),
    azureClientSecret: wrap(env.AZURE_CLIENT_SECRET),
  };
  const urlPassword = wrap(passwordIn(env.DATABASE_URL));
  const own = [...Object.values(secrets), databaseUrl, tls?.key, urlPassword];
  const all = [...own, ...passwords.values()];
  return {
    file,
    logLevel: env.LOG_LEVEL,
    replica: env.REPLICA ?? hostname(),
    databaseUrl,
    databaseFolder: resolve(base, file.databaseFolder),
    recipesFolder: file.recipes === undefined ? undefined : resolve(base, file.recipes),
    catalogueFolder:
      file.catalogue === undefined ? undefined : resolve(base, file.catalogue.folder),
    secrets: { ...secrets, workdayPasswords: passwords },
    tls,
    allSecrets: all.filter((secret) => secret !== undefined),
  };
}

/** The password inside an address may be written about without the address. */
function passwordIn(address: string | undefined): string | undefined {
  const password = address === undefined ? "" : decodeURIComponent(new URL(address).password);
  return password === "" ? undefined : password;
}

function wrap(value: string | undefined): Secret | undefined {
  return value === undefined ? undefined : new Secret(value);
}

/** An empty variable is as good as none. */
function withoutEmpty(env: Env): Env {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}

function nameEnvironment(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, key: `${problem.key} (environment)` }));
}

/** Reads a YAML file, checked by nobody yet. */
export function readYaml(path: string): Result<unknown, Problem> {
  try {
    return ok(parse(readFileSync(path, "utf8")));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    const found = /ENOENT/.test(reason) ? "no file there" : reason;
    return err({
      key: `CONFIG (${path})`,
      found,
      expected: "a YAML file; config.example.yml shows every key",
    });
  }
}

function readPasswords(
  { tenants }: ReadableConfig,
  { env, base }: { readonly env: Env; readonly base: string },
): { readonly found: ReadonlyMap<string, Secret>; readonly problems: readonly Problem[] } {
  const found = new Map<string, Secret>();
  const problems: Problem[] = [];
  for (const [index, entry] of tenants.entries()) {
    if (entry === undefined) continue;
    const value = readSecret(entry.account.password, { env, base });
    if (value.ok) found.set(entry.name, value.value);
    else problems.push({ ...value.error, key: `tenants[${index}].account.password` });
  }
  return { found, problems };
}

function readSecret(
  source: SecretSource,
  { env, base }: { readonly env: Env; readonly base: string },
): Result<Secret, Omit<Problem, "key">> {
  const expected = "the password of the bot's own account";
  if ("env" in source) {
    const value = env[source.env];
    return value === undefined
      ? err({ found: `no ${source.env} in the environment`, expected })
      : ok(new Secret(value));
  }
  const path = resolve(base, source.file);
  try {
    const value = readFileSync(path, "utf8").replace(/\r?\n$/, "");
    return value === "" ? err({ found: `an empty file ${path}`, expected }) : ok(new Secret(value));
  } catch {
    return err({ found: `no readable file ${path}`, expected });
  }
}
