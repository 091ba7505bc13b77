import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { type Ack, nameOf, type Parcel } from "./parcel.ts";
import { parseObject } from "./request-body.ts";
import { recordTraffic } from "./traffic.ts";
import type { World } from "./world.ts";

/** Which connections end, and how. */
export interface Dropped {
  /** The one that has been open for longest, of those that are not ending yet; all unless said. */
  readonly only?: "oldest";
  /**
   * Milliseconds for which a connection that is refreshed goes on getting its share of the payloads, before Slack
   * closes it: 10 000 unless said, which is a guess.
   */
  readonly graceMs?: number;
}

/** Socket Mode: the bot's open connections. */
export interface SocketHub {
  deliver(parcel: Parcel, attempt: number): Promise<Ack>;
  count(): number;
  drop(how: "refresh" | "cut", which: Dropped): number;
  close(): void;
}

const Acknowledgement = z.object({
  envelope_id: z.string(),
  payload: z.unknown().optional(),
});

const pingEveryMs = 10_000;

/** @see Slack: Using Socket Mode ("up to 10 open WebSocket connections at a time") */
const mostConnections = 10;
const envelopeTypes = {
  command: "slash_commands",
  interactive: "interactive",
  event: "events_api",
} as const;

/** @see Slack: Using Socket Mode */
export function createSocketHub(world: World, server: Server): SocketHub {
  const listener = new WebSocketServer({ noServer: true });
  /** Whose turn it is comes first. */
  const open: WebSocket[] = [];
  /** Not told to go yet; the oldest comes first. */
  const staying = new Set<WebSocket>();
  const waiting = new Map<string, (ack: Ack) => void>();

  server.on("upgrade", (request, socket, head) => {
    listener.handleUpgrade(request, socket, head, (connection) => welcome(connection));
  });

  function welcome(connection: WebSocket): void {
    if (open.length >= mostConnections) {
      tell(connection, { type: "disconnect", reason: "too_many_websockets" });
      connection.close(1000);
      return;
    }
    open.push(connection);
    staying.add(connection);
    const pings = setInterval(() => connection.ping(), pingEveryMs);
    connection.on("error", () => connection.terminate());
    connection.on("close", () => {
      clearInterval(pings);
      forget(connection);
      world.changed();
    });
    connection.on("message", (data: Buffer) => receive(data.toString()));
    tell(connection, {
      type: "hello",
      num_connections: open.length,
      connection_info: { app_id: world.bot.appId },
      debug_info: { host: "sandbox", build_number: 1, approximate_connection_time: 18_060 },
    });
    world.changed();
  }

  /** Says something about the connection itself. */
  function tell(
    connection: WebSocket,
    message: { readonly type: string; readonly [fact: string]: unknown },
  ): void {
    const text = JSON.stringify(message);
    recordTraffic(world, "to-bot", message.type, text);
    connection.send(text);
  }

  /** From here on it gets no payload. */
  function forget(connection: WebSocket): void {
    const at = open.indexOf(connection);
    if (at >= 0) open.splice(at, 1);
    staying.delete(connection);
  }

  function cut(connection: WebSocket): void {
    forget(connection);
    connection.terminate();
  }

  function refresh(connection: WebSocket, graceMs: number): void {
    staying.delete(connection);
    tell(connection, { type: "disconnect", reason: "refresh_requested" });
    const timer = setTimeout(() => {
      forget(connection);
      connection.close(1000);
    }, graceMs);
    connection.once("close", () => clearTimeout(timer));
  }

  function receive(text: string): void {
    recordTraffic(world, "from-bot", "socket message", text);
    const message = Acknowledgement.safeParse(parseObject(text));
    if (!message.success) return;
    waiting.get(message.data.envelope_id)?.({
      kind: "acknowledged",
      body: meaningful(message.data.payload),
    });
  }

  /** Any connection may get the payload: they take turns. */
  function deliver(parcel: Parcel, attempt: number): Promise<Ack> {
    // One that the bot is closing counts until it is closed, and takes nothing any more.
    const connection = open.find(({ readyState }) => readyState === WebSocket.OPEN);
    if (connection === undefined) {
      return Promise.resolve({ kind: "failed", error: "dispatch_failed" });
    }
    open.push(...open.splice(open.indexOf(connection), 1));
    const envelopeId = randomUUID();
    const envelope = JSON.stringify(envelopeOf(parcel, envelopeId, attempt));
    recordTraffic(world, "to-bot", nameOf(parcel), envelope);

    return new Promise((resolve) => {
      const timer = setTimeout(
        () => settle({ kind: "failed", error: "operation_timeout" }),
        world.ackTimeoutMs,
      );
      function settle(ack: Ack): void {
        clearTimeout(timer);
        waiting.delete(envelopeId);
        resolve(ack);
      }
      waiting.set(envelopeId, settle);
      connection.send(envelope);
    });
  }

  return {
    deliver,
    count: () => open.length,
    drop: (how, { only, graceMs = 10_000 }) => {
      const all = how === "cut" ? open : staying;
      const dropped = only === undefined ? [...all] : [...staying].slice(0, 1);
      for (const connection of dropped) {
        if (how === "cut") cut(connection);
        else refresh(connection, graceMs);
      }
      return dropped.length;
    },
    close: () => {
      for (const connection of listener.clients) connection.terminate();
      listener.close();
    },
  };
}

function envelopeOf(
  parcel: Parcel,
  envelopeId: string,
  attempt: number,
): Readonly<Record<string, unknown>> {
  return {
    envelope_id: envelopeId,
    type: envelopeTypes[parcel.kind],
    payload: parcel.payload,
    accepts_response_payload: parcel.kind !== "event",
    ...(attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: "timeout" }),
  };
}

/** An acknowledgement that says nothing arrives as an empty object. */
function meaningful(payload: unknown): unknown {
  const isEmpty =
    typeof payload === "object" && payload !== null && Object.keys(payload).length === 0;
  return isEmpty ? undefined : payload;
}
