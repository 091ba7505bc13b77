import { expect, it } from "vitest";
import { createRespond } from "../../../src/bot/slack/respond.ts";
import { says } from "../support/fake-slack.ts";

const message = { text: "Done.", blocks: [] };

it.each<[header: Record<string, string>, waits: object]>([
  [{ "retry-after": "60" }, { retryAfterMs: 60_000 }],
  [{ "retry-after": "99 seconds" }, { retryAfterMs: 99_000 }],
])("is a limit for as long as Slack says: %j", async (headers, waits) => {
  const respond = createRespond(async () => says({}, 429, headers));

  expect(await respond("https://hooks.example/1", message)).toMatchObject({
    ok: false,
    error: { kind: "unreachable", code: "ratelimited", ...waits },
  });
});

it.each<[what: string, headers: Record<string, string>]>([
  ["names no time", {}],
  ["names a time that is none", { "retry-after": "soon" }],
])("is sent again soon after a limit that %s", async (_what, headers) => {
  const answers = [says({}, 429, headers), says({ ok: true })];
  const heard: (string | undefined)[] = [];
  const respond = createRespond(async () => answers.shift() ?? says({}, 500), {
    troubles: { hear: (_method, fault) => void heard.push(fault && JSON.stringify(fault)) },
  });

  expect(await respond("https://hooks.example/1", message)).toEqual({ ok: true, value: undefined });
  expect(heard).toHaveLength(2);
  expect(heard[0]).toContain("ratelimited");
  expect(heard[0]).not.toContain("retryAfterMs");
});
