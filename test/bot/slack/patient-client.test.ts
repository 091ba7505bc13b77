import { expect, it } from "vitest";
import { PatientClient } from "../../../src/bot/slack/patient-client.ts";

/** The client, with what Slack's socket would hand to it. */
class Receiving extends PatientClient {
  readonly heard: unknown[] = [];

  constructor() {
    super("xapp-1", {});
    this.on("leaving", (reason: unknown) => this.heard.push(reason));
    this.on("slack_event", ({ body }: { readonly body: unknown }) => this.heard.push(body));
  }

  async receive(data: string | ArrayBuffer): Promise<readonly unknown[]> {
    await this.onWebSocketMessage(data, typeof data !== "string");
    return this.heard;
  }
}

it.each<[what: string, data: string | ArrayBuffer, heard: readonly unknown[]]>([
  [
    "that it closes, and why",
    '{"type":"disconnect","reason":"refresh_requested"}',
    ["refresh_requested"],
  ],
  ["that it closes, without a reason", '{"type":"disconnect"}', ["no_reason"]],
  ["a payload", '{"type":"slash_commands","envelope_id":"1","payload":{"a":1}}', [{ a: 1 }]],
  ["bytes", new ArrayBuffer(2), []],
  ["no JSON", "<html>", []],
  ["a number", "7", []],
  ["nothing", "null", []],
])("hears from Slack %s", async (_what, data, heard) => {
  expect(await new Receiving().receive(data)).toEqual(heard);
});
