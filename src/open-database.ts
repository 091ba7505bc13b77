import type { Config } from "./config/read-config.ts";
import { startEmbeddedPostgres } from "./engine/embedded.ts";
import type { EngineLog } from "./engine/engine-log.ts";
import { Secret } from "./secret.ts";
import { createDatabase, type Database } from "./store/database/database.ts";
import { migrate } from "./store/database/migrate.ts";

export interface OpenDatabase extends Database {
  /** With the password. */
  readonly url: Secret;
}

/** Opens the configured PostgreSQL, or starts the embedded one, and brings its tables up to date. */
export async function openDatabase(config: Config, log: EngineLog): Promise<OpenDatabase> {
  const server = await findServer(config, log);
  const database = createDatabase({
    url: server.url.reveal(),
    onConnectionLost: (error) => {
      log({ level: "warn", words: "A connection to the database was lost.", error });
    },
  });
  await migrate(database.db);
  return {
    ...database,
    url: server.url,
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

interface Server {
  readonly url: Secret;
  readonly stop: () => Promise<void>;
}

async function findServer(config: Config, log: EngineLog): Promise<Server> {
  if (config.file.database === "url" && config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ folder: config.databaseFolder, log });
  return { url: new Secret(embedded.url), stop: embedded.stop };
}
