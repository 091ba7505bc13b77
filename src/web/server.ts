import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describeError } from "../describe-error.ts";
import type { Log } from "../flows/ports/log.ts";
import { createHttpServer, type HttpOptions, type HttpServer } from "../http-server.ts";
import { readBody } from "../read-body.ts";
import { err, ok, type Result } from "../result.ts";
import { type Asset, readAssets } from "./assets.ts";
import { toHeaders } from "./headers.ts";
import type { Action, Page } from "./page.ts";
import { type PageRequest, refusePageRequest } from "./refuse.ts";

export interface WebOptions extends Pick<HttpOptions, "listen" | "tls"> {
  /** Where browsers reach the pages. Other hosts and origins are refused. */
  readonly url: URL;
  readonly pages: readonly Page[];
  readonly log: Log;
}

/** Bytes. An authenticator's answer takes a few thousand. */
const mostBytes = 65_536;

/** The bot's own pages and nothing else. Creating the server does nothing outside; `start` does. */
export function createWebServer(options: WebOptions): HttpServer {
  const site = toSite(options);
  return createHttpServer({
    ...options,
    answer: (request, response) => serve(site, request, response),
    onBug: (error) => options.log.error({ error: describeError(error) }, "the pages' server broke"),
  });
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
  const call: PageRequest = { method, headers, path: String(request.url).replace(/\?.*$/s, "") };
  const no = refusePageRequest(call, { url: site.url, posts: site.actions, gets: site.assets });
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
  const body = await readJson(request);
  if (!body.ok) return end(response, body.error, { words: "The bot cannot read this request." });
  try {
    const answered = await action(body.value);
    if (answered.kind === "done") end(response, 200, answered.body);
    else end(response, 409, { words: answered.words });
  } catch (error) {
    const id = randomBytes(6).toString("hex");
    log.error({ id, error: describeError(error) }, "a page's request broke");
    const words = `Something went wrong inside the bot. Look in Slack whether what you did counted. If it happens again, give the bot's operators the id ${id}.`;
    end(response, 500, { words });
  }
}

/** The error is the status to answer with. */
async function readJson(request: IncomingMessage): Promise<Result<unknown, 400 | 413>> {
  const body = await readBody(request, mostBytes);
  if (!body.ok) return body;
  try {
    return ok(JSON.parse(body.value.toString("utf8")));
  } catch {
    return err(400);
  }
}

function end(response: ServerResponse, status: number, body: object): void {
  // What was not read of the request is not waited for.
  if (status >= 400) response.setHeader("connection", "close");
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
