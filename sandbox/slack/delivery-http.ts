import { createHmac } from "node:crypto";
import { request } from "node:http";
import { type Ack, nameOf, type Parcel } from "./parcel.ts";
import { recordTraffic } from "./traffic.ts";
import type { World } from "./world.ts";

/** Posts a signed payload and waits for the acknowledgement as long as Slack would. */
export async function deliverOverHttp(
  world: World,
  url: string,
  parcel: Parcel,
  attempt: number,
): Promise<Ack> {
  const body = bodyOf(parcel);
  recordTraffic(world, "to-bot", nameOf(parcel), body);
  const headers = {
    "content-type":
      parcel.kind === "event" ? "application/json" : "application/x-www-form-urlencoded",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    ...signatureOf(world, body),
    ...(attempt === 0
      ? {}
      : { "x-slack-retry-num": String(attempt), "x-slack-retry-reason": "http_timeout" }),
  };
  const answer = await post(url, headers, body, world.ackTimeoutMs);
  if (typeof answer === "string") return { kind: "failed", error: answer };

  recordTraffic(world, "from-bot", `acknowledgement of ${nameOf(parcel)}`, answer.text);
  if (answer.status >= 500) return { kind: "failed", error: "http_service_error" };
  if (answer.status !== 200) return { kind: "failed", error: "http_client_error" };
  return { kind: "acknowledged", body: parsed(answer.text) };
}

function bodyOf(parcel: Parcel): string {
  switch (parcel.kind) {
    case "command":
      return new URLSearchParams(parcel.payload).toString();
    case "interactive":
      return new URLSearchParams({ payload: JSON.stringify(parcel.payload) }).toString();
    case "event":
      return JSON.stringify(parcel.payload);
  }
}

/** @see Slack: Verifying requests from Slack */
function signatureOf(world: World, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(world.now() / 1000));
  const digest = createHmac("sha256", world.signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest("hex");
  return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${digest}` };
}

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeoutMs: number,
): Promise<HttpAnswer | "operation_timeout" | "dispatch_failed"> {
  return new Promise((resolve) => {
    const outgoing = request(url, { method: "POST", headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", () => resolve("dispatch_failed"));
      incoming.on("end", () => {
        clearTimeout(timer);
        resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    const timer = setTimeout(() => {
      resolve("operation_timeout");
      outgoing.destroy();
    }, timeoutMs);
    outgoing.on("error", () => {
      clearTimeout(timer);
      resolve("dispatch_failed");
    });
    outgoing.end(body);
  });
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
