import { randomBytes } from "node:crypto";
import { restoreInto, toSaved } from "../saved.ts";
import type { SecretUpdate, SecretWrite } from "./bodies.ts";
import { isSettled, type Life, lifeOf } from "./life.ts";

/** One version, as the page and the tests see it: no value. */
export interface StoredVersion {
  readonly version: string;
  readonly enabled: boolean;
  readonly contentType?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Seconds since 1970, like the three that follow. */
  readonly nbf?: number;
  readonly exp?: number;
  readonly created: number;
  readonly updated: number;
}

export interface StoredSecret {
  readonly name: string;
  readonly life: Life["kind"];
  /** Oldest first. */
  readonly versions: readonly StoredVersion[];
}

export interface Secret {
  /** As it was spelled first; names differ by more than case. */
  readonly name: string;
  life: Life;
  versions: StoredVersion[];
  readonly values: Map<string, string>;
}

/** What an application that may get secrets is told. */
export type ConsumerAnswer =
  | { readonly ok: true; readonly value: string; readonly version: string }
  | { readonly ok: false; readonly status: number; readonly code: string };

export interface SecretStore {
  readonly now: () => number;
  /** The secret in whatever state it is; one whose purge is over is gone. */
  readonly find: (name: string) => Secret | undefined;
  /** Every secret, by name. */
  readonly all: () => readonly Secret[];
  /** Adds a version, and the secret if it is not there yet. */
  readonly addVersion: (name: string, write: SecretWrite) => Held;
  readonly changeVersion: (held: Held, update: SecretUpdate) => Held;
  readonly settle: () => void;
  readonly snapshot: () => readonly StoredSecret[];
  readonly valueOf: (name: string, version?: string) => string | undefined;
  readonly readAsConsumer: (name: string, version?: string) => ConsumerAnswer;
  readonly save: () => unknown;
  readonly restore: (saved: unknown) => void;
}

/** A version with the secret that holds it. */
export interface Held {
  readonly secret: Secret;
  readonly version: StoredVersion;
}

/** The newest version is the one made last, even when it is disabled. */
export function holdVersion(secret: Secret | undefined, version: string): Held | undefined {
  if (secret === undefined) return undefined;
  const found =
    version === "" ? secret.versions.at(-1) : secret.versions.find((v) => v.version === version);
  return found === undefined ? undefined : { secret, version: found };
}

function newSecret(name: string): Secret {
  return { name, life: { kind: "active" }, versions: [], values: new Map() };
}

function replace({ secret, version }: Held): Held {
  secret.versions = secret.versions.map((v) => (v.version === version.version ? version : v));
  return { secret, version };
}

export function createSecretStore(now: () => number): SecretStore {
  const state = { secrets: new Map<string, Secret>() };

  function find(name: string): Secret | undefined {
    const secret = state.secrets.get(name.toLowerCase());
    if (secret === undefined) return undefined;
    secret.life = lifeOf(secret.life, now());
    if (secret.life.kind !== "gone") return secret;
    state.secrets.delete(name.toLowerCase());
    return undefined;
  }

  function all(): readonly Secret[] {
    const present = [...state.secrets.keys()].toSorted().map((key) => find(key));
    return present.filter((secret) => secret !== undefined);
  }

  return {
    now,
    find,
    all,
    addVersion: (name, { value, ...given }) => {
      const secret = find(name) ?? newSecret(name);
      state.secrets.set(name.toLowerCase(), secret);
      const seconds = Math.floor(now() / 1000);
      const id = randomBytes(16).toString("hex");
      const version = { enabled: true, ...given, version: id, created: seconds, updated: seconds };
      secret.versions = [...secret.versions, version];
      secret.values.set(id, value);
      return { secret, version };
    },
    changeVersion: ({ secret, version }, update) =>
      replace({
        secret,
        version: { ...version, ...update, updated: Math.floor(now() / 1000) },
      }),
    save: () => toSaved(state),
    restore: (saved) => restoreInto(state, saved),
    settle: () => {
      for (const secret of state.secrets.values()) {
        if (!isSettled(secret.life)) secret.life = lifeOf(secret.life, Number.POSITIVE_INFINITY);
      }
    },
    snapshot: () =>
      all().map(({ name, life, versions }) => ({ name, life: life.kind, versions: [...versions] })),
    valueOf: (name, version = "") => {
      const held = holdVersion(find(name), version);
      return held?.secret.values.get(held.version.version);
    },
    readAsConsumer: (name, version = "") => {
      const secret = find(name);
      const held = secret?.life.kind === "active" ? holdVersion(secret, version) : undefined;
      const value = held?.secret.values.get(held.version.version);
      if (held === undefined || value === undefined) {
        return { ok: false, status: 404, code: "SecretNotFound" };
      }
      if (!held.version.enabled) return { ok: false, status: 403, code: "SecretDisabled" };
      return { ok: true, value, version: held.version.version };
    },
  };
}
