import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Whom a process runs as, where the bot is root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The system's own tools, wherever the bot's environment points, and nothing of that environment. */
const environment = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };

/** Runs a tool of the system to its end, and gives what it wrote. Rejects where it fails. */
export async function runTool(
  name: string,
  args: readonly string[],
  user?: SystemUser,
): Promise<string> {
  const options = { env: environment, cwd: "/", ...user };
  return (await promisify(execFile)(name, args, options)).stdout;
}
