import { randomBytes } from "node:crypto";
import type { Config } from "../config/read-config.ts";
import type { Fault } from "../flows/model/fault.ts";
import { instant } from "../flows/model/ids.ts";
import type { Vault } from "../flows/ports/vault.ts";
import { openVault, toIdentity } from "../open-vault.ts";
import { Secret } from "../secret.ts";
import { checkIdentity } from "../secrets/check-identity.ts";
import { turnedAwayByNetwork } from "../secrets/vault-fault.ts";
import { createDateWatch, judgeClock } from "./clock.ts";
import type { VaultDeps } from "./deps.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { withLimit } from "./with-limit.ts";

const area = "Key Vault";
const { ok, failed, notTried } = findingsOf(area);
const hourMs = 3_600_000;

/**
 * Tries the vault: a token for the identity, then a look at a name that no secret has. Only with
 * `mayWrite` is a secret stored: a throw-away one, disabled, that expires in an hour.
 */
export async function checkVault(
  config: Config,
  { now, limitMs, createCredential }: VaultDeps,
  { mayWrite }: { readonly mayWrite: boolean },
): Promise<readonly Finding[]> {
  const identity = await withLimit({ area, what: "identity", limitMs }, () =>
    tryIdentity(config, createCredential, limitMs),
  );
  if (identity.some(({ state }) => state === "failed")) {
    const words = "Nothing can be tried without a token.";
    return [...identity, notTried("readMetadata", words), notTried("write", words)];
  }
  const watch = createDateWatch(now);
  const credential = createCredential(toIdentity(config));
  const vault = openVault(config, { credential, timeoutMs: limitMs, onDate: watch.hear });
  const name = toName(config);
  const read = await withLimit({ area, what: "readMetadata", limitMs }, () => tryRead(vault, name));
  const canRead = read.every(({ state }) => state === "ok");
  const write = await withLimit({ area, what: "write", limitMs }, async () => {
    if (!mayWrite) return [notAsked];
    if (!canRead) return [notTried("write", "The bot looks before it writes, and may not look.")];
    return tryWrite(vault, { name, config, expiresAt: instant(now() + hourMs) });
  });
  return [...identity, ...read, ...write, judgeClock(findingsOf(area), watch.aheadMs())];
}

const notAsked = notTried(
  "write",
  "setSecret and update are tried only with --write-test-secret, which stores a throw-away secret.",
);

async function tryIdentity(
  config: Config,
  createCredential: VaultDeps["createCredential"],
  limitMs: number,
): Promise<readonly Finding[]> {
  const { identity, url } = config.file.vault;
  const token = await checkIdentity(createCredential(toIdentity(config)), url, limitMs);
  if (token.ok) return [ok("identity", `Azure gives the ${identity.kind} a token for vaults.`)];
  const remedy =
    "Correct vault.identity (and AZURE_CLIENT_SECRET where it is client-secret), or give this machine the identity.";
  return [failed("identity", token.error.words, remedy)];
}

async function tryRead(vault: Vault, name: string): Promise<readonly Finding[]> {
  const listed = await vault.listVersions(name);
  if (listed.ok) return [ok("readMetadata", "The identity may list the versions of a secret.")];
  return [fail("readMetadata", listed.error)];
}

/** Words and remedy for what a vault said no to. */
function fail(action: "readMetadata" | "setSecret" | "update", fault: Fault): Finding {
  return failed(action, fault.words, remedyFor(action, fault));
}

function remedyFor(action: string, fault: Fault): string {
  if (fault === turnedAwayByNetwork) {
    return "Add this machine's address to the vault's firewall, or reach it by private link.";
  }
  if (fault.kind === "denied") {
    return `Assign the identity a role with Microsoft.KeyVault/vaults/secrets/${action}/action on this vault: docs/setup/key-vault.md has one.`;
  }
  return "Correct vault.url, or look at the vault and the network between.";
}

interface TestSecret {
  readonly name: string;
  readonly config: Config;
  readonly expiresAt: ReturnType<typeof instant>;
}

/** Stores a disabled version and updates it, which leaves it disabled. Nobody can ever read it. */
async function tryWrite(
  vault: Vault,
  { name, config, expiresAt }: TestSecret,
): Promise<readonly Finding[]> {
  const value = new Secret(randomBytes(24).toString("base64url"));
  const tenant = config.file.tenants[0]?.name ?? "";
  const tags = { request: "doctor", isu: "doctor", tenant };
  const stored = await vault.putDisabledVersion({ name, value, tags, expiresAt });
  if (!stored.ok) {
    const unsure = stored.error.kind === "unknown" ? ` The secret ${name} may be there.` : "";
    const finding = fail("setSecret", stored.error);
    return [{ ...finding, words: `${finding.words}${unsure}` }];
  }
  const [host = ""] = new URL(config.file.vault.url).hostname.split(".");
  const left = `The secret ${name} stays, disabled, and expires in an hour. Somebody who may delete removes it: az keyvault secret delete --vault-name ${host} --name ${name}`;
  const updated = await vault.disableVersion(stored.value);
  return [
    ok("setSecret", left),
    updated.ok ? ok("update", "The identity may update a version.") : fail("update", updated.error),
  ];
}

function toName({ file }: Config): string {
  const prefix = file.tenants[0]?.secrets.prefix ?? "workday-isu";
  return `${prefix}-doctor-${randomBytes(6).toString("hex")}`;
}
