import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { inspect } from "node:util";
import { withFault } from "./faulty-reply.ts";
import { createInjectedFaults, type FailNext, type InjectedFault } from "./injected-fault.ts";
import { type HttpReply, type HttpRequest, htmlReply } from "./message.ts";

const largestBody = 1_000_000;

export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The SOAP operation or the task, where there is one. */
  readonly name: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface RecordedReply {
  readonly at: number;
  readonly path: string;
  readonly name: string;
  readonly status: number;
  readonly body: string;
}

/** A server on loopback that records what passes through it and fails on request. */
export interface Door {
  readonly failNext: FailNext;
  readonly clearFaults: () => void;
  readonly requests: readonly RecordedRequest[];
  readonly replies: readonly RecordedReply[];
  /** @returns the origin */
  listen(port: number): Promise<string>;
  stop(): Promise<void>;
}

interface DoorOptions {
  readonly now: () => number;
  /** The name of what is asked for, for aiming faults and reading the record. */
  readonly nameOf: (request: HttpRequest) => string;
  readonly handle: (request: HttpRequest, fault: InjectedFault | undefined) => HttpReply;
  /** Hears of each request before it is handled. */
  readonly onRequest?: (name: string) => void;
}

export function createDoor({ now, nameOf, handle, onRequest }: DoorOptions): Door {
  const faults = createInjectedFaults();
  const requests: RecordedRequest[] = [];
  const replies: RecordedReply[] = [];
  const delayed = new Set<NodeJS.Timeout>();

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    if (request === undefined) {
      send(outgoing, { ...htmlReply(413, "Request Entity Too Large"), name: "", path: "" });
      return;
    }
    const { method, path, headers, body } = request;
    const name = nameOf(request);
    requests.push({ at: now(), method, path, name, headers, body });
    onRequest?.(name);
    const fault = faults.take(name, path);
    const outcome = withFault(fault, () => handle(request, fault));
    if (outcome.reply === undefined) {
      incoming.socket.destroy();
      return;
    }
    const reply = { ...outcome.reply, name, path };
    if (outcome.isCut) cutShort(outgoing, reply);
    else if (outcome.delayMs > 0) later(outcome.delayMs, () => send(outgoing, reply));
    else send(outgoing, reply);
  }

  function send(
    outgoing: ServerResponse,
    { name, path, ...reply }: HttpReply & { readonly name: string; readonly path: string },
  ): void {
    replies.push({ at: now(), path, name, status: reply.status, body: reply.body });
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  }

  function later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      delayed.delete(timer);
      act();
    }, ms);
    delayed.add(timer);
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent || outgoing.destroyed) return;
      outgoing.writeHead(500, { "content-type": "text/plain" }).end(`Emulator: ${inspect(error)}`);
    });
  });
  return {
    failNext: faults.failNext,
    clearFaults: faults.clear,
    requests,
    replies,
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => resolve(originOf(server.address())));
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const timer of delayed) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function originOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): string {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

/** Announces the whole answer, sends half of it and hangs up. */
function cutShort(outgoing: ServerResponse, { status, headers, body }: HttpReply): void {
  outgoing.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(body)) });
  outgoing.write(body.slice(0, Math.floor(body.length / 2)), () => outgoing.destroy());
}

async function readRequest(incoming: IncomingMessage): Promise<HttpRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) return undefined;
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  return {
    method: incoming.method ?? "GET",
    path: decodeURI(url.pathname),
    target: incoming.url ?? "/",
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
