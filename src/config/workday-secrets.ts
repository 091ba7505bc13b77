import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { type FileFollower, openSecretFile, withoutLineEnd } from "./followed-files.ts";
import type { Problem } from "./problems.ts";
import type { ReadableConfig } from "./readable.ts";
import type { SecretSource } from "./secret-source.ts";
import type { WqlEntry } from "./wql-entry.ts";

/** What the bot signs on to Workday with, by tenant name. */
export interface WorkdaySecrets {
  /** Of the bot's own account. */
  readonly workdayPasswords: ReadonlyMap<string, Secret>;
  /** Of the bot's own API client; none for a tenant that names none. */
  readonly wqlClients: ReadonlyMap<string, WqlClient>;
  readonly problems: readonly Problem[];
}

interface WqlClient {
  readonly id: Secret;
  readonly secret: Secret;
  readonly refreshToken: Secret;
}

interface Folders {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly base: string;
  readonly files: FileFollower;
}

/** One secret: its key in the configuration, and what it is. */
interface Wanted {
  readonly key: string;
  readonly source: SecretSource;
  readonly expected: string;
}

/** Reads every tenant's secrets from the environment or from files, which are read again whenever they have changed. */
export function readWorkdaySecrets({ tenants }: ReadableConfig, folders: Folders): WorkdaySecrets {
  const workdayPasswords = new Map<string, Secret>();
  const wqlClients = new Map<string, WqlClient>();
  const problems: Problem[] = [];
  for (const [index, entry] of tenants.entries()) {
    if (entry === undefined) continue;
    const place = `tenants[${index}]`;
    const password = readSecret(toPassword(place, entry.account.password), folders);
    if (password.ok) workdayPasswords.set(entry.name, password.value);
    else problems.push(password.error);
    if (entry.wql === undefined) continue;
    const client = readClient(place, entry.wql, folders);
    if (client.ok) wqlClients.set(entry.name, client.value);
    else problems.push(...client.error);
  }
  return { workdayPasswords, wqlClients, problems };
}

function toPassword(place: string, source: SecretSource): Wanted {
  return {
    key: `${place}.account.password`,
    source,
    expected: "the password of the bot's own account",
  };
}

function readClient(
  place: string,
  { clientId, clientSecret, refreshToken: source }: WqlEntry,
  folders: Folders,
): Result<WqlClient, readonly Problem[]> {
  function read(name: string, from: SecretSource, what: string): Result<Secret, Problem> {
    const expected = `${what} of the bot's own API client`;
    return readSecret({ key: `${place}.wql.${name}`, source: from, expected }, folders);
  }
  const id = read("clientId", clientId, "the client id");
  const secret = read("clientSecret", clientSecret, "the client secret");
  const refreshToken = read("refreshToken", source, "a refresh token");
  if (id.ok && secret.ok && refreshToken.ok) {
    return ok({ id: id.value, secret: secret.value, refreshToken: refreshToken.value });
  }
  return err([id, secret, refreshToken].flatMap((one) => (one.ok ? [] : [one.error])));
}

function readSecret(wanted: Wanted, { env, cwd, base, files }: Folders): Result<Secret, Problem> {
  const { key, source, expected } = wanted;
  if ("file" in source) {
    return readSecretFile({ ...wanted, setting: key, path: resolve(base, source.file) }, files);
  }
  const value = env[source.env];
  if (value !== undefined) return ok(new Secret(value));
  const file = env[`${source.env}_FILE`];
  if (file === undefined) {
    return err({ key, found: `no ${source.env} in the environment`, expected });
  }
  const setting = `${source.env}_FILE`;
  return readSecretFile({ ...wanted, setting, path: resolve(cwd, file) }, files);
}

function readSecretFile(
  { key, expected, setting, path }: Wanted & { readonly setting: string; readonly path: string },
  files: FileFollower,
): Result<Secret, Problem> {
  try {
    const first = withoutLineEnd(readFileSync(path, "utf8"));
    if (first === "") return err({ key, found: `an empty file ${path}`, expected });
    return ok(openSecretFile(files, { setting, path, first, isRight: () => true }));
  } catch {
    return err({ key, found: `no readable file ${path}`, expected });
  }
}
