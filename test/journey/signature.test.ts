import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { allWithPlay, type Play } from "../support/processes/play.ts";

const command = new URLSearchParams({
  command: "/workday-isu",
  text: "create viva-learning",
  team_id: "T0ACME",
  user_id: "UANN",
  channel_id: "C0WORKDAY",
  trigger_id: "1.2.3",
  response_url: "http://127.0.0.1:9/",
}).toString();

function sign(secret: string, timestamp: number, body: string): string {
  const text = `v0:${timestamp}:${body}`;
  return `v0=${createHmac("sha256", secret).update(text).digest("hex")}`;
}

async function deliver({ port }: Play, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: command,
  });
  await answer.arrayBuffer();
  return answer.status;
}

describe("a request that says it is Slack's", () => {
  const play = allWithPlay();

  it.each<[what: string, headers: (secret: string, now: number) => Record<string, string>]>([
    ["without a signature", () => ({})],
    [
      "with a signature of another secret",
      (_secret, now) => ({
        "x-slack-request-timestamp": String(now),
        "x-slack-signature": sign("another secret", now, command),
      }),
    ],
    [
      "signed for another body",
      (secret, now) => ({
        "x-slack-request-timestamp": String(now),
        "x-slack-signature": sign(secret, now, `${command}&x=1`),
      }),
    ],
    [
      "signed an hour ago",
      (secret, now) => ({
        "x-slack-request-timestamp": String(now - 3_600),
        "x-slack-signature": sign(secret, now - 3_600, command),
      }),
    ],
  ])("is refused %s, and nothing is done", async (_what, headers) => {
    const { slack, tokens } = play();
    const before = slack.traffic.length;

    const status = await deliver(play(), headers(tokens.signingSecret, nowSeconds()));

    expect(status).toBe(401);
    expect(slack.traffic).toHaveLength(before);
  });

  it("is taken with the signature of this app", async () => {
    const { tokens } = play();
    const now = nowSeconds();

    const status = await deliver(play(), {
      "x-slack-request-timestamp": String(now),
      "x-slack-signature": sign(tokens.signingSecret, now, command),
    });

    expect(status).toBe(200);
  });
});

function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}
