import type { IncomingMessage, ServerResponse } from "node:http";
import { valueIn } from "./bodies.ts";
import { decide, type VaultParts } from "./decide.ts";
import type { VaultFault } from "./fault-queue.ts";
import { readRequest } from "./read-request.ts";
import { codeOf, send } from "./send.ts";

/** One request and what became of it. Bodies are left out: they carry values. */
export interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was cut instead of answered. */
  readonly status: number;
  /** The inner error code, else the outer one. */
  readonly code?: string;
  /** `system` or a client id; missing on requests without a good token. */
  readonly identity?: string;
  /** The kind of the injected fault, if one was met. */
  readonly fault?: VaultFault["kind"];
}

export interface HandlerParts extends VaultParts {
  readonly valuesSeen: Set<string>;
  readonly record: (exchange: Exchange) => void;
}

export function createRequestHandler(
  parts: HandlerParts,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    handle(parts, request, response).catch(() => response.destroy());
  };
}

async function handle(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await readRequest(request);
  const value = valueIn(incoming.body);
  if (value !== undefined) parts.valuesSeen.add(value);
  const { answer, identity, fault } = await decide(parts, incoming);
  const status = fault?.kind.startsWith("cut-") === true ? 0 : answer.status;
  const code = status === 0 ? undefined : codeOf(answer.body);
  parts.record({
    at: parts.now(),
    method: incoming.method,
    path: incoming.path,
    status,
    ...(code === undefined ? {} : { code }),
    ...(identity === undefined ? {} : { identity }),
    ...(fault === undefined ? {} : { fault: fault.kind }),
  });
  if (status === 0) response.destroy();
  else send(response, incoming, answer);
}
