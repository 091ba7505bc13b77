import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { err, ok, type Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { checkX509Key, type X509Key } from "../workday/wire/x509-key.ts";
import type { AccountEntry } from "./account-entry.ts";
import { type FileFollower, openSecretFile, withoutLineEnd } from "./followed-files.ts";
import type { Problem } from "./problems.ts";
import type { ReadableConfig } from "./readable.ts";
import type { SecretSource } from "./secret-source.ts";
import type { VaultFollower } from "./vault-secrets.ts";
import type { WqlEntry } from "./wql-entry.ts";

/** What the bot signs on to Workday with, by tenant name. */
export interface WorkdaySecrets {
  /** Of the bot's own account. */
  readonly workdayPasswords: ReadonlyMap<string, Secret>;
  /** In place of its password. */
  readonly workdayKeys: ReadonlyMap<string, X509Key>;
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
  readonly vault: VaultFollower;
}

/** One secret: its key in the configuration, and what it is. */
interface Wanted {
  readonly key: string;
  readonly source: SecretSource;
  readonly expected: string;
}

/**
 * Reads every tenant's secrets from the environment or from files, which are read again whenever they have changed. Those
 * that stand in the vault are read later: nothing here waits.
 */
export function readWorkdaySecrets({ tenants }: ReadableConfig, folders: Folders): WorkdaySecrets {
  const workdayPasswords = new Map<string, Secret>();
  const workdayKeys = new Map<string, X509Key>();
  const wqlClients = new Map<string, WqlClient>();
  const problems: Problem[] = [];
  for (const [index, entry] of tenants.entries()) {
    if (entry === undefined) continue;
    const place = `tenants[${index}]`;
    const own = readOwn(place, entry.account, folders);
    if (!own.ok) problems.push(...own.error);
    else if ("x509" in own.value) workdayKeys.set(entry.name, own.value.x509);
    else workdayPasswords.set(entry.name, own.value.password);
    if (entry.wql === undefined) continue;
    const client = readClient(place, entry.wql, folders);
    if (client.ok) wqlClients.set(entry.name, client.value);
    else problems.push(...client.error);
  }
  return { workdayPasswords, workdayKeys, wqlClients, problems };
}

type Own = { readonly password: Secret } | { readonly x509: X509Key };

/** What the bot's own account signs on with. The schema holds that it is one of the two. */
function readOwn(
  place: string,
  { password: source, x509 }: AccountEntry,
  folders: Folders,
): Result<Own, readonly Problem[]> {
  if (source !== undefined) {
    const password = readSecret(toPassword(place, source), folders);
    return password.ok ? ok({ password: password.value }) : err([password.error]);
  }
  if (x509 === undefined) return err([]);
  const key = readKey(place, x509, folders);
  return key.ok ? ok({ x509: key.value }) : key;
}

function readKey(
  place: string,
  sources: NonNullable<AccountEntry["x509"]>,
  folders: Folders,
): Result<X509Key, readonly Problem[]> {
  const key = `${place}.account.x509`;
  const expected = "an RSA private key and its own certificate, each in PEM";
  const privateKey = readSecret(
    { key: `${key}.privateKey`, source: sources.privateKey, expected },
    folders,
  );
  const certificate = readSecret(
    { key: `${key}.certificate`, source: sources.certificate, expected },
    folders,
  );
  if (!privateKey.ok || !certificate.ok) {
    return err([privateKey, certificate].flatMap((one) => (one.ok ? [] : [one.error])));
  }
  const pair = { privateKey: privateKey.value, certificate: certificate.value };
  function problemOf(): Problem | undefined {
    const checked = checkX509Key(pair);
    return checked.ok ? undefined : { key, found: checked.error, expected };
  }
  if ([sources.privateKey, sources.certificate].some((source) => "vaultSecret" in source)) {
    folders.vault.check(problemOf);
    return ok(pair);
  }
  const problem = problemOf();
  return problem === undefined ? ok(pair) : err([problem]);
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

function readSecret(
  wanted: Wanted,
  { env, cwd, base, files, vault }: Folders,
): Result<Secret, Problem> {
  const { key, source, expected } = wanted;
  if ("vaultSecret" in source) {
    return ok(vault.want({ key, name: source.vaultSecret, expected }));
  }
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
