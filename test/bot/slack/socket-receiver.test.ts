import { App } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { startSlack } from "../../../sandbox/slack/start-slack.ts";
import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import {
  createSocketReceiver,
  type SocketReceiver,
} from "../../../src/bot/slack/socket-receiver.ts";
import { createFakeLog, type FakeLog } from "../../support/fakes/fake-log.ts";
import { aSocket, hello } from "./a-socket.ts";

interface Stage {
  readonly slack: Slack;
  readonly receiver: SocketReceiver;
  readonly log: FakeLog;
  /** The command has arrived, and is not acknowledged yet. */
  readonly arrived: Promise<void>;
  /** Lets it be acknowledged. */
  readonly goOn: () => void;
}

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

/** A workspace, and an app with one command that waits before it acknowledges. */
async function openStage(ackTimeoutMs?: number): Promise<Stage> {
  const slack = await startSlack({
    signingSecret: "shhh",
    botToken: "xoxb-1",
    appToken: "xapp-1",
    team: { id: "T01", name: "Northwind", domain: "northwind" },
    people: [{ id: "UANN", name: "ann" }],
    channels: [],
    delivery: { kind: "socket" },
    ...(ackTimeoutMs !== undefined && { ackTimeoutMs }),
  });
  closings.push(() => slack.stop());
  const log = createFakeLog();
  const logger = createBoltLog(log);
  const receiver = createSocketReceiver({ appToken: "xapp-1", apiUrl: slack.apiUrl, logger });
  closings.push(() => receiver.stop());
  const app = new App({ receiver, logger, authorize: async () => ({ botToken: "xoxb-1" }) });
  const arrived = Promise.withResolvers<void>();
  const waiting = Promise.withResolvers<void>();
  app.command("/isu", async ({ ack }) => {
    arrived.resolve();
    await waiting.promise;
    await ack("at last");
    await ack("and again");
  });
  await receiver.start();
  return { slack, receiver, log, arrived: arrived.promise, goOn: () => waiting.resolve() };
}

/** What the person who typed the command was told. */
function told({ slack }: Stage): readonly string[] {
  return slack.ephemerals("ann").map(({ text }) => text);
}

describe("a payload", () => {
  it("is acknowledged over the connection that brought it, also after Slack asked to renew that", async () => {
    const stage = await openStage();
    const { slack } = stage;
    const typed = slack.person("ann").command("/isu");
    await stage.arrived;

    slack.dropConnections("refresh", { graceMs: 1000 });
    await slack.until(() => slack.connections() === 4);
    stage.goOn();

    expect(await typed).toEqual({ kind: "acknowledged" });
    expect(told(stage)).toEqual(["at last"]);
    await slack.until(() => slack.connections() === 2);
  });

  it("is acknowledged over another connection where its own has broken", async () => {
    const stage = await openStage();
    const { slack, log } = stage;
    const typed = slack.person("ann").command("/isu");
    await stage.arrived;

    slack.dropConnections("cut");
    await expect.poll(() => log.lines).toHaveLength(2);
    stage.goOn();

    expect(await typed).toEqual({ kind: "acknowledged" });
    expect(told(stage)).toEqual(["at last"]);
  });

  it("is acknowledged as soon as a connection is open again", async () => {
    const stage = await openStage();
    const { slack, receiver } = stage;
    const typed = slack.person("ann").command("/isu");
    await stage.arrived;

    slack.refuseAppToken();
    slack.dropConnections("cut");
    await expect.poll(() => receiver.findTrouble()).toContain("refuses");
    stage.goOn();
    slack.refuseAppToken(false);

    expect(await typed).toEqual({ kind: "acknowledged" });
  });

  it("that cannot be acknowledged in time is a line in the log", async () => {
    const stage = await openStage(100);
    const { slack, log, receiver } = stage;
    const typed = slack.person("ann").command("/isu");
    await stage.arrived;

    slack.refuseAppToken();
    slack.dropConnections("cut");
    await expect.poll(() => receiver.findTrouble()).toContain("refuses");
    stage.goOn();

    expect(await typed).toMatchObject({ kind: "failed" });
    await expect
      .poll(() => log.lines.map(({ text }) => text))
      .toContain("Slack got no acknowledgement: no socket was open in time.");
  });

  it("that is on its way when the bot stops is acknowledged first", async () => {
    const stage = await openStage();
    const { slack, receiver } = stage;
    const typed = slack.person("ann").command("/isu");
    await stage.arrived;

    const stopped = receiver.stop();
    stage.goOn();

    expect(await typed).toEqual({ kind: "acknowledged" });
    await stopped;
    await slack.until(() => slack.connections() === 0);
  });
});

describe("a payload that Slack sends again", () => {
  const payload = { command: "/isu", team_id: "T01", user_id: "UANN", channel_id: "C01", text: "" };
  const envelope = { type: "slash_commands", payload, retry_reason: "timeout" };

  it("says so, and is acknowledged like any other", async () => {
    const first = JSON.stringify({ ...envelope, envelope_id: "1", retry_attempt: 3 });
    const { fetch, received } = await aSocket(hello, first);
    const logger = createBoltLog(createFakeLog());
    const receiver = createSocketReceiver({ appToken: "xapp-1", fetchAsApp: fetch, logger });
    closings.push(() => receiver.stop());
    const app = new App({ receiver, logger, authorize: async () => ({ botToken: "xoxb-1" }) });
    const heard: unknown[] = [];
    app.command("/isu", async ({ ack, context }) => {
      heard.push([context.retryNum, context.retryReason]);
      await ack();
    });

    await receiver.start();

    await expect.poll(() => received).toContain('{"envelope_id":"1","payload":{}}');
    expect(heard[0]).toEqual([3, "timeout"]);
  });
});

describe("two sockets", () => {
  it("are both open from the start, and stay closed once the bot has stopped", async () => {
    const { slack, receiver } = await openStage();
    expect([slack.connections(), receiver.findTrouble()]).toEqual([2, undefined]);
    const begun = slack.traffic.length;

    await receiver.stop();
    await slack.until(() => slack.connections() === 0);

    expect(slack.countCalls(begun).get("apps.connections.open")).toBeUndefined();
  });

  it.each([
    ["Slack has trouble", { kind: "status", status: 503 }],
    ["Slack breaks off", { kind: "cut" }],
    ["Slack slows the bot down", { kind: "ratelimit", retryAfterSeconds: 1 }],
    ["Slack answers with its own trouble", { kind: "error", error: "internal_error" }],
  ] as const)("are opened again after %s", async (_what, fault) => {
    const { slack, receiver } = await openStage();
    slack.failNext({ method: "apps.connections.open", ...fault, times: 4 });
    slack.dropConnections("cut");

    await expect.poll(() => receiver.findTrouble()).toContain("cannot be opened");
    await expect.poll(() => slack.connections()).toBe(2);

    expect(receiver.findTrouble()).toBeUndefined();
  });
});
