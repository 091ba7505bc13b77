import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { checkTogether } from "./check-together.ts";
import { readTls, type Tls } from "./check-web.ts";
import { checkClock } from "./clock-file.ts";
import { Environment } from "./environment.ts";
import { ConfigFile } from "./file.ts";
import {
  createFollowedFiles,
  type FileFollower,
  type FollowedFiles,
  openSecretFile,
  withoutLineEnd,
} from "./followed-files.ts";
import { type Problem, toProblems } from "./problems.ts";
import { type ReadableConfig, readParts } from "./readable.ts";
import { resolveFiles } from "./secrets-in-files.ts";
import { type SecretsOfEnvironment, toSecrets } from "./secrets-of-environment.ts";
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
  /** By how much the clock is set; `undefined` where it goes by the machine's. */
  readonly clockFile: string | undefined;
  readonly secrets: SecretsOfEnvironment & {
    /** The bot's own Workday password, by tenant name. */
    readonly workdayPasswords: ReadonlyMap<string, Secret>;
  };
  /** What the bot's own pages are served with, where no proxy ends TLS in front. */
  readonly tls: Tls | undefined;
  /** Those secrets that stand in files, and may change while the bot runs. */
  readonly followedFiles: FollowedFiles;
  /** All of them, to be taken out of every line that is logged. */
  readonly allSecrets: readonly Secret[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment and the file it names. All problems are reported at once; a secret's value is in
 * none of them. Safe to repeat.
 */
export function readConfig(given: Env, cwd: string): Result<Config, readonly Problem[]> {
  const files = createFollowedFiles();
  const { env, paths, problems: ofFiles } = resolveFiles(withoutEmpty(given), cwd);
  const environment = Environment.safeParse(env);
  const ofEnvironment = environment.success ? [] : toProblems(environment.error, env);
  const path = resolve(cwd, env["CONFIG"] ?? "config.yml");
  const raw = readYaml(path);
  if (!raw.ok) return err([...nameEnvironment([...ofFiles, ...ofEnvironment]), raw.error]);
  const file = ConfigFile.safeParse(raw.value);
  const ofFile = file.success ? [] : toProblems(file.error, raw.value);
  const parts = readParts(raw.value);
  const passwords = readPasswords(parts, { env, cwd, base: dirname(path), files });
  const together = checkTogether(parts, env);
  const { tls, problems: ofTls } = readTls(parts, dirname(path), files);
  const problems = [
    ...nameEnvironment([...ofFiles, ...ofEnvironment, ...together.environment]),
    ...ofFile,
    ...together.file,
    ...checkClock(parts, dirname(path)),
    ...passwords.problems,
    ...ofTls,
  ];
  if (!environment.success || !file.success || problems.length > 0) return err(problems);
  return ok(
    assemble(environment.data, file.data, {
      base: dirname(path),
      files,
      paths,
      passwords: passwords.found,
      ...(tls && { tls }),
    }),
  );
}

interface Found {
  readonly base: string;
  readonly files: FileFollower;
  readonly paths: ReadonlyMap<string, string>;
  readonly passwords: ReadonlyMap<string, Secret>;
  readonly tls?: Tls;
}

function assemble(
  env: Environment,
  file: ConfigFile,
  { base, files, paths, passwords, tls }: Found,
): Config {
  const databaseUrl = wrap(env.DATABASE_URL);
  const secrets = toSecrets(env, file, { files, paths });
  const urlPassword = wrap(passwordIn(env.DATABASE_URL));
  const own = [
    ...Object.values<Secret | undefined>({ ...secrets }),
    databaseUrl,
    tls?.read().key,
    urlPassword,
  ];
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
    clockFile: file.clockFile === undefined ? undefined : resolve(base, file.clockFile),
    secrets: { ...secrets, workdayPasswords: passwords },
    tls,
    followedFiles: files,
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
  folders: Folders,
): { readonly found: ReadonlyMap<string, Secret>; readonly problems: readonly Problem[] } {
  const found = new Map<string, Secret>();
  const problems: Problem[] = [];
  for (const [index, entry] of tenants.entries()) {
    if (entry === undefined) continue;
    const key = `tenants[${index}].account.password`;
    const value = readSecret(key, entry.account.password, folders);
    if (value.ok) found.set(entry.name, value.value);
    else problems.push({ ...value.error, key });
  }
  return { found, problems };
}

interface Folders {
  readonly env: Env;
  readonly cwd: string;
  readonly base: string;
  readonly files: FileFollower;
}

const expected = "the password of the bot's own account";

function readSecret(
  setting: string,
  source: SecretSource,
  { env, cwd, base, files }: Folders,
): Result<Secret, Omit<Problem, "key">> {
  if ("file" in source) return readSecretFile(setting, resolve(base, source.file), files);
  const value = env[source.env];
  if (value !== undefined) return ok(new Secret(value));
  const file = env[`${source.env}_FILE`];
  if (file !== undefined) return readSecretFile(`${source.env}_FILE`, resolve(cwd, file), files);
  return err({ found: `no ${source.env} in the environment`, expected });
}

function readSecretFile(
  setting: string,
  path: string,
  files: FileFollower,
): Result<Secret, Omit<Problem, "key">> {
  try {
    const first = withoutLineEnd(readFileSync(path, "utf8"));
    if (first === "") return err({ found: `an empty file ${path}`, expected });
    return ok(openSecretFile(files, { setting, path, first, isRight: () => true }));
  } catch {
    return err({ found: `no readable file ${path}`, expected });
  }
}
