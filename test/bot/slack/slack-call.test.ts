import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import { callSlack, createSlackClients } from "../../../src/bot/slack/slack-call.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { createFakeSlack, refuses, says } from "../support/fake-slack.ts";
import { matching } from "../support/like.ts";

const Anything = z.object({});

async function updateWith(answer: () => Response): Promise<unknown> {
  const { once } = createFakeSlack({ "chat.postMessage": answer });
  return callSlack(() => once.chat.postMessage({ channel: "C1", text: "x" }), Anything);
}

function fail(code: unknown): never {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
}

describe("callSlack", () => {
  it.each<[what: string, answer: () => Response, fault: object]>([
    [
      "a channel that is gone",
      () => refuses("is_archived"),
      { kind: "rejected", words: /channel/ },
    ],
    ["a missing scope", () => refuses("missing_scope"), { kind: "denied", words: /scopes/ }],
    ["Slack's own trouble", () => refuses("internal_error"), { kind: "unknown", words: /trouble/ }],
    ["a limit, as a word", () => refuses("ratelimited"), { kind: "unreachable", words: /slow/ }],
    ["any other no", () => refuses("too_odd"), { kind: "rejected", words: /\(too_odd\)/ }],
    [
      "a no that is no code",
      () => refuses("<script> xoxb-1"),
      { kind: "rejected", words: /\(an_odd_error\)/ },
    ],
    ["a server's error", () => says({}, 502), { kind: "unknown", words: /HTTP 502/ }],
    ["a client's error", () => says({}, 400), { kind: "rejected", words: /HTTP 400/ }],
    ["no JSON", () => new Response("<html>"), { kind: "rejected", words: /odd/ }],
    ["a limit without a time", () => says({}, 429), { kind: "unreachable", words: /slow/ }],
  ])("turns %s into a fault", async (_what, answer, { words, ...fault }: { words?: RegExp }) => {
    expect(await updateWith(answer)).toMatchObject({
      ok: false,
      error: { ...fault, outside: "Slack", words: matching(words ?? /./) },
    });
  });

  it("says how long Slack asks to wait", async () => {
    expect(await updateWith(() => says({}, 429, { "retry-after": "7" }))).toMatchObject({
      error: { kind: "unreachable", retryAfterMs: 7000 },
    });
  });

  it.each([
    ["ECONNREFUSED", "unreachable"],
    ["EHOSTUNREACH", "unreachable"],
    ["CERT_HAS_EXPIRED", "unreachable"],
    ["ECONNRESET", "unknown"],
  ])("tells what never went out from what may have arrived: %s", async (code, kind) => {
    expect(await updateWith(() => fail(code))).toMatchObject({ ok: false, error: { kind } });
  });

  it("repeats a read that got no answer, and never what would be there twice", async () => {
    const slack = createFakeSlack({ "auth.test": fail, "chat.postMessage": fail });

    await callSlack(() => slack.repeating.auth.test(), Anything);
    await callSlack(() => slack.once.chat.postMessage({ channel: "C1", text: "x" }), Anything);

    expect(slack.calls).toEqual(["auth.test", "auth.test", "chat.postMessage"]);
  });

  it("lets a bug be a bug", async () => {
    const { once } = createSlackClients("xoxb-test", { logger: createBoltLog(createFakeLog()) });

    await expect(
      callSlack(() => Promise.reject(new Error(`a bug, not ${once.slackApiUrl}`)), Anything),
    ).rejects.toThrow("a bug");
  });
});

describe("who watches the calls", () => {
  it.each<[what: string, answer: () => Response, options: object, heard: readonly string[]]>([
    ["what went well", () => says({ ok: true }), {}, ["ok"]],
    ["a no that the bot knows", () => refuses("is_archived"), {}, ["rejected", "is_archived"]],
    ["any other no", () => refuses("too_odd"), {}, ["rejected", "other"]],
    ["a bug, which is no no of Slack's", () => says({ ok: true }), { blocks: [1n] }, ["broke"]],
  ])("hears of %s", async (_what, answer, options, expected) => {
    const heard: string[] = [];
    const faults: unknown[] = [];
    const { once } = createSlackClients("xoxb-test", {
      logger: createBoltLog(createFakeLog()),
      fetch: async () => answer(),
      troubles: { hear: (_method, fault) => void faults.push(fault?.code) },
      watch: {
        observe: async (_call, act, judge) => {
          const made = await act();
          heard.push(judge(made));
          return made;
        },
        slackRefused: (_method, code) => void heard.push(code),
      },
    });

    await once.apiCall("chat.postMessage", { ...options }).catch(() => undefined);

    expect(heard).toEqual(expected);
    expect(faults).toHaveLength(expected.includes("broke") ? 0 : 1);
  });
});
