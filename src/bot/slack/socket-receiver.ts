import type { App, Logger, Receiver, ReceiverEvent, webApi } from "@slack/bolt";
import { describeError } from "../../describe-error.ts";
import type { SocketConnection, SocketDelivery } from "./socket-connection.ts";
import { createSocketPair, type SocketPair } from "./socket-pair.ts";
import { withTimeout } from "./with-timeout.ts";

export interface SocketReceiverOptions {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly fetchAsApp?: webApi.FetchFunction;
  readonly logger: Logger;
  readonly onSocket?: (isOpen: boolean) => void;
}

export interface SocketReceiver extends Receiver {
  /** Answers when the sockets were tried once. It goes on trying. */
  readonly start: () => Promise<void>;
  /** Lets what is not acknowledged yet be acknowledged, and closes the sockets. */
  readonly stop: () => Promise<void>;
  /** Why nothing that anybody types arrives, in words; `undefined` while a socket is open. */
  readonly findTrouble: () => string | undefined;
}

/** Milliseconds that Slack waits for an acknowledgement. */
const ackMs = 3000;

/**
 * Takes payloads over two sockets of Socket Mode and hands them to Bolt. Bolt's own receiver has one, and none for five
 * seconds whenever Slack renews it (`@slack/socket-mode` 3.1.0).
 */
export function createSocketReceiver(options: SocketReceiverOptions): SocketReceiver {
  const { logger } = options;
  const unacknowledged = new Set<Promise<void>>();
  let app: App | undefined;
  const sockets = createSocketPair({ ...options, deliver: (...given) => void handle(...given) });

  async function handle(from: SocketConnection, delivery: SocketDelivery): Promise<void> {
    const acknowledged = Promise.withResolvers<void>();
    unacknowledged.add(acknowledged.promise);
    const ack = createAck(async (answer) => {
      const isOut = await acknowledge(sockets, { from, id: delivery.envelopeId, answer });
      if (!isOut) logger.warn("Slack got no acknowledgement: no socket was open in time.");
      acknowledged.resolve();
    });
    try {
      await app?.processEvent(toEvent(delivery, ack));
    } catch (error) {
      logger.error(`A payload from Slack's socket broke: ${describeError(error)}`);
    }
    acknowledged.resolve();
    unacknowledged.delete(acknowledged.promise);
  }

  return {
    init: (to) => {
      app = to;
    },
    start: sockets.start,
    stop: async () => {
      await withTimeout(ackMs, Promise.all(unacknowledged));
      sockets.stop();
    },
    findTrouble: sockets.findTrouble,
  };
}

interface Acknowledgement {
  readonly from: SocketConnection;
  readonly id: string;
  readonly answer: object;
}

/**
 * Acknowledges over the socket that brought the payload; where that one broke over another, or over the next one that
 * opens in time, which Slack's libraries for other languages do too. Untried against Slack itself.
 */
async function acknowledge(
  sockets: SocketPair,
  { from, id, answer }: Acknowledgement,
): Promise<boolean> {
  for (const socket of [from, ...sockets.open()]) {
    if (await socket.acknowledge(id, answer)) return true;
  }
  if (!(await sockets.untilOpened(ackMs))) return false;
  return acknowledge(sockets, { from, id, answer });
}

/** Slack takes one answer to a payload, an object: words alone are its text. */
function createAck(send: (answer: object) => Promise<void>): ReceiverEvent["ack"] {
  let isGiven = false;
  return async (answer: unknown) => {
    if (isGiven) return;
    isGiven = true;
    if (typeof answer === "string") await send({ text: answer });
    else await send(typeof answer === "object" && answer !== null ? answer : {});
  };
}

function toEvent(
  { body, retryNum, retryReason }: SocketDelivery,
  ack: ReceiverEvent["ack"],
): ReceiverEvent {
  return {
    body,
    ack,
    ...(retryNum !== undefined && { retryNum }),
    ...(retryReason !== undefined && { retryReason }),
  };
}
