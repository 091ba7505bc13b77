import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { actOnStage } from "./act.ts";
import { readAssets, securityHeaders } from "./assets.ts";
import { readJson } from "./body.ts";
import { createEventStream } from "./event-stream.ts";
import { isOwnHost, turnAway } from "./guard.ts";
import { cast, createStateReader } from "./page-state.ts";
import type { Stage } from "./stage.ts";
import { createWireReader } from "./wire/read-wire.ts";

export interface Page {
  readonly url: string;
  /** False when the wanted port was taken and a free one was picked. */
  readonly isWantedPort: boolean;
  readonly stop: () => Promise<void>;
}

/** Serves the page on loopback. It holds no state: everything shown is read from the stage. */
export async function startPage(stage: Stage, wantedPort: number): Promise<Page> {
  const token = randomBytes(24).toString("base64url");
  const assets = readAssets(token);
  const wire = createWireReader(stage);
  const readState = createStateReader(stage, wire);
  const stream = createEventStream(stage, readState);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, wantedPort);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://page");
    if (pathname === "/events") {
      openStream(request, response, searchParams);
    } else if (pathname === "/act" && request.method === "POST") {
      await perform(request, response);
    } else {
      sendAsset(request, response, pathname);
    }
  }

  function openStream(
    request: IncomingMessage,
    response: ServerResponse,
    asked: URLSearchParams,
  ): void {
    const away = turnAway(request, { port, token }, asked.get("token") ?? undefined);
    const person = cast.find(({ id }) => id === asked.get("person"));
    if (away !== undefined || person === undefined) {
      sendText(response, away?.status ?? 404, away?.why ?? "Nobody has this id.");
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    stream.add(response, person.id);
  }

  async function perform(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = request.headers["x-sandbox-token"];
    const away = turnAway(request, { port, token }, typeof given === "string" ? given : undefined);
    const outcome =
      away === undefined
        ? await actOnStage({ stage, wire }, await readJson(request))
        : { ok: false, message: away.why };
    stream.changed();
    response.writeHead(away?.status ?? 200, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(outcome));
  }

  function sendAsset(request: IncomingMessage, response: ServerResponse, path: string): void {
    const asset = assets.get(path);
    if (!isOwnHost(request, port)) {
      sendText(response, 421, "This server answers on 127.0.0.1 only.");
    } else if (asset === undefined || request.method !== "GET") {
      sendText(response, 404, "There is nothing here.");
    } else {
      response.writeHead(200, { "content-type": asset.type });
      response.end(asset.body);
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    isWantedPort: port === wantedPort,
    stop: async () => {
      stream.close();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(text);
}

/** Takes the wanted port, or a free one when somebody else has it. */
async function listen(server: Server, wanted: number): Promise<number> {
  try {
    return await listenOn(server, wanted);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    return listenOn(server, 0);
  }
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port to listen on");
  return address.port;
}
