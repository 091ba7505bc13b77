import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { type Ack, nameOf, type Parcel } from "./parcel.ts";
import { parseObject } from "./request-body.ts";
import { recordTraffic } from "./traffic.ts";
import type { World } from "./world.ts";

/** Socket Mode: the bot's open connections. */
export interface SocketHub {
  deliver(parcel: Parcel, attempt: number): Promise<Ack>;
  count(): number;
  drop(how: "refresh" | "cut"): void;
  close(): void;
}

const Acknowledgement = z.object({
  envelope_id: z.string(),
  payload: z.unknown().optional(),
});

const pingEveryMs = 10_000;
const envelopeTypes = {
  command: "slash_commands",
  interactive: "interactive",
  event: "events_api",
} as const;

/** @see Slack: Using Socket Mode */
export function createSocketHub(world: World, server: Server): SocketHub {
  const listener = new WebSocketServer({ noServer: true });
  const open: WebSocket[] = [];
  const waiting = new Map<string, (ack: Ack) => void>();

  server.on("upgrade", (request, socket, head) => {
    listener.handleUpgrade(request, socket, head, (connection) => welcome(connection));
  });

  function welcome(connection: WebSocket): void {
    open.push(connection);
    const pings = setInterval(() => connection.ping(), pingEveryMs);
    connection.on("error", () => connection.terminate());
    connection.on("close", () => {
      clearInterval(pings);
      open.splice(open.indexOf(connection), 1);
      world.changed();
    });
    connection.on("message", (data: Buffer) => receive(data.toString()));
    connection.send(
      JSON.stringify({
        type: "hello",
        num_connections: open.length,
        connection_info: { app_id: world.bot.appId },
        debug_info: { host: "sandbox", build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    world.changed();
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
    const connection = open.shift();
    if (connection === undefined) {
      return Promise.resolve({ kind: "failed", error: "dispatch_failed" });
    }
    open.push(connection);
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
    drop: (how) => {
      for (const connection of open) {
        if (how === "cut") connection.terminate();
        else connection.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
      }
    },
    close: () => {
      for (const connection of open) connection.terminate();
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
