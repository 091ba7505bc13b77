import type { TokenCredential } from "@azure/identity";
import { SecretClient, type SecretProperties } from "@azure/keyvault-secrets";
import type { Fault } from "../flows/model/fault.ts";
import { instant } from "../flows/model/ids.ts";
import { type Observe, toCallOutcome, unobserved } from "../flows/ports/observe.ts";
import type { SecretVersion, Vault } from "../flows/ports/vault.ts";
import type { SecretReference } from "../flows/request/step-facts.ts";
import { err, ok, type Result } from "../result.ts";
import { parseVaultAddress, type VaultAddress } from "./vault-address.ts";
import {
  type Effect,
  innerCodeHeader,
  readInnerCode,
  rejected,
  toFault,
  unreadableVault,
} from "./vault-fault.ts";

export interface VaultOptions {
  /** `https://{vault}.vault.azure.net` */
  readonly url: string;
  readonly credential: TokenCredential;
  /** How long one operation may take, signing on included; 15 seconds when left out. */
  readonly timeoutMs?: number;
  /** Takes an emulator on this machine, over plain http. Only the sandbox says so. */
  readonly allowLoopback?: boolean;
  /** Hears the `Date` of every answer, to compare clocks. */
  readonly onDate?: (httpDate: string | undefined) => void;
  readonly observe?: Observe;
}

/** The tag that marks a version as the bot's own. */
export const mark = { "managed-by": "workday-isu-bot" } as const;

type PutSecret = Parameters<Vault["putDisabledVersion"]>[0];

/** The vault's operations, by the SDK's names. */
type Method =
  | "getSecret"
  | "setSecret"
  | "updateSecretProperties"
  | "listPropertiesOfSecretVersions";

const effects = {
  getSecret: "read",
  setSecret: "write",
  updateSecretProperties: "write",
  listPropertiesOfSecretVersions: "read",
} as const satisfies Record<Method, Effect>;

/** One call to the vault: what it throws becomes a fault, and it ends in time. */
type Ask = <Answer>(
  method: Method,
  act: (abortSignal: AbortSignal) => Promise<Answer>,
) => Promise<Result<Answer, Fault>>;

/**
 * Stores secrets in an Azure Key Vault, in a role that writes and cannot read back.
 *
 * The SDK repeats nothing: a repeated write leaves an extra version. What comes back from the vault
 * is checked, and links are built from the configured address only.
 *
 * @throws when `url` is no vault's
 * @see Azure Key Vault REST 2025-07-01, Secrets
 */
export function createVault(options: VaultOptions): Vault {
  const parts = openClient(options);
  return {
    putDisabledVersion: (secret) => putDisabledVersion(parts, secret),
    enableVersion: (reference) => setEnabled(parts, reference, true),
    disableVersion: (reference) => setEnabled(parts, reference, false),
    listVersions: (name) => listVersions(parts, name),
  };
}

/** The client of one vault, which every call goes through `ask` of. */
export function openClient(options: VaultOptions): Parts {
  const address = parseVaultAddress(options.url, { allowLoopback: options.allowLoopback === true });
  if (!address.ok) throw new Error("The vault's address is not https://{vault}.vault.azure.net");
  const client = createClient(address.value, options);
  const ask = createWatchedAsk(createAsk(client, options.timeoutMs ?? 15_000), options.observe);
  return { client, ask, url: address.value.url };
}

interface Parts {
  readonly client: SecretClient;
  readonly ask: Ask;
  readonly url: string;
}

function createClient(
  { url, isLoopback }: VaultAddress,
  { credential, onDate = () => undefined }: VaultOptions,
): SecretClient {
  return new SecretClient(url, credential, {
    serviceVersion: "2025-07-01",
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    ...(isLoopback
      ? { allowInsecureConnection: true, disableChallengeResourceVerification: true }
      : {}),
    additionalPolicies: [
      {
        position: "perRetry",
        policy: {
          name: "only-this-vault",
          // A link to the next page is the vault's word; the token goes nowhere else on it.
          sendRequest: (request, next) => {
            const isHere = new URL(request.url).host === new URL(url).host;
            return isHere ? next(request) : Promise.reject(new Error("A link leaves the vault"));
          },
        },
      },
      {
        position: "perRetry",
        policy: {
          name: "keep-what-the-sdk-drops",
          sendRequest: async (request, next) => {
            const answer = await next(request);
            onDate(answer.headers.get("date"));
            const code = answer.status < 400 ? undefined : readInnerCode(answer.bodyAsText);
            if (code !== undefined) answer.headers.set(innerCodeHeader, code);
            return answer;
          },
        },
      },
    ],
  });
}

/**
 * The first call of all goes alone and carries nothing: the SDK sends it without a token to learn
 * whom to ask for one, and mixes up the bodies of calls made meanwhile.
 */
