import type { Logger, webApi } from "@slack/bolt";
import type { Result } from "../../result.ts";
import { keepSocketOpen } from "./keep-socket-open.ts";
import { type SlackFault, toClientOptions } from "./slack-call.ts";
import {
  createSocketConnection,
  type SocketConnection,
  type SocketDelivery,
} from "./socket-connection.ts";
import { createSocketLog, describeSocketTrouble } from "./socket-trouble.ts";
import { withTimeout } from "./with-timeout.ts";

export interface SocketPairOptions {
  readonly appToken: string;
  readonly apiUrl?: string;
  /** Sends what the sockets' clients ask, with the app-level token as it is now. */
  readonly fetchAsApp?: webApi.FetchFunction;
  readonly logger: Logger;
  /** Hears whether any socket is open, whenever one opens or closes. */
  readonly onSocket?: (isOpen: boolean) => void;
  readonly deliver: (from: SocketConnection, delivery: SocketDelivery) => void;
}

/** Two connections, each renewed by itself, so that one is open when the other breaks. */
export interface SocketPair {
  /** Opens them; answers when each was tried once, and goes on trying. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** More than two for as long as Slack has yet to close what it asked to renew. */
  readonly open: () => readonly SocketConnection[];
  /** Waits for the next one to open, that long at the most; says whether it did. */
  readonly untilOpened: (limitMs: number) => Promise<boolean>;
  /** Why none is open, in words; `undefined` while one is. */
  readonly findTrouble: () => string | undefined;
}

/** Slack allows ten of an app, and hands each payload to any one of them. */
const size = 2;

export function createSocketPair(options: SocketPairOptions): SocketPair {
  const { logger } = options;
  const log = createSocketLog(logger);
  const held = createHeld(options.onSocket);
  const stopping = new AbortController();
  let fault: SlackFault | undefined;

  function keepOne(): Promise<void> {
    const tried = Promise.withResolvers<void>();
    void keepSocketOpen({
      connect: () => connect(options),
      onAttempt: (attempt: Result<void, SlackFault>, connection) => {
        log(attempt);
        fault = attempt.ok ? undefined : attempt.error;
        if (attempt.ok) held.add(connection);
        if (stopping.signal.aborted) connection.close();
        tried.resolve();
      },
      onBroken: () => logger.warn("A socket of Slack's broke; another is being opened."),
      stopping: stopping.signal,
    });
    return tried.promise;
  }
  return {
    start: async () => {
      await Promise.all(Array.from({ length: size }, keepOne));
    },
    stop: () => {
      stopping.abort();
      for (const connection of held.open()) connection.close();
    },
    open: held.open,
    untilOpened: held.untilAdded,
    findTrouble: () => (held.open().length > 0 ? undefined : describeSocketTrouble(fault)),
  };
}

function connect(options: SocketPairOptions): SocketConnection {
  const connection = createSocketConnection({
    appToken: options.appToken,
    clientOptions: toClientOptions({
      logger: options.logger,
      ...(options.apiUrl !== undefined && { apiUrl: options.apiUrl }),
      ...(options.fetchAsApp && { fetch: options.fetchAsApp }),
    }),
    deliver: (delivery) => options.deliver(connection, delivery),
  });
  return connection;
}

/** The connections that are open, and whoever waits for one. */
function createHeld(onSocket: (isOpen: boolean) => void = () => undefined): Pick<
  SocketPair,
  "open"
> & {
  readonly add: (connection: SocketConnection) => void;
  readonly untilAdded: (limitMs: number) => Promise<boolean>;
} {
  const held = new Set<SocketConnection>();
  let added = Promise.withResolvers<true>();
  function listOpen(): readonly SocketConnection[] {
    return [...held].filter((connection) => connection.isOpen());
  }
  onSocket(false);
  return {
    open: listOpen,
    add: (connection) => {
      held.add(connection);
      onSocket(true);
      void connection.closed.then(() => {
        held.delete(connection);
        onSocket(listOpen().length > 0);
        return undefined;
      });
      added.resolve(true);
      added = Promise.withResolvers();
    },
    untilAdded: async (limitMs) => (await withTimeout(limitMs, added.promise)) === true,
  };
}
