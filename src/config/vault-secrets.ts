import { type Fault, isAway } from "../flows/model/fault.ts";
import type { Result } from "../result.ts";
import { Secret } from "../secret.ts";
import { type FileListener, withoutLineEnd } from "./followed-files.ts";
import type { Problem } from "./problems.ts";

/** Reads the newest version of one secret of the configured vault. */
export type ReadOwnSecret = (name: string) => Promise<Result<Secret, Fault>>;

/** The bot's own secrets that stand in the vault. They are read at the start and from time to time, never when used. */
export interface VaultSecrets {
  /** The settings that name one; none: the vault is never read. */
  readonly wanted: readonly Pick<Wanted, "key" | "name">[];
  /** Tells one listener from now on. */
  readonly follow: (listener: FileListener) => void;
  /** How many of them hold by now what cannot be taken up, or may not be read any more. */
  readonly countRefused: () => number;
  /**
   * Reads each of them. What cannot be read, or is empty, leaves what was there before in use; the listener hears of it
   * once. Safe to repeat.
   *
   * @returns what is wrong with those that have never been read: without them the bot cannot work
   */
  readonly take: (read: ReadOwnSecret) => Promise<readonly Problem[]>;
}

/** One setting that names a secret of the vault. */
interface Wanted {
  /** Its key in the configuration. */
  readonly key: string;
  readonly name: string;
  readonly expected: string;
}

export interface VaultFollower extends VaultSecrets {
  /** What it gives throws until it has been read. */
  readonly want: (wanted: Wanted) => Secret;
  /** Whether it gave this one. */
  readonly holds: (secret: Secret) => boolean;
  /** Looks at several of them together once all are read. */
  readonly check: (judge: () => Problem | undefined) => void;
}

interface Held extends Wanted {
  secret?: Secret;
  isRefused: boolean;
}

export function createVaultSecrets(): VaultFollower {
  let listener: FileListener = { changed: () => undefined, refused: () => undefined };
  const all: Held[] = [];
  const given = new Set<Secret>();
  const judges: (() => Problem | undefined)[] = [];

  return {
    wanted: all,
    follow: (one) => {
      listener = one;
    },
    countRefused: () => all.filter(({ isRefused }) => isRefused).length,
    want: (wanted) => {
      const held: Held = { ...wanted, isRefused: false };
      const secret = new Secret(() => reveal(held));
      all.push(held);
      given.add(secret);
      return secret;
    },
    holds: (secret) => given.has(secret),
    check: (judge) => {
      judges.push(judge);
    },
    take: async (read) => {
      const problems: (Problem | undefined)[] = [];
      // One after the other: the first of all asks for a token.
      for (const held of all) problems.push(takeUp(held, await read(held.name), listener));
      const unread = problems.filter((problem) => problem !== undefined);
      if (unread.length > 0) return unread;
      return judges.map((judge) => judge()).filter((problem) => problem !== undefined);
    },
  };
}

function reveal({ key, secret }: Held): string {
  if (secret === undefined) throw new Error(`${key} was not read from the vault`);
  return secret.reveal();
}

function takeUp(
  held: Held,
  answer: Result<Secret, Fault>,
  listener: FileListener,
): Problem | undefined {
  const { key, name, expected, secret: before } = held;
  const now = answer.ok ? withoutEnd(answer.value) : undefined;
  if (now !== undefined) {
    held.isRefused = false;
    held.secret = now;
    if (before?.reveal() !== now.reveal()) listener.changed(key, now);
    return undefined;
  }
  const found = answer.ok ? `an empty secret ${name} in the vault` : answer.error.words;
  if (before === undefined) return { key, found, expected };
  // A vault that is away says nothing of the secret: the next look will.
  if (!answer.ok && isAway(answer.error)) return undefined;
  if (!held.isRefused) listener.refused(key);
  held.isRefused = true;
  return undefined;
}

function withoutEnd(secret: Secret): Secret | undefined {
  const value = withoutLineEnd(secret.reveal());
  return value === "" ? undefined : new Secret(value);
}
