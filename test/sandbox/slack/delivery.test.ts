import { App } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { type Office, openOffice, signingSecret } from "./office.ts";

let office: Office | undefined;
afterEach(async () => {
  await office?.stop();
  office = undefined;
});

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
});
