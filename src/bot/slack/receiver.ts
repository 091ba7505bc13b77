import type { ServerResponse } from "node:http";
import {
  HTTPReceiver,
  type Logger,
  type Receiver,
  SocketModeReceiver,
  type webApi,
} from "@slack/bolt";
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
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly logger: Logger;
  readonly isReady: () => Promise<boolean>;
}

export function createSlackReceiver(options: SlackReceiverOptions): SlackReceiver {
  const { delivery } = options;
  return delivery.kind === "http" ? openToHttp(options, delivery) : openSocket(options, delivery);
}

type Routes = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]["customRoutes"]>;

/** `/healthz`: the process lives. `/readyz`: it can work. */
function healthRoutes(isReady: () => Promise<boolean>): Routes {
  return [
    { path: "/healthz", method: "GET", handler: (_, response) => void response.end("alive") },
    {
      path: "/readyz",
      method: "GET",
      handler: (_, response) => void answerReady(isReady, response),
    },
  ];
}

async function answerReady(
  isReady: () => Promise<boolean>,
  response: ServerResponse,
): Promise<void> {
  const ready = await isReady().catch(() => false);
  response.writeHead(ready ? 200 : 503).end(ready ? "ready" : "not ready");
}

function openToHttp(
  { signingSecret, logger, isReady }: SlackReceiverOptions,
  { port, host }: Extract<Delivery, { kind: "http" }>,
): SlackReceiver {
  if (signingSecret === undefined) throw new Error("Delivery over HTTP needs the signing secret");
  const customRoutes = healthRoutes(isReady);
  const receiver = new HTTPReceiver({ signingSecret, logger, customRoutes });
  return {
    receiver,
    open: async () => {
      await receiver.start({ port, ...(host === undefined ? {} : { host }) });
    },
  };
}

/** Milliseconds that starting waits for the socket; after that it goes on being tried. */
const connectMs = 10_000;

function openSocket(
  { appToken, apiUrl, logger, isReady }: SlackReceiverOptions,
  { healthPort }: Extract<Delivery, { kind: "socket" }>,
): SlackReceiver {
  if (appToken === undefined) throw new Error("Socket Mode needs the app-level token");
  // No retries of our own: the client repeats by itself, and an error while reconnecting ends the process.
  const clientOptions: webApi.WebClientOptions =
    apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  let isConnected = false;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // The health port is there before the socket: without one, nothing that anybody types arrives.
    customRoutes: healthRoutes(async () => isConnected && (await isReady())),
    installerOptions: { port: healthPort, clientOptions },
  });
  receiver.client.on("connected", () => {
    isConnected = true;
  });
  for (const state of ["reconnecting", "disconnected"]) {
    receiver.client.on(state, () => {
      isConnected = false;
    });
  }
  return {
    receiver,
    open: async () => {
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
