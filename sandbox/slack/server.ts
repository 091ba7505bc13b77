import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "./faults.ts";
import { takeFault } from "./faults.ts";
import { refuse } from "./reply.ts";
import { parseObject, readArguments, readText } from "./request-body.ts";
import { useResponseUrl } from "./response-urls.ts";
import { recordTraffic } from "./traffic.ts";
import { answerCall } from "./web-api.ts";
import type { World } from "./world.ts";

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The Web API and the response URLs, on loopback. */
export async function startServer(world: World, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answerRequest(world, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(`the sandbox broke: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

async function answerRequest(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? "").replace(/\?.*$/, "");
  const text = await readText(request);
  recordTraffic(world, "from-bot", `${request.method ?? ""} ${path}`, text);

  const act = actionFor(world, request, path, text);
  const method = path.startsWith("/api/") ? path.slice("/api/".length) : "response_url";
  const answer = await withFault(takeFault(world.faults, method), act);
  if (answer === "cut") request.socket.destroy();
  else send(world, response, answer, path);
}

function actionFor(
  world: World,
  request: IncomingMessage,
  path: string,
  text: string,
): () => Answer {
  if (request.method !== "POST") return () => ({ status: 405, body: "method not allowed" });
  if (path.startsWith("/api/")) {
    const { authorization, "content-type": contentType = "" } = request.headers;
    const args = readArguments(contentType, text);
    const method = path.slice("/api/".length);
    return () =>
      refuseOverPace(world, method, args) ?? {
        status: 200,
        body: answerCall(world, { method, authorization, args }),
      };
  }
  if (!path.startsWith("/response/")) return () => ({ status: 404, body: "not found" });
  return () => {
    const refused = useResponseUrl(world, path, parseObject(text));
    return refused === undefined ? { status: 200, body: "ok" } : { status: 404, body: refused };
  };
}

/** A call above the method's limit is not looked at any further. */
function refuseOverPace(
  world: World,
  method: string,
  args: Readonly<Record<string, unknown>> | undefined,
): Answer | undefined {
  const channel = args?.["channel"];
  const seconds = world.pacer.take({
    method,
    ...(typeof channel === "string" && { channel: placeOf(world, channel) }),
  });
  return seconds === undefined ? undefined : tooMany(seconds);
}

/** A person's id and the id of the conversation with them are one place. */
function placeOf(world: World, id: string): string {
  const channel = world.channels.get(id);
  return channel?.kind === "im" ? (channel.members[0] ?? id) : id;
}

function tooMany(seconds: number): Answer {
  return {
    status: 429,
    headers: { "retry-after": String(seconds) },
    body: refuse("ratelimited"),
  };
}

async function withFault(fault: Fault | undefined, act: () => Answer): Promise<Answer | "cut"> {
  switch (fault?.kind) {
    case undefined:
      return act();
    case "delay":
      await wait(fault.ms);
      return act();
    case "error":
      return { status: 200, body: refuse(fault.error) };
    case "ratelimit":
      return tooMany(fault.retryAfterSeconds);
    case "cut":
      if (fault.isPerformed === true) act();
      return "cut";
    case "status":
      if (fault.isPerformed === true) act();
      return { status: fault.status, body: "" };
  }
}

function send(world: World, response: ServerResponse, answer: Answer, path: string): void {
  const isText = typeof answer.body === "string";
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  recordTraffic(world, "to-bot", `answer to ${path}`, body);
  response.writeHead(answer.status, {
    "content-type": isText ? "text/plain" : "application/json; charset=utf-8",
    "x-oauth-scopes": [...world.scopes].join(","),
    ...answer.headers,
  });
  response.end(body);
}
