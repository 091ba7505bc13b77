import { expect, it } from "vitest";
import { waitMsAfter } from "../../../src/bot/slack/keep-socket-open.ts";
import type { SlackFault } from "../../../src/bot/slack/slack-call.ts";

const slowDown: SlackFault = {
  kind: "unreachable",
  outside: "Slack",
  words: "Slack asks the bot to slow down.",
  code: "ratelimited",
  retryAfterMs: 45_000,
};

it("waits twice as long after each failure, up to half a minute", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 400].map((failures) => waitMsAfter(failures));

  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

it("waits as long as Slack asks for", () => {
  expect(waitMsAfter(1, slowDown)).toBe(45_000);
});
