import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createBoltLog } from "../../../src/bot/slack/bolt-log.ts";
import { createCallTroubles } from "../../../src/bot/slack/call-troubles.ts";
import { createCheckToken } from "../../../src/bot/slack/check-token.ts";
import {
  callSlack,
  createSlackClients,
  type SlackFault,
} from "../../../src/bot/slack/slack-call.ts";
import { waitOutLimit } from "../../../src/bot/slack/wait-out-limit.ts";
import { err } from "../../../src/result.ts";
import { createFakeLog } from "../../support/fakes/fake-log.ts";
import { refuses, says } from "../support/fake-slack.ts";

function aFault(code: string, kind: "denied" | "rejected" = "rejected"): SlackFault {
  return { kind, outside: "Slack", words: `It is ${code}.`, code };
}

function aLimit(retryAfterMs: number): SlackFault {
  const words = "Slack asks the bot to slow down.";
  return { kind: "unreachable", outside: "Slack", words, code: "ratelimited", retryAfterMs };
}

function createScene() {
  const log = createFakeLog();
  let at = 0;
  const troubles = createCallTroubles({ log, elapsed: () => at });
  return {
    troubles,
    elapsed: () => at,
    goOn: (ms: number) => {
      at += ms;
    },
    texts: () => log.lines.map(({ text }) => text),
  };
}

describe("a trouble with calls", () => {
  it("that comes and goes is one until it stays away for a minute", () => {
    const { troubles, goOn, texts } = createScene();
    for (const _ of [1, 2, 3]) {
      troubles.hear("users.info", aLimit(1000));
      goOn(1000);
      troubles.hear("users.info", undefined);
    }
    expect(texts()).toHaveLength(1);

    goOn(60_000);
    troubles.hear("chat.update", undefined);
    expect(texts()).toHaveLength(1);
    troubles.hear("users.info", undefined);
    troubles.hear("users.info", aLimit(1000));

    expect(texts()).toEqual([
      "Slack limits users.info: what needs it waits until it is over",
      "Slack takes users.info again: it is over",
      "Slack limits users.info: what needs it waits until it is over",
    ]);
  });

  it.each<[method: string, fault: SlackFault, lines: number]>([
    ["views.open", aFault("expired_trigger_id"), 1],
    ["views.update", aFault("not_found"), 0],
    ["views.update", aFault("hash_conflict"), 0],
    ["usergroups.users.list", aFault("no_such_subteam"), 1],
    ["conversations.info", aFault("missing_scope", "denied"), 1],
    ["conversations.info", aFault("channel_not_found"), 0],
    ["chat.postMessage", aFault("token_revoked", "denied"), 1],
  ])("%s, %o, is one or none", (method, fault, lines) => {
    const { troubles, texts } = createScene();

    troubles.hear(method, fault);
    troubles.hear(method, fault);

    expect(texts()).toHaveLength(lines);
  });

  it("with the token is over with any call that Slack takes, but for one without a token", () => {
    const { troubles, texts } = createScene();
    troubles.hear("users.info", aFault("token_revoked", "denied"));

    troubles.hear("views.open", aFault("expired_trigger_id"));
    troubles.hear("response_url", undefined);
    expect(troubles.token().refusal).toBe("token_revoked");
    troubles.hear("views.open", undefined);

    expect(troubles.token().refusal).toBeUndefined();
    expect(texts().at(-1)).toBe("Slack takes the bot's token again: it is over");
  });
});

function createChecked(answers: () => Response) {
  const scene = createScene();
  let calls = 0;
  const slack = createSlackClients("xoxb-test", {
    logger: createBoltLog(createFakeLog()),
    troubles: scene.troubles,
    fetch: async () => {
      calls += 1;
      return answers();
    },
  });
  const check = createCheckToken({ ...scene, slack });
  return { ...scene, check, countCalls: () => calls };
}

describe("the check of the token", () => {
  it("asks where nobody has for a minute, and no more often", async () => {
    const { check, goOn, countCalls } = createChecked(() => says({ ok: true }));

    expect(await Promise.all([check(), check()])).toEqual([undefined, undefined]);
    goOn(59_999);
    await check();
    expect(countCalls()).toBe(1);
    goOn(1);
    await check();

    expect(countCalls()).toBe(2);
  });

  it("asks again each five seconds while the token is refused, and finds a new one", async () => {
    let isRevoked = true;
    const { check, goOn, countCalls } = createChecked(() =>
      isRevoked ? refuses("account_inactive") : says({ ok: true }),
    );

    expect(await check()).toBe("Slack refuses the bot token (account_inactive).");
    isRevoked = false;
    goOn(4999);
    expect(await check()).toBe("Slack refuses the bot token (account_inactive).");
    expect(countCalls()).toBe(1);
    goOn(1);

    expect(await check()).toBeUndefined();
  });

  it("does not wait for a Slack that does not answer", async () => {
    const { promise } = Promise.withResolvers<never>();
    const scene = createScene();
    const slack = createSlackClients("xoxb-test", {
      logger: createBoltLog(createFakeLog()),
      fetch: () => promise,
    });

    expect(await createCheckToken({ ...scene, slack })()).toBeUndefined();
  });
});

describe("waitOutLimit", () => {
  it.each<[what: string, fault: SlackFault]>([
    ["a wait that is too long", aLimit(10_001)],
    ["another failure", aFault("too_odd")],
  ])("does not repeat after %s", async (_what, fault) => {
    let calls = 0;

    const answer = await waitOutLimit(10_000, async () => {
      calls += 1;
      return err(fault);
    });

    expect(answer).toEqual(err(fault));
    expect(calls).toBe(1);
  });

  it("gives up when the time is over, however short each wait", async () => {
    let calls = 0;

    await waitOutLimit(500, async () => {
      calls += 1;
      return err(aLimit(0));
    });

    expect(calls).toBeLessThan(4);
  });

  it("waits where Slack does not say how long", async () => {
    let calls = 0;
    const { once } = createSlackClients("xoxb-test", {
      logger: createBoltLog(createFakeLog()),
      fetch: async () => {
        calls += 1;
        return calls === 1 ? refuses("ratelimited") : says({ ok: true });
      },
    });

    const answer = await waitOutLimit(10_000, () =>
      callSlack(() => once.auth.test(), z.object({ ok: z.boolean() })),
    );

    expect(answer.ok).toBe(true);
  });
});
