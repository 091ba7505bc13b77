import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import type { Secret } from "./secret.ts";

/** What anybody may hold before they have proven anything. Times in milliseconds. */
interface Limits {
  /** From the connection on, or from a later request's first byte, until its headers are whole. */
  readonly headersTimeout: number;
  /** The same for the whole request. */
  readonly requestTimeout: number;
  /** Between an answer and the next request. */
  readonly keepAliveTimeout: number;
  readonly handshakeTimeout: number;
  /** How often Node looks at the first two: twice a minute, unless it is told. */
  readonly connectionsCheckingInterval: number;
  readonly mostConnections: number;
  /** Connections of one address that wait for a request; of IPv6, of one /64, which is one customer's. */
  readonly mostWaiting: number;
  /** How long stopping waits for what is running. */
  readonly drainMs: number;
}

const usual: Limits = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  handshakeTimeout: 5000,
  connectionsCheckingInterval: 500,
  mostConnections: 256,
  mostWaiting: 128,
  drainMs: 5000,
};

/** A certificate and its private key, as PEM. */
interface KeyPair {
  readonly cert: string;
  readonly key: Secret;
}

export interface HttpOptions {
  readonly listen: { readonly port: number; readonly host?: string };
  /** As it is now, the same object until it is another. Without it the server speaks HTTP, to a proxy that ends TLS. */
  readonly tls?: () => KeyPair;
  /** What it throws is given to `onBug` and answered with 500, where nothing was answered yet. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly onBug: (error: unknown) => void;
  readonly limits?: Partial<Limits>;
}

export interface HttpServer {
  readonly start: () => Promise<void>;
  /** Takes nothing new and lets what is running end, for five seconds at the most. */
  readonly stop: () => Promise<void>;
}

/** A server that strangers reach. Creating it does nothing outside; `start` does. */
export function createHttpServer(options: HttpOptions): HttpServer {
  const limits = { ...usual, ...options.limits };
  const open: Open = new Map();
  const server = createListener(options, limits, (request, response) => {
    const connection = open.get(endOf(request.socket));
    if (connection !== undefined) connection.answer = response;
    void answer(options, request, response);
  });
  server.on("connection", (socket) => admit(open, socket, limits));
  return {
    start: async () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      server.once("error", reject);
      server.listen(options.listen, resolve);
      await promise;
      server.off("error", reject);
      server.on("error", options.onBug);
    },
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      const timer = setTimeout(() => {
        for (const { socket } of open.values()) socket.destroy();
      }, limits.drainMs);
      await promise;
      clearTimeout(timer);
    },
  };
}

function createListener({ tls }: HttpOptions, limits: Limits, listener: RequestListener): Server {
  if (tls === undefined) return createServer(limits, listener);
  let current = tls();
  const server = createTlsServer({ ...limits, ...toContext(current) }, listener);
  // Before the handshake, which is the server's own listener to the same event.
  server.prependListener("connection", () => {
    const now = tls();
    if (now === current) return;
    current = now;
    server.setSecureContext(toContext(now));
  });
  return server;
}

function toContext({ cert, key }: KeyPair) {
  return { cert, key: key.reveal(), minVersion: "TLSv1.2" } as const;
}

async function answer(
  options: HttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await options.answer(request, response);
  } catch (error) {
    options.onBug(error);
    if (!response.headersSent) response.writeHead(500, { connection: "close" });
    response.end();
  }
}

interface Connection {
  /** The client's end: the same for a connection and for TLS in it, which are two sockets to Node. */
  readonly end: string;
  readonly socket: Socket;
  readonly network: string;
  /** To its newest request. */
  answer?: ServerResponse;
}

/** By the client's end. Oldest first. */
type Open = Map<string, Connection>;

function endOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

/**
 * Lets a connection in. Where its address, or everybody, has too many, the oldest goes that has not sent a whole
 * request: whoever means it sends one at once, so holding connections open shuts nobody out, also not behind the
 * same proxy. One whose request is being worked on is never closed for another.
 */
function admit(open: Open, socket: Socket, { mostWaiting, mostConnections }: Limits): void {
  const network = toNetwork(socket.remoteAddress ?? "");
  const waiting = [...open.values()].filter(isWaiting);
  const own = waiting.filter((connection) => connection.network === network);
  if (own.length >= mostWaiting) close(open, own[0]);
  else if (open.size >= mostConnections) close(open, waiting[0]);
  const connection = { end: endOf(socket), socket, network };
  if (open.size >= mostConnections) socket.destroy();
  else open.set(connection.end, connection);
  socket.once("close", () => {
    if (open.get(connection.end) === connection) open.delete(connection.end);
  });
}

function isWaiting({ answer: given }: Connection): boolean {
  return given === undefined || !given.req.complete || given.writableEnded;
}

function close(open: Open, connection: Connection | undefined): void {
  if (connection === undefined) return;
  open.delete(connection.end);
  connection.socket.destroy();
}

/** Who counts as one: an IPv4 address, or the first 64 bits of another. */
export function toNetwork(address: string): string {
  const [, inner] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (inner !== undefined) return inner;
  const [head = [], tail = []] = address.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => "0");
  return [...head, ...zeros, ...tail].slice(0, 4).join(":");
}
