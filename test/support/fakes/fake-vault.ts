import type { Fault } from "../../../src/flows/model/fault.ts";
import { type Instant, instant } from "../../../src/flows/model/ids.ts";
import type { SecretVersion, Vault } from "../../../src/flows/ports/vault.ts";
import type { SecretReference } from "../../../src/flows/request/step-facts.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { createMishaps, type FaultInjector } from "./fault-injection.ts";

interface Kept {
  readonly reference: SecretReference;
  readonly tags: Readonly<Record<string, string>>;
  readonly value: string;
  readonly createdAt: Instant;
  enabled: boolean;
}

export interface FakeVault extends Vault {
  readonly valueOf: (name: string, version: string) => string | undefined;
  /** What an application reads under the name now: the newest version, if it is enabled. */
  readonly readAsConsumer: (name: string) => string | undefined;
  /** All versions of all names. */
  readonly all: () => readonly SecretVersion[];
  /** Stores a secret the way somebody else would. */
  readonly putForeign: (name: string) => void;
  /** Deletes a secret the way a person would; its name stays taken. */
  readonly remove: (name: string) => void;
}

const url = "https://acme-isu.vault.azure.net/secrets";
const mark = { "managed-by": "workday-isu-bot" };

/** Key Vault in memory: names ignore case, versions stay, a deleted name stays taken. */
export function createFakeVault(mishaps: FaultInjector = createMishaps()): FakeVault {
  const kept: Kept[] = [];
  const removed = new Set<string>();

  function versionsOf(name: string): readonly Kept[] {
    return kept.filter(({ reference }) => isSame(reference.name, name));
  }

  function keep(name: string, value: string, tags: Kept["tags"]): Kept {
    const version = (kept.length + 1).toString(16).padStart(32, "0");
    const reference = {
      name,
      version,
      url: `${url}/${name}`,
      versionedUrl: `${url}/${name}/${version}`,
    };
    const createdAt = instant(kept.length * 1000);
    const made = { reference, tags, value, createdAt, enabled: false };
    kept.push(made);
    return made;
  }

  function put(secret: Parameters<Vault["putDisabledVersion"]>[0]): Result<SecretReference, Fault> {
    const { name, value, tags } = secret;
    if (removed.has(name.toLowerCase())) {
      return rejected("A deleted secret holds this name. Purge or recover it.");
    }
    if (!versionsOf(name).every((version) => isOwn(version.tags, tags))) {
      return rejected("The vault holds a secret of this name that the bot did not make.");
    }
    return ok(keep(name, value.reveal(), { ...mark, ...tags }).reference);
  }

  function set({ name, version }: SecretReference, enabled: boolean): Result<void, Fault> {
    const found = versionsOf(name).find(({ reference }) => reference.version === version);
    if (found === undefined) return rejected("The vault has no such version.");
    found.enabled = enabled;
    return ok(undefined);
  }

  return {
    putDisabledVersion: (secret) => mishaps.meet("vault.putDisabledVersion", () => put(secret)),
    enableVersion: (reference) => mishaps.meet("vault.enableVersion", () => set(reference, true)),
    disableVersion: (reference) =>
      mishaps.meet("vault.disableVersion", () => set(reference, false)),
    listVersions: (name) =>
      mishaps.meet("vault.listVersions", () => ok(versionsOf(name).map(withoutValue))),
    valueOf: (name, version) =>
      versionsOf(name).find(({ reference }) => reference.version === version)?.value,
    readAsConsumer: (name) => {
      const newest = versionsOf(name).at(-1);
      return newest?.enabled === true ? newest.value : undefined;
    },
    all: () => kept.map(withoutValue),
    putForeign: (name) => {
      keep(name, "theirs", {}).enabled = true;
    },
    remove: (name) => {
      removed.add(name.toLowerCase());
      kept.splice(0, kept.length, ...kept.filter(({ reference }) => !isSame(reference.name, name)));
    },
  };
}

function withoutValue({ reference, enabled, tags, createdAt }: Kept): SecretVersion {
  return { reference, enabled, tags, createdAt };
}

function isOwn(
  tags: Kept["tags"],
  wanted: { readonly tenant: string; readonly isu: string },
): boolean {
  return (
    tags["managed-by"] === mark["managed-by"] &&
    tags["tenant"] === wanted.tenant &&
    tags["isu"]?.toLowerCase() === wanted.isu.toLowerCase()
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function rejected(words: string): Result<never, Fault> {
  return err({ kind: "rejected", outside: "Key Vault", words });
}
