import { once } from "node:events";
import { App } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { type Office, openOffice, signingSecret } from "./office.ts";

let office: Office | undefined;
afterEach(async () => {
  await office?.stop();
  office = undefined;
});

const Envelope = z.object({ type: z.string(), envelope_id: z.string().optional() });
const Opened = z.object({ url: z.string() });

async function askForSocket(slack: Slack): Promise<unknown> {
  const answer = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: "POST",
    headers: { authorization: "Bearer xapp-test" },
  });
  return answer.json();
}

/** A connection with no library around it, once it has heard its first message. */
async function dial(slack: Slack, first = "hello"): Promise<WebSocket> {
  const socket = new WebSocket(Opened.parse(await askForSocket(slack)).url);
  const heard = z.tuple([z.instanceof(Buffer), z.boolean()]);
  const [data] = heard.parse(await once(socket, "message"));
  expect(Envelope.parse(JSON.parse(String(data))).type).toBe(first);
  return socket;
}

describe("delivery over HTTP", () => {
  it("is turned away by a bot that holds another signing secret", async () => {
    office = await openOffice("http", { signingSecret: `not ${signingSecret}` });

    const outcome = await office.slack.person("ann").command("/isu");

    expect(outcome).toEqual({
      kind: "failed",
      message: '/isu failed with the error "http_client_error"',
    });
  });

  it("can hand a payload over twice at once", async () => {
    office = await openOffice("http");
    const { slack, app } = office;
    const arrived: string[] = [];
    const { promise: bothArrived, resolve } = Promise.withResolvers<undefined>();
    app.command("/isu", async ({ ack, command }) => {
      arrived.push(command.trigger_id);
      if (arrived.length === 2) resolve(undefined);
      await bothArrived;
      await ack();
    });
    slack.deliverTwice({ isAtOnce: true });

    const outcome = await slack.person("ann").command("/isu");

    expect(outcome).toEqual({ kind: "acknowledged" });
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived).size).toBe(1);
  });
});

describe("delivery over Socket Mode", () => {
  it("takes turns among the bot's connections", async () => {
    office = await openOffice("socket");
    const { slack, app } = office;
    const replica = new App({
      token: "xoxb-test",
      appToken: "xapp-test",
      socketMode: true,
      tokenVerificationEnabled: false,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
    await replica.start();
    const answered: string[] = [];
    for (const [name, bot] of Object.entries({ app, replica })) {
      bot.command("/isu", async ({ ack }) => {
        answered.push(name);
        await ack();
      });
    }

    await slack.person("ann").command("/isu");
    await slack.person("ann").command("/isu");
    await replica.stop();
    await slack.until(() => slack.connections() === 1);
    await slack.person("ann").command("/isu");

    expect(answered).toEqual(["app", "replica", "app"]);
  });

  it("fails at once while the bot holds no connection", async () => {
    office = await openOffice("socket");
    const { slack } = office;
    slack.dropConnections("cut");
    await slack.until(() => slack.connections() === 0);

    const outcome = await slack.person("ann").command("/isu");

    expect(outcome).toEqual({
      kind: "failed",
      message: '/isu failed with the error "dispatch_failed"',
    });
  });

  it("goes on over a connection that is refreshed, for as long as the grace", async () => {
    office = await openOffice("socket");
    const { slack } = office;
    const socket = await dial(slack);
    const heard: string[] = [];
    socket.on("message", (data: Buffer) => {
      const { type, envelope_id: id } = Envelope.parse(JSON.parse(data.toString()));
      heard.push(type);
      if (id !== undefined) socket.send(JSON.stringify({ envelope_id: id }));
    });
    // The app's own connection, which is the older one.
    slack.dropConnections("cut", { only: "oldest" });
    await slack.until(() => slack.connections() === 1);

    slack.dropConnections("refresh", { graceMs: 300 });
    const during = await slack.person("ann").command("/isu");
    const closed: unknown[] = await once(socket, "close");
    const after = slack.connections();

    expect(during).toEqual({ kind: "acknowledged" });
    expect(heard).toEqual(["disconnect", "slash_commands"]);
    expect([closed[0], after]).toEqual([1000, 0]);
  });

  it("takes ten connections and sends the eleventh away", async () => {
    office = await openOffice("socket");
    const { slack } = office;
    for (let more = 0; more < 9; more += 1) await dial(slack);

    const eleventh = await dial(slack, "disconnect");

    await once(eleventh, "close");
    expect(slack.connections()).toBe(10);
  });

  it("opens none while the app-level token is refused", async () => {
    office = await openOffice("socket");
    const { slack } = office;
    slack.refuseAppToken();

    const refused = await askForSocket(slack);
    slack.refuseAppToken(false);

    expect(refused).toEqual({ ok: false, error: "invalid_auth" });
    expect(await askForSocket(slack)).toMatchObject({ ok: true });
  });
});
