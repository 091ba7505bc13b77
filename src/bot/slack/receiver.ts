import { type Logger, type Receiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import { createHttpReceiver } from "./http-receiver.ts";
import { createPort } from "./port.ts";
import { withTimeout } from "./with-timeout.ts";

/** How Slack's payloads reach the bot. */
export type Delivery =
  /** Slack calls a public address, and every call is signed. `/slack/events` takes them. */
  | { readonly kind: "http"; readonly port: number; readonly host?: string }
  /** The bot calls Slack and keeps a socket open. The port is for health checks alone. */
  | { readonly kind: "socket"; readonly healthPort: number };

export interface SlackReceiver {
  readonly receiver: Receiver;
  readonly open: () => Promise<void>;
}

export interface SlackReceiverOptions {
  readonly delivery: Delivery;
  /** As it is now. */
  readonly signingSecret?: () => string;
  readonly appToken?: string;
  /** Sends what the socket's client asks with the app-level token as it is now. */
  readonly fetchAsApp?: webApi.FetchFunction;
  readonly apiUrl?: string;
  readonly logger: Logger;
  readonly isReady: () => Promise<boolean>;
  readonly readMetrics?: () => Promise<string>;
  readonly onSocket?: (isOpen: boolean) => void;
}

export function createSlackReceiver(options: SlackReceiverOptions): SlackReceiver {
  const { delivery } = options;
  return delivery.kind === "http" ? openToHttp(options, delivery) : openSocket(options, delivery);
}

function openToHttp(
  options: SlackReceiverOptions,
  listen: Extract<Delivery, { kind: "http" }>,
): SlackReceiver {
  const { signingSecret } = options;
  if (signingSecret === undefined) throw new Error("Delivery over HTTP needs the signing secret");
  const receiver = createHttpReceiver({ ...options, signingSecret, listen });
  return {
    receiver,
    open: async () => {
      await receiver.start();
    },
  };
}

/** Milliseconds that starting waits for the socket; after that it goes on being tried. */
const connectMs = 10_000;

function openSocket(
  { appToken, apiUrl, fetchAsApp, logger, isReady, readMetrics, onSocket }: SlackReceiverOptions,
  { healthPort }: Extract<Delivery, { kind: "socket" }>,
): SlackReceiver {
  if (appToken === undefined) throw new Error("Socket Mode needs the app-level token");
  // No retries of our own: the client repeats by itself, and an error while reconnecting ends the process.
  const clientOptions: webApi.WebClientOptions = {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    ...(fetchAsApp && { fetch: fetchAsApp }),
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions },
  });
  const isConnected = followConnection(receiver, onSocket);
  const health = createPort({
    listen: { port: healthPort },
    logger,
    isReady: async () => isConnected() && (await isReady()),
    ...(readMetrics && { readMetrics }),
  });
  return {
    receiver: {
      init: (app) => receiver.init(app),
      start: () => receiver.start(),
      stop: () => Promise.all([receiver.stop(), health.stop()]),
    },
    open: async () => {
      // Before the socket: without one, nothing that anybody types arrives, and /readyz says so.
      await health.start();
      const connected = receiver.start().then(() => true);
      const isOpen = await withTimeout(connectMs, connected);
      if (isOpen !== true) {
        logger.warn("Slack's socket is not open yet; the bot goes on trying.");
        connected.catch(() =>
          logger.error("Slack's socket cannot be opened. Check the app-level token."),
        );
      }
    },
  };
}

function followConnection(
  { client }: SocketModeReceiver,
  onSocket: (isOpen: boolean) => void = () => undefined,
): () => boolean {
  let isConnected = false;
  function now(isOpen: boolean): void {
    isConnected = isOpen;
    onSocket(isOpen);
  }
  now(false);
  client.on("connected", () => now(true));
  for (const state of ["reconnecting", "disconnected"]) client.on(state, () => now(false));
  return () => isConnected;
}
