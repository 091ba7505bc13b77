import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

export interface Incoming {
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** Names decoded: the SDK sends `api%2Dversion`. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly hasBody: boolean;
  /** Whether the body says that it is JSON, and is. */
  readonly hasJson: boolean;
  readonly body: unknown;
}

/** More than any request the vault takes. */
const largestBody = 1_000_000;

export async function readRequest(request: IncomingMessage): Promise<Incoming> {
  const url = new URL(request.url ?? "/", "http://vault.invalid");
  const text = await readText(request);
  const isJson = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  const body = isJson ? parseJson(text) : undefined;
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: new Map(url.searchParams),
    headers: request.headers,
    hasBody: text !== "",
    hasJson: body !== undefined,
    body,
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new Error("The request is read as bytes");
    size += chunk.length;
    if (size > largestBody) throw new Error("The request is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
