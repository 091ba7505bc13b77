import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { withoutLineEnd } from "./followed-files.ts";
import type { Problem } from "./problems.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Settings of the environment that may stand in a file, which `{name}_FILE` names. */
const mayBeFiles = [
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "DATABASE_URL",
  "AUDIT_KEY",
  "RUNNER_SIGNING_KEY",
  "AZURE_CLIENT_SECRET",
] as const;

export interface ResolvedEnvironment {
  /** With what stands in the files in its place. */
  readonly env: Env;
  /** The file of each setting that has one. */
  readonly paths: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads what the environment leaves to files, from the folder that the bot was started in. */
export function resolveFiles(env: Env, cwd: string): ResolvedEnvironment {
  const found: Record<string, string> = {};
  const paths = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of mayBeFiles) {
    const named = env[`${name}_FILE`];
    if (named === undefined) continue;
    const key = `${name}_FILE`;
    const path = resolve(cwd, named);
    const text = env[name] === undefined ? readText(path) : undefined;
    if (text !== undefined && text !== "") {
      found[name] = text;
      paths.set(name, path);
    } else {
      const both = { found: `${name} as well`, expected: `one of ${name} and ${key}` };
      const none = { found: `no readable text in ${path}`, expected: `a file that holds ${name}` };
      problems.push({ key, ...(env[name] === undefined ? none : both) });
    }
  }
  return { env: { ...env, ...found }, paths, problems };
}

function readText(path: string): string | undefined {
  try {
    return withoutLineEnd(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
