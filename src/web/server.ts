import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { describeError } from "../describe-error.ts";
import type { Log } from "../flows/ports/ports.ts";
import type { Secret } from "../secret.ts";
import { type Asset, readAssets } from "./assets.ts";
import { toHeaders } from "./headers.ts";
import type { Action, Page } from "./page.ts";
import { readBody } from "./read-body.ts";
import { type Call, refuse } from "./refuse.ts";

export interface WebOptions {
  /** Where browsers reach the pages. Other hosts and origins are refused. */
  readonly url: URL;
  readonly listen: { readonly port: number; readonly host: string };
  /** Without it the pages are served as HTTP, to a proxy that ends TLS. */
  readonly tls?: { readonly cert: string; readonly key: Secret };
  readonly pages: readonly Page[];
  readonly log: Log;
}

export interface WebServer {
  readonly start: () => Promise<void>;
  /** Takes nothing new and lets what is running end, for five seconds at the most. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds. */
const limits = { requestTimeout: 10_000, headersTimeout: 5000, keepAliveTimeout: 5000 };
const mostConnections = 256;
const drainMs = 5000;

/** The bot's own small web server: pages and nothing else. Creating it does nothing outside; `start` does. */
export function createWebServer(options: WebOptions): WebServer {
  const site = toSite(options);
  const server = createListener(
    options,
    (request, response) => void serve(site, request, response),
  );
  server.maxConnections = mostConnections;
  return {
    start: async () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      server.once("error", reject);
      server.listen(options.listen, resolve);
      await promise;
      server.off("error", reject);
    },
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), drainMs);
      await promise;
      clearTimeout(timer);
    },
  };
}

function createListener(
  { tls }: WebOptions,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  if (tls === undefined) return createServer(limits, listener);
  const { cert, key } = tls;
  return createTlsServer({ ...limits, cert, key: key.reveal(), minVersion: "TLSv1.2" }, listener);
}

interface Site extends Pick<WebOptions, "url" | "log"> {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly actions: ReadonlyMap<string, Action>;
}

function toSite({ url, pages, log }: WebOptions): Site {
  const actions = pages.flatMap(({ path, actions: own }) =>
    Object.entries(own).map(([name, action]): [string, Action] => [`${path}/${name}`, action]),
  );
  return { url, log, assets: readAssets(pages), actions: new Map(actions) };
}

async function serve(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of toHeaders(site.url)) response.setHeader(name, value);
  const { method, headers } = request;
  const call: Call = { method, headers, path: String(request.url).replace(/\?.*$/s, "") };
  const no = refuse(call, { url: site.url, posts: site.actions, gets: site.assets });
  if (no !== undefined) return end(response, no.status, { words: no.words });
  const asset = site.assets.get(call.path);
  if (asset !== undefined) {
    response.setHeader("content-type", asset.type);
    response.end(method === "HEAD" ? undefined : asset.content);
    return;
  }
  const action = site.actions.get(call.path);
  if (action !== undefined) await answer(site, { request, response, action });
}

async function answer(
  { log }: Site,
  {
    request,
    response,
    action,
  }: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly action: Action;
  },
): Promise<void> {
  const body = await readBody(request);
  if (!body.ok) return end(response, body.error, { words: "The bot cannot read this request." });
  try {
    const answered = await action(body.value);
    if (answered.kind === "done") end(response, 200, answered.body);
    else end(response, 409, { words: answered.words });
  } catch (error) {
    const id = randomBytes(6).toString("hex");
    log.error({ id, error: describeError(error) }, "a page's request broke");
    const words = `Something went wrong inside the bot, and it is in its log. Look in Slack whether it counted. If it stays so, quote ${id} to the bot's operators.`;
    end(response, 500, { words });
  }
}

function end(response: ServerResponse, status: number, body: object): void {
  // What was not read of the request is not waited for.
  if (status >= 400) response.setHeader("connection", "close");
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
