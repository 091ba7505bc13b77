import { afterEach, describe, expect, it } from "vitest";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { type Office, openOffice, type Transport } from "./office.ts";

let office: Office | undefined;
afterEach(async () => {
  await office?.stop();
  office = undefined;
});

describe.each<Transport>(["http", "socket"])("a slash command over %s", (transport) => {
  it("shows the answer to the person who typed it, and nobody else", async () => {
    office = await openOffice(transport);
    const { slack, app } = office;
    app.command("/isu", async ({ ack, command }) => ack(`You said ${command.text}`));

    const outcome = await slack.person("ann").command("/isu", "help", { channel: "#workday" });

    expect(outcome).toEqual({ kind: "acknowledged" });
    expect(slack.ephemerals("ann").map(textOf)).toEqual(["You said help"]);
    expect(slack.ephemerals("bob")).toEqual([]);
  });

  it("says what Slack says when the bot does not acknowledge in time", async () => {
    office = await openOffice(transport, { ackTimeoutMs: 50 });
    const { slack, app } = office;
    app.command("/isu", async () => {});

    const outcome = await slack.person("ann").command("/isu");

    const message = '/isu failed with the error "operation_timeout"';
    expect(outcome).toEqual({ kind: "failed", message });
    expect(slack.ephemerals("ann")).toEqual([
      expect.objectContaining({ from: "slackbot", text: message }),
    ]);
  });

  it("hands a payload over twice when told to, the second time as a repeat", async () => {
    office = await openOffice(transport);
    const { slack, app } = office;
    const attempts: (number | undefined)[] = [];
    app.use(async ({ context, next }) => {
      attempts.push(context.retryNum);
      await next();
    });
    app.command("/isu", async ({ ack }) => ack());
    slack.deliverTwice();

    await slack.person("ann").command("/isu");

    expect(attempts).toEqual([undefined, 1]);
  });

  it("refuses the sixth answer through a response_url", async () => {
    office = await openOffice(transport);
    const { slack, app } = office;
    const results: string[] = [];
    app.command("/isu", async ({ ack, respond }) => {
      for (const text of ["1", "2", "3", "4", "5", "6"]) {
        await respond(text).then(
          () => results.push(text),
          () => results.push("refused"),
        );
      }
      await ack();
    });

    await slack.person("ann").command("/isu");

    expect(results).toEqual(["1", "2", "3", "4", "5", "refused"]);
    expect(slack.ephemerals("ann").map(textOf)).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("a slash command", () => {
  it("arrives with ids for names where the app asked for escaping", async () => {
    office = await openOffice("http", { commands: [{ name: "/isu", shouldEscape: true }] });
    const { slack, app } = office;
    app.command("/isu", async ({ ack, command }) => ack({ text: JSON.stringify(command.text) }));

    await slack.person("ann").command("/isu", "@bob in #workday & @approvers <!here>");

    expect(slack.ephemerals("ann")[0]?.text).toBe(
      JSON.stringify("<@UBOB|bob> in <#C01|workday> &amp; <!subteam^S01|@approvers> &lt;!here&gt;"),
    );
  });

  it("is not sent when the app has no such command", async () => {
    office = await openOffice("http", { commands: [{ name: "/isu" }] });

    const outcome = await office.slack.person("ann").command("/iso");

    expect(outcome).toEqual({ kind: "failed", message: "/iso is not a valid command." });
    expect(office.slack.trafficWith("/iso")).toEqual([]);
  });

  it("fails at once when the bot is not there", async () => {
    office = await openOffice("http");
    office.slack.pointAt({ kind: "http", url: "http://127.0.0.1:9/slack/events" });

    const outcome = await office.slack.person("ann").command("/isu");

    expect(outcome).toEqual({
      kind: "failed",
      message: '/isu failed with the error "dispatch_failed"',
    });
  });
});
