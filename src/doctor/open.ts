import { createBoltLog } from "../bot/slack/bolt-log.ts";
import { createSlackClients, type SlackClients } from "../bot/slack/slack-call.ts";
import type { Config } from "../config/read-config.ts";
import type { Log } from "../flows/ports/log.ts";
import type { Secret } from "../secret.ts";
import { createDatabase, type Database } from "../store/database/database.ts";

/** Nothing is logged: what matters becomes a finding, and foreign words stay where they are. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Slack's clients for one of the tokens. */
export function openSlack(
  { file }: Config,
  token: Secret,
  fetch: typeof globalThis.fetch,
): SlackClients {
  const { apiUrl } = file.slack;
  const address = { logger: createBoltLog(silent), fetch };
  return createSlackClients(
    token.reveal(),
    apiUrl === undefined ? address : { ...address, apiUrl },
  );
}

/** One connection, and no migration. */
export function openDatabaseToLook(url: Secret): Database {
  return createDatabase({
    url: url.reveal(),
    maxConnections: 1,
    onConnectionLost: () => undefined,
  });
}
