import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { nearest } from "../flows/text/nearest.ts";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { checkTogether } from "./check-together.ts";
import { readTls, type Tls } from "./check-web.ts";
import { checkClock } from "./clock-file.ts";
import { Environment } from "./environment.ts";
import { ConfigFile } from "./file.ts";
import { createFollowedFiles, type FileFollower, type FollowedFiles } from "./followed-files.ts";
import { listKeysBeside } from "./known-keys.ts";
import { type Problem, toProblems, unknown } from "./problems.ts";
import { readParts } from "./readable.ts";
import { resolveFiles } from "./secrets-in-files.ts";
import { type SecretsOfEnvironment, toSecrets } from "./secrets-of-environment.ts";
import { createVaultSecrets, type VaultFollower, type VaultSecrets } from "./vault-secrets.ts";
import { readWorkdaySecrets, type WorkdaySecrets } from "./workday-secrets.ts";
import { createLineOf, type LineOf, toPath } from "./yaml-lines.ts";

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
  readonly secrets: SecretsOfEnvironment & Omit<WorkdaySecrets, "problems">;
  /** What the bot's own pages are served with, where no proxy ends TLS in front. */
  readonly tls: Tls | undefined;
  /** Those secrets that stand in files, and may change while the bot runs. */
  readonly followedFiles: FollowedFiles;
  /** Those that stand in the vault: to be read before anything uses them. */
  readonly vaultSecrets: VaultSecrets;
  /** All but those of the vault, which their listener hears of, to be taken out of every line that is logged. */
  readonly allSecrets: readonly Secret[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment and the file it names. All problems are reported at once; a secret's value is in
 * none of them. Safe to repeat.
 */
export function readConfig(given: Env, cwd: string): Result<Config, readonly Problem[]> {
  const files = createFollowedFiles();
  const vault = createVaultSecrets();
  const { env, paths, problems: ofFiles } = resolveFiles(withoutEmpty(given), cwd);
  const environment = Environment.safeParse(env);
  const ofEnvironment = environment.success ? [] : toProblems(environment.error, env);
  const path = resolve(cwd, env["CONFIG"] ?? "config.yml");
  const raw = readYaml(path);
  if (!raw.ok) return err([...nameEnvironment([...ofFiles, ...ofEnvironment]), raw.error]);
  const { value, lineOf } = raw.value;
  const file = ConfigFile.safeParse(value);
  const ofFile = file.success ? [] : toProblems(file.error, value);
  const parts = readParts(value);
  const workday = readWorkdaySecrets(parts, { env, cwd, base: dirname(path), files, vault });
  const together = checkTogether(parts, env);
  const { tls, problems: ofTls } = readTls(parts, dirname(path), files);
  const inFile = [
    ...ofFile,
    ...together.file,
    ...checkClock(parts, dirname(path)),
    ...workday.problems,
    ...ofTls,
  ];
  const problems = [
    ...nameEnvironment([...ofFiles, ...ofEnvironment, ...together.environment]),
    ...inFile.map((problem) => locate(problem, lineOf)),
  ];
  if (!environment.success || !file.success || problems.length > 0) return err(problems);
  return ok(
    assemble(environment.data, file.data, {
      base: dirname(path),
      files,
      vault,
      paths,
      workday,
      ...(tls && { tls }),
    }),
  );
}

interface Found {
  readonly base: string;
  readonly files: FileFollower;
  readonly vault: VaultFollower;
  readonly paths: ReadonlyMap<string, string>;
  readonly workday: WorkdaySecrets;
  readonly tls?: Tls;
}

function assemble(
  env: Environment,
  file: ConfigFile,
  { base, files, vault, paths, workday, tls }: Found,
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
  const { workdayPasswords, workdayKeys, wqlClients } = workday;
  const ofClients = [...wqlClients.values()].flatMap((one) => Object.values<Secret>({ ...one }));
  const ofKeys = [...workdayKeys.values()].map(({ privateKey }) => privateKey);
  const all = [...own, ...workdayPasswords.values(), ...ofKeys, ...ofClients];
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
    secrets: { ...secrets, workdayPasswords, workdayKeys, wqlClients },
    tls,
    followedFiles: files,
    vaultSecrets: vault,
    allSecrets: all
      .filter((secret) => secret !== undefined)
      .filter((secret) => !vault.holds(secret)),
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

/** With its line, and with the key that is nearest to one that does not exist. */
function locate(problem: Problem, lineOf: LineOf): Problem {
  const { key, found } = problem;
  const line = lineOf(key);
  const [meant] =
    found === unknown
      ? nearest(toPath(key).at(-1) ?? "", listKeysBeside(ConfigFile, toPath(key)))
      : [];
  return { ...problem, ...(line !== undefined && { line }), ...(meant !== undefined && { meant }) };
}

interface ReadYaml {
  readonly value: unknown;
  readonly lineOf: LineOf;
}

/** Reads a YAML file, checked by nobody yet. */
export function readYaml(path: string): Result<ReadYaml, Problem> {
  try {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
    const [broken] = document.errors;
    if (broken !== undefined) throw broken;
    const value: unknown = document.toJS();
    return ok({ value, lineOf: createLineOf(document, lines) });
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
