import { readFileSync, statSync } from "node:fs";
import { Secret } from "../secret.ts";

/** Hears of files that have changed while the bot runs. */
export interface FileListener {
  /** Another value is in use from now on. It has to be kept out of the log before anything else happens. */
  readonly changed: (setting: string, secret: Secret) => void;
  /** Missing, unreadable, empty, or no such thing: what was there before stays in use. Once for each change. */
  readonly refused: (setting: string) => void;
}

/** Files with secrets, read again when they are used and have changed. */
export interface FollowedFiles {
  /** Tells one listener from now on. */
  readonly follow: (listener: FileListener) => void;
  /** How many files hold by now what cannot be taken up. */
  readonly countRefused: () => number;
}

export interface FileFollower extends FollowedFiles {
  /**
   * A value made of files that were read a moment ago. Each call looks whether they are still the same, and reads them
   * again if not: a link that leads elsewhere, as Kubernetes swaps them, is another file. What `parse` does not take is
   * not used. Never throws.
   */
  readonly open: <Value>(followed: Followed<Value>) => () => Value;
}

interface Followed<Value> {
  /** As the settings name it. */
  readonly setting: string;
  readonly paths: readonly string[];
  readonly first: Value;
  /** `undefined` where the files hold no such thing. May throw. */
  readonly parse: (texts: readonly string[]) => Value | undefined;
  readonly secretOf: (value: Value) => Secret;
}

export function createFollowedFiles(): FileFollower {
  let listener: FileListener = { changed: () => undefined, refused: () => undefined };
  const refused = new Set<string>();

  function open<Value>({ setting, paths, parse, ...given }: Followed<Value>): () => Value {
    let current = given.first;
    // The first use reads once more: the files may have changed since they were read, and before this.
    let known: string | undefined;
    return () => {
      const stamp = stampOf(paths);
      if (stamp === known) return current;
      known = stamp;
      const read = tryTo(() => parse(paths.map((path) => readFileSync(path, "utf8"))));
      if (read === undefined) {
        refused.add(setting);
        listener.refused(setting);
        return current;
      }
      refused.delete(setting);
      const [before, now] = [given.secretOf(current), given.secretOf(read)];
      current = read;
      if (before.reveal() !== now.reveal()) listener.changed(setting, now);
      return current;
    };
  }

  return {
    open,
    follow: (one) => {
      listener = one;
    },
    countRefused: () => refused.size,
  };
}

/** A secret that is read again when its file has changed. `first` is what was just read. */
export function openSecretFile(
  files: FileFollower,
  {
    setting,
    path,
    first,
    isRight,
  }: {
    readonly setting: string;
    readonly path: string;
    readonly first: string;
    readonly isRight: (text: string) => boolean;
  },
): Secret {
  const read = files.open({
    setting,
    paths: [path],
    first,
    parse: ([text = ""]) => {
      const value = withoutLineEnd(text);
      return value !== "" && isRight(value) ? value : undefined;
    },
    secretOf: (value) => new Secret(value),
  });
  return new Secret(read);
}

/** Editors end a file with a line end, and no secret does. */
export function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}

/** Another for another file, another content or other rights; the clock of a file system may tick slowly. */
function stampOf(paths: readonly string[]): string {
  return paths.map((path) => tryTo(() => stampOfOne(path)) ?? "none").join(" ");
}

function stampOfOne(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}`;
}

function tryTo<Answer>(act: () => Answer): Answer | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
