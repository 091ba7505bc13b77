import type { Config } from "../config/read-config.ts";
import { findEmbeddedPostgres } from "../engine/embedded.ts";
import { createDatabase, type Database } from "../store/database/database.ts";

/** Opens the database that the bot works on. `undefined` when it is the embedded one and no bot runs. */
export async function openBesideBot(config: Config): Promise<Database | undefined> {
  const { file, databaseUrl, databaseFolder } = config;
  const url =
    file.database === "url" ? databaseUrl?.reveal() : await findEmbeddedPostgres(databaseFolder);
  return url === undefined
    ? undefined
    : createDatabase({ url, maxConnections: 1, onConnectionLost: () => undefined });
}
