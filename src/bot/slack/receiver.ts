import type { Logger, Receiver, webApi } from "@slack/bolt";
import { createHttpReceiver } from "./http-receiver.ts";
import { createPort } from "./port.ts";
import { createSocketReceiver } from "./socket-receiver.ts";
import { withTimeout } from "./with-timeout.ts";

/** How Slack's payloads reach the bot. */
export type Delivery =
  /** Slack calls a public address, and every call is signed. `/slack/events` takes them. */
  | { readonly kind: "http"; readonly port: number; readonly host?: string }
  /** The bot calls Slack and keeps two sockets open. The port is for health checks alone. */
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
  /** Why Slack does not take the bot token, in words. */
  readonly findTrouble?: () => Promise<string | undefined>;
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

/** Milliseconds that starting waits for the sockets; after that they go on being tried. */
const connectMs = 10_000;

function openSocket(
  options: SlackReceiverOptions,
  { healthPort }: Extract<Delivery, { kind: "socket" }>,
): SlackReceiver {
  const { appToken, logger, isReady, findTrouble, readMetrics } = options;
  if (appToken === undefined) throw new Error("Socket Mode needs the app-level token");
  const receiver = createSocketReceiver({ ...options, appToken });
  const health = createPort({
    listen: { port: healthPort },
    logger,
    isReady,
    findTrouble: async () => receiver.findTrouble() ?? findTrouble?.(),
    ...(readMetrics && { readMetrics }),
  });
  return {
    receiver: {
      init: (app) => receiver.init(app),
      start: receiver.start,
      stop: () => Promise.all([receiver.stop(), health.stop()]),
    },
    open: async () => {
      // Before the sockets: without one, nothing that anybody types arrives, and /readyz says so.
      await health.start();
      await withTimeout(connectMs, receiver.start());
    },
  };
}
