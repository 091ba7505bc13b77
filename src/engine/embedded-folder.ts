import { randomBytes } from "node:crypto";
import {
  chmod,
  chown,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { access, toGiveDatabase, toTakeOver } from "./bot-role.ts";
import { exists } from "./exists.ts";
import type { PackagedPostgres } from "./packaged-postgres.ts";
import type { SystemUser } from "./run-tool.ts";
import { findPostgres } from "./running-postgres.ts";
import { mayUse } from "./server-user.ts";

interface Places {
  readonly data: string;
  /** Of the bot's role. The server itself need not read it. */
  readonly password: string;
  /** Who may connect. */
  readonly access: string;
}

/** What lies where in the database folder. */
export function placesIn(folder: string): Places {
  return {
    data: join(folder, "data"),
    password: join(folder, "password"),
    access: join(folder, "pg_hba.conf"),
  };
}

export async function readPassword(folder: string): Promise<string> {
  return (await readFile(placesIn(folder).password, "utf8")).trim();
}

/**
 * Makes the folder and closes it. Where the bot is root the folder stays root's, and the server's user may
 * pass through to its data, but neither look around nor change anything.
 */
export async function openFolder(folder: string, user: SystemUser | undefined): Promise<void> {
  const owner = await stat(placesIn(folder).data).catch(() => undefined);
  if (user !== undefined && owner !== undefined && owner.uid !== user.uid) {
    throw new Error(
      `The data in ${folder} belongs to another user, with the number ${owner.uid}. Start the bot as that user, or name another folder under databaseFolder.`,
    );
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (user !== undefined) await chown(folder, 0, user.gid);
    await chmod(folder, user === undefined ? 0o700 : 0o710);
  } catch (cause) {
    throw new Error(
      `The database folder ${folder} cannot be made and closed to others. Make it, owned by the user that runs the bot, or name another one under databaseFolder.`,
      { cause },
    );
  }
  if (user === undefined || (await mayUse(user, folder))) return;
  throw new Error(
    `PostgreSQL runs as the user \`postgres\` where the bot is root, and that user may not enter ${folder}. Name a folder under databaseFolder that it may enter, such as /var/lib/workday-isu-bot, or start the bot as a user other than root.`,
  );
}

/** Sees that there is a data folder with the bot's role in it, and a password for that role. */
export async function ensureData(folder: string, postgres: PackagedPostgres): Promise<void> {
  const { data } = placesIn(folder);
  const password = await ensurePassword(folder);
  if (!(await exists(data))) await makeData(folder, { postgres, password });
  else if (await exists(oldPassword(data))) await takeOver(data, { postgres, password });
}

interface Making {
  readonly postgres: PackagedPostgres;
  readonly password: string;
}

/** Under another name first: a kill half-way leaves no half a database behind. */
async function makeData(folder: string, { postgres, password }: Making): Promise<void> {
  const { data } = placesIn(folder);
  const draft = toDraft(folder);
  try {
    await postgres.initialise(draft);
    await postgres.administer(draft, toGiveDatabase(password));
    await rename(draft, data);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster: theirs is as good.
    if (await exists(data)) return;
    throw new Error(`PostgreSQL could not make its data in ${folder}. ${postgres.lastWords()}`, {
      cause,
    });
  }
}

/** Older versions connected as the superuser, whose password they kept here. Its removal is the last step. */
async function takeOver(data: string, { postgres, password }: Making): Promise<void> {
  const running = await findPostgres(data);
  if (running !== undefined) {
    throw new Error(
      `A PostgreSQL that an older version of the bot started still runs on ${data}. Stop that bot, or what it left with \`kill -INT ${running.pid}\`, and start again.`,
    );
  }
  await postgres.administer(data, toTakeOver(password)).catch((cause: unknown) => {
    throw new Error(`The data in ${data} could not be taken over. ${postgres.lastWords()}`, {
      cause,
    });
  });
  await rm(oldPassword(data));
}

function oldPassword(data: string): string {
  return join(data, "bot-password");
}

/** Two bots that start at once get the same one. */
async function ensurePassword(folder: string): Promise<string> {
  const { password } = placesIn(folder);
  if (!(await exists(password))) {
    const draft = toDraft(folder);
    await writeFile(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await link(draft, password).catch(() => undefined);
    await rm(draft, { force: true });
  }
  return readPassword(folder);
}

/** Before a server starts: says who may connect, and removes what older versions and broken starts left. */
export async function tidyFolder(
  folder: string,
  { programs, user }: { readonly programs: string; readonly user: SystemUser | undefined },
): Promise<void> {
  const places = placesIn(folder);
  await writeFile(places.access, access, { mode: 0o640 });
  if (user !== undefined) await chown(places.access, 0, user.gid);
  const names = await readdir(folder);
  const left = names
    .filter((name) => /^(new|programs)-/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => path !== programs);
  // What another bot is just making goes at the next start.
  await Promise.allSettled(left.map(async (path) => rm(path, { recursive: true, force: true })));
}

function toDraft(folder: string): string {
  return join(folder, `new-${randomBytes(6).toString("hex")}`);
}
