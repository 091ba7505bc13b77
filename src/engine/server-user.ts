import { runTool, type SystemUser } from "./run-tool.ts";

/**
 * Whom PostgreSQL runs as where the bot is root, since it refuses to run as root: the user `postgres`, made
 * where there is none. `undefined` where the bot is not root: PostgreSQL then runs as the bot's own user.
 */
export async function findServerUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const there = await lookUp();
  if (there !== undefined) return there;
  try {
    await runTool("useradd", ["--system", "--user-group", "--shell=/usr/sbin/nologin", "postgres"]);
  } catch (cause) {
    // Where two bots make it at once, one of them fails, and finds the other's.
    if ((await lookUp()) === undefined) throw new Error(refusal, { cause });
  }
  return lookUp();
}

const refusal =
  "PostgreSQL does not run as root, and there is no user `postgres` to run it. Make that user, or start the bot as a user other than root.";

/** Whether this user may enter the folder, or run the program: also by a mount's options. */
export async function mayUse(user: SystemUser, path: string): Promise<boolean> {
  return runTool("test", ["-x", path], user).then(
    () => true,
    () => false,
  );
}

async function lookUp(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = [
      await runTool("id", ["-u", "postgres"]),
      await runTool("id", ["-g", "postgres"]),
    ];
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}
