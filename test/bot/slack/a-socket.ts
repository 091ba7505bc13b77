import type { webApi } from "@slack/bolt";
import { onTestFinished } from "vitest";
import { WebSocketServer } from "ws";
import { findFreePort } from "../../../sandbox/free-port.ts";

export interface ASocket {
  /** Answers whoever asks Slack where to connect to. */
  readonly fetch: webApi.FetchFunction;
  /** What was sent back over the sockets, as text. */
  readonly received: readonly string[];
}

export const hello = JSON.stringify({ type: "hello" });

/** A socket of Slack's that says this to whoever connects, and closes when it has nothing to say. */
export async function aSocket(...says: readonly string[]): Promise<ASocket> {
  const received: string[] = [];
  const port = await findFreePort();
  const server = new WebSocketServer({ host: "127.0.0.1", port });
  server.on("connection", (socket) => {
    socket.on("message", (data: Buffer) => received.push(data.toString()));
    for (const one of says) socket.send(one);
    if (says.length === 0) socket.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  return {
    fetch: async () => Response.json({ ok: true, url: `ws://127.0.0.1:${port}` }),
    received,
  };
}
