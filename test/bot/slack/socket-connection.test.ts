import type { webApi } from "@slack/bolt";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  createSocketConnection,
  type SocketConnection,
  type SocketDelivery,
} from "../../../src/bot/slack/socket-connection.ts";
import { aSocket, hello } from "./a-socket.ts";

interface Stage {
  readonly connection: SocketConnection;
  readonly delivered: readonly SocketDelivery[];
}

function connect(fetch: webApi.FetchFunction): Stage {
  const delivered: SocketDelivery[] = [];
  const connection = createSocketConnection({
    appToken: "xapp-1",
    clientOptions: { fetch, retryConfig: { retries: 0 } },
    deliver: (one) => void delivered.push(one),
  });
  onTestFinished(() => connection.close());
  return { connection, delivered };
}

function write(envelope: object): string {
  return JSON.stringify({ type: "slash_commands", ...envelope });
}

describe("a socket of Slack's", () => {
  it.each<[what: string, says: readonly string[], code: string]>([
    [
      "says at once that it closes",
      ['{"type":"disconnect","reason":"link_disabled"}'],
      "link_disabled",
    ],
    ["closes without a word", [], "closed_before_hello"],
  ])("is not open where it %s", async (_what, says, code) => {
    const { connection } = connect((await aSocket(...says)).fetch);

    expect(await connection.open()).toMatchObject({
      ok: false,
      error: { kind: "unreachable", code },
    });
  });

  it("is not open where Slack names no address", async () => {
    const { connection } = connect(async () => Response.json({ ok: true }));

    expect(await connection.open()).toMatchObject({ ok: false, error: { code: "no_address" } });
    expect(connection.isOpen()).toBe(false);
  });

  it("hands on what is a delivery, how often it was tried, and nothing else", async () => {
    const socket = await aSocket(
      hello,
      write({ envelope_id: "without a payload" }),
      write({ payload: { without: "an id" } }),
      write({ envelope_id: "1", payload: { a: 1 }, retry_attempt: 2, retry_reason: "timeout" }),
      write({ envelope_id: "2", payload: { b: 2 } }),
    );
    const { connection, delivered } = connect(socket.fetch);

    expect(await connection.open()).toEqual({ ok: true, value: undefined });
    await expect
      .poll(() => delivered)
      .toEqual([
        { envelopeId: "1", body: { a: 1 }, retryNum: 2, retryReason: "timeout" },
        { envelopeId: "2", body: { b: 2 }, retryNum: undefined, retryReason: undefined },
      ]);
    expect(await connection.acknowledge("1", {})).toBe(true);
    await expect.poll(() => socket.received).toEqual(['{"envelope_id":"1","payload":{}}']);
  });
});