function createAsk(client: SecretClient, timeoutMs: number): Ask {
  let challenge: Promise<unknown> | undefined;

  function meetChallenge(abortSignal: AbortSignal): Promise<unknown> {
    challenge ??= client
      .listPropertiesOfSecretVersions("workday-isu-bot", { abortSignal })
      .next()
      .catch((error: unknown) => {
        challenge = undefined;
        throw error;
      });
    return challenge;
  }

  return async (method, act) => {
    const abortSignal = AbortSignal.timeout(timeoutMs);
    try {
      await before(abortSignal, meetChallenge(abortSignal));
      abortSignal.throwIfAborted();
    } catch (error) {
      return err(toFault(error, "read"));
    }
    try {
      return ok(await before(abortSignal, act(abortSignal)));
    } catch (error) {
      return err(toFault(error, effects[method]));
    }
  };
}

function createWatchedAsk(ask: Ask, observe: Observe = unobserved): Ask {
  return (method, act) =>
    observe({ service: "vault", method }, () => ask(method, act), toCallOutcome);
}

/** Gives up when the signal does; the SDK does not watch it while it waits for a token. */
function before<Answer>(signal: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  return Promise.race([answer, ended]);
}

async function putDisabledVersion(
  parts: Parts,
  { name, value, tags, expiresAt }: PutSecret,
): Promise<Result<SecretReference, Fault>> {
  const versions = await listVersions(parts, name);
  if (!versions.ok) return versions;
  if (!versions.value.every((version) => isOwn(version, tags))) {
    return err(
      rejected(
        "The vault holds a secret of this name that the bot did not make: it stays as it is.",
      ),
    );
  }
  const stored = await parts.ask("setSecret", (abortSignal) =>
    parts.client.setSecret(name, value.reveal(), {
      abortSignal,
      contentType: "text/plain",
      enabled: false,
      expiresOn: new Date(expiresAt),
      tags: { ...mark, ...tags },
    }),
  );
  if (!stored.ok) return stored;
  const { properties } = stored.value;
  const reference = referenceTo(parts, name, properties);
  return reference === undefined || properties.enabled !== false
    ? err(unreadableVault())
    : ok(reference);
}

/** Whether the bot made this version, and for this very user. */
function isOwn({ tags }: SecretVersion, { tenant, isu }: PutSecret["tags"]): boolean {
  return (
    tags["managed-by"] === mark["managed-by"] &&
    tags["tenant"] === tenant &&
    tags["isu"]?.toLowerCase() === isu.toLowerCase()
  );
}

async function setEnabled(
  { client, ask }: Parts,
  { name, version }: SecretReference,
  enabled: boolean,
): Promise<Result<void, Fault>> {
  // An empty version would mean the newest one, whichever that is.
  if (!isVersion(version)) throw new Error(`Not a version of a secret: "${version}"`);
  const changed = await ask("updateSecretProperties", (abortSignal) =>
    client.updateSecretProperties(name, version, { abortSignal, enabled }),
  );
  if (!changed.ok) return changed;
  return changed.value.enabled === enabled ? ok(undefined) : err(unreadableVault());
}

async function listVersions(
  parts: Parts,
  name: string,
): Promise<Result<readonly SecretVersion[], Fault>> {
  const listed = await parts.ask("listPropertiesOfSecretVersions", (abortSignal) =>
    readAll(parts.client.listPropertiesOfSecretVersions(name, { abortSignal })),
  );
  if (!listed.ok) return listed;
  const versions: SecretVersion[] = [];
  for (const properties of listed.value) {
    const reference = referenceTo(parts, name, properties);
    if (reference === undefined || properties.enabled === undefined) return err(unreadableVault());
    const { enabled, tags = {}, createdOn } = properties;
    const created = createdOn === undefined ? {} : { createdAt: instant(createdOn.getTime()) };
    versions.push({ reference, enabled, tags, ...created });
  }
  return ok(versions);
}

async function readAll(
  pages: AsyncIterable<SecretProperties>,
): Promise<readonly SecretProperties[]> {
  const all: SecretProperties[] = [];
  for await (const properties of pages) all.push(properties);
  return all;
}

/** The link to a version; `undefined` when the vault speaks of another secret. */
function referenceTo(
  { url }: Parts,
  name: string,
  properties: SecretProperties,
): SecretReference | undefined {
  const { version } = properties;
  const isThis = properties.name.toLowerCase() === name.toLowerCase();
  if (!isThis || version === undefined || !isVersion(version)) return undefined;
  const unversioned = `${url}/secrets/${name}`;
  return { name, version, url: unversioned, versionedUrl: `${unversioned}/${version}` };
}

function isVersion(version: string): boolean {
  return /^[0-9a-f]{32}$/.test(version);
}
