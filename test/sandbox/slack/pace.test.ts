import { afterEach, describe, expect, it } from "vitest";
import { type Office, openOffice } from "./office.ts";

let office: Office | undefined;
afterEach(async () => {
  await office?.stop();
  office = undefined;
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

async function post({ slack }: Office, channel: string): Promise<Answer> {
  const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: "POST",
    headers: { authorization: "Bearer xoxb-test", "content-type": "application/json" },
    body: JSON.stringify({ channel, text: "hi" }),
  });
  return {
    status: answer.status,
    retryAfter: answer.headers.get("retry-after"),
    body: await answer.json(),
  };
}

describe("a Slack with limits", () => {
  it("answers 429 with whole seconds above them, and takes the call when they are over", async () => {
    const clock = { now: 1_000_000 };
    office = await openOffice("http", { pace: 1, now: () => clock.now });
    const { slack } = office;
    for (let at = 0; at < 4; at += 1) await post(office, "C01");

    const refused = await post(office, "C01");
    const elsewhere = await post(office, "UANN");
    clock.now += 4000;
    const later = await post(office, "C01");

    expect(refused).toEqual({
      status: 429,
      retryAfter: "4",
      body: { ok: false, error: "ratelimited" },
    });
    expect([elsewhere.status, later.status]).toEqual([200, 200]);
    expect(slack.messages("C01")).toHaveLength(5);
  });

  it("counts a person's id and the conversation with them as one channel", async () => {
    office = await openOffice("http", { pace: 1, now: () => 1_000_000 });
    const { slack } = office;
    await post(office, "UANN");
    const direct = slack.directMessages("ann")[0]?.channel ?? "";
    await post(office, direct);
    await post(office, "UANN");
    await post(office, direct);

    expect((await post(office, "UANN")).status).toBe(429);
    expect((await post(office, direct)).status).toBe(429);
  });
});

describe("a Slack without limits", () => {
  it("takes every call, and counts them by method", async () => {
    office = await openOffice("http");
    const { slack } = office;
    await post(office, "C01");
    const begun = slack.traffic.length;
    for (let at = 0; at < 20; at += 1) expect((await post(office, "C01")).status).toBe(200);

    expect(slack.countCalls().get("chat.postMessage")).toBe(21);
    expect(slack.countCalls(begun).get("chat.postMessage")).toBe(20);
    expect(slack.countCalls(begun).get("chat.update")).toBeUndefined();
  });
});
