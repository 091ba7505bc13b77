import type { ServerResponse } from "node:http";
import type { Logger } from "@slack/bolt";
import { describeError } from "../../describe-error.ts";
import { createHttpServer, type HttpOptions, type HttpServer } from "../../http-server.ts";

export interface PortOptions extends Pick<HttpOptions, "listen"> {
  readonly logger: Logger;
  /** Whether what the bot works with answers: its database. */
  readonly isReady: () => Promise<boolean>;
  /** Why the bot cannot work with Slack, in words; `undefined` where it can, or cannot tell. */
  readonly findTrouble?: () => Promise<string | undefined>;
  /** Numbers in the text form of Prometheus; without it there is no `/metrics`. */
  readonly readMetrics?: () => Promise<string>;
}

/** Answers of the port, by method and path. */
type Routes = Readonly<Record<string, HttpOptions["answer"]>>;

/** The port beside the pages: `/healthz` (the process lives), `/readyz` (it can work, or why not) and `/metrics`. */
export function createPort(options: PortOptions, more: Routes = {}): HttpServer {
  const { listen, logger, readMetrics } = options;
  const routes = new Map<string, HttpOptions["answer"]>(
    Object.entries({
      "GET /healthz": async (_, response) => answerPlainly(response, 200, "alive"),
      "GET /readyz": async (_, response) => answerReady(response, options),
      ...(readMetrics && {
        "GET /metrics": async (_, response) => answerMetrics(response, readMetrics),
      }),
      ...more,
    } satisfies Routes),
  );
  return createHttpServer({
    listen,
    answer: async (request, response) => {
      const path = String(request.url).replace(/\?.*$/s, "");
      const route = routes.get(`${request.method} ${path}`);
      if (route === undefined) answerPlainly(response, 404, "There is nothing here.");
      else await route(request, response);
    },
    onBug: (error) => logger.error(`A request to Slack's port broke: ${describeError(error)}`),
  });
}

async function answerReady(
  response: ServerResponse,
  { isReady, findTrouble }: Pick<PortOptions, "isReady" | "findTrouble">,
): Promise<void> {
  const isAble = await isReady().catch(() => false);
  const trouble = (await findTrouble?.()) ?? (isAble ? undefined : "The database does not answer.");
  if (trouble === undefined) answerPlainly(response, 200, "ready");
  else answerPlainly(response, 503, `not ready: ${trouble}`);
}

/** The text form of Prometheus, version 0.0.4. */
async function answerMetrics(
  response: ServerResponse,
  readMetrics: () => Promise<string>,
): Promise<void> {
  const text = await readMetrics();
  response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
  answerPlainly(response, 200, text);
}

/** After a refusal the rest of a request is not waited for. */
export function answerPlainly(response: ServerResponse, status: number, words: string): void {
  if (status >= 400) response.setHeader("connection", "close");
  response.writeHead(status).end(words);
}
