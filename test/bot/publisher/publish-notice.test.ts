import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/bot/publisher/outcome.ts";
import type { PublisherParts } from "../../../src/bot/publisher/parts.ts";
import { publishDirect, publishNotice } from "../../../src/bot/publisher/publish-notice.ts";
import type { DirectMessage } from "../../../src/flows/ports/outbox.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { type Answers, refuses, says } from "../support/fake-slack.ts";
import { aHolder, aPublisher, checkGone, place } from "./a-publisher.ts";

const tenant = aTenant();
const notice = {
  key: "most are gone",
  tenant: tenant.name,
  madeAt: start,
  matter: { kind: "refreshed", missing: 3, of: 4 },
  isBegun: false,
} as const;

const itsOwn = {
  ts: "6.6",
  user: "U0BOT",
  metadata: { event_type: "isu_request", event_payload: { request: notice.key } },
};

function history(...messages: readonly object[]): Answers {
  return { "conversations.history": () => says({ ok: true, messages }) };
}

describe("publishNotice", () => {
  it("posts what nobody has posted, and writes down that it is", async () => {
    const { parts, slack } = aPublisher();
    const settled: string[] = [];
    const ledger = { ...parts.ledger, settleNotice: async (key: string) => void settled.push(key) };

    expect(await publishNotice({ ...parts, ledger }, notice, tenant)).toEqual({
      kind: "made",
      answeredAt: 5,
    });
    expect(slack.calls).toEqual(["chat.postMessage"]);
    expect(settled).toEqual([notice.key]);
  });

  it.each([
    ["does not post again what it finds", history(itsOwn), 0],
    ["posts what was begun and is not there", history({ ...itsOwn, user: "U0APP" }), 1],
  ])("%s", async (_what, answers, posts) => {
    const { parts, slack } = aPublisher(answers);

    const outcome = await publishNotice(parts, { ...notice, isBegun: true }, tenant);

    expect(outcome.kind).toBe("made");
    expect(slack.calls.filter((call) => call === "chat.postMessage")).toHaveLength(posts);
  });

  it.each<
    [why: string, answers: Answers, changes: Partial<PublisherParts>, outcome: Partial<Outcome>]
  >([
    ["the channel is gone", {}, { checkPostable: checkGone }, { kind: "channel-gone" }],
    [
      "the channel goes as it is posted",
      { "chat.postMessage": () => refuses("is_archived") },
      {},
      { kind: "channel-gone" },
    ],
    [
      "Slack does not take it",
      { "chat.postMessage": () => refuses("msg_too_long") },
      {},
      { kind: "failed", answeredAt: 5 },
    ],
    ["whose bot this is is not known", { "auth.test": () => refuses("x") }, {}, { kind: "failed" }],
    [
      "it cannot be looked for",
      { "conversations.history": () => refuses("x") },
      {},
      { kind: "failed" },
    ],
    ["the lease is gone", {}, { holder: aHolder(undefined) }, { kind: "overtaken" }],
    ["the lease goes as it begins", {}, { holder: aHolder(1, undefined) }, { kind: "overtaken" }],
  ])("writes nothing down where %s", async (_why, answers, changes, outcome) => {
    const { parts } = aPublisher(answers, changes);
    const settled: string[] = [];
    const ledger = { ...parts.ledger, settleNotice: async (key: string) => void settled.push(key) };

    const came = await publishNotice({ ...parts, ledger }, { ...notice, isBegun: true }, tenant);

    expect(came).toMatchObject(outcome);
    expect(settled).toEqual([]);
  });

  it("posts nothing where another has begun by now", async () => {
    const { parts, slack } = aPublisher();
    const ledger = { ...parts.ledger, beginNotice: async () => false };

    expect(await publishNotice({ ...parts, ledger }, notice, tenant)).toEqual({
      kind: "overtaken",
    });
    expect(slack.calls).toEqual([]);
  });
});

const message: DirectMessage = { key: "k", person: ann, words: "It is done." };

async function send(
  answers: Answers,
  { request, ...changes }: Partial<PublisherParts> & Pick<DirectMessage, "request"> = {},
): Promise<{ readonly outcome: Outcome; readonly sent: string; readonly settled: number }> {
  let sent = "";
  let settled = 0;
  const { parts } = aPublisher(
    {
      "auth.test": () =>
        says({ ok: true, team_id: "T", user_id: "U0BOT", url: "https://a.slack/" }),
      "chat.postMessage": (body) => {
        sent = body.get("text") ?? "";
        return says({ ok: true });
      },
      ...answers,
    },
    changes,
  );
  const ledger = {
    ...parts.ledger,
    settleDirect: async () => {
      settled += 1;
    },
  };
  const one = request === undefined ? message : { ...message, request };
  return { outcome: await publishDirect({ ...parts, ledger }, one), sent, settled };
}

describe("publishDirect", () => {
  it("sends the words alone where they are about no request", async () => {
    expect(await send({})).toEqual({
      outcome: { kind: "made", answeredAt: 5 },
      sent: message.words,
      settled: 1,
    });
  });

  it("links to the message of the request that they are about, once there is one", async () => {
    const { outbox } = aPublisher();
    outbox.markBehind(requestId, tenant.name);
    const without = await send({}, { request: requestId, outbox });
    outbox.set(requestId, { place });
    const linked = await send({}, { request: requestId, outbox });

    expect(without.sent).toContain(`/workday-isu status ${requestId}`);
    expect(linked.sent).toContain(`https://a.slack/archives/C1/p15|${requestId}`);
  });

  it.each<[why: string, answers: Answers, settled: number, outcome: Outcome["kind"]]>([
    [
      "goes on where Slack lets nobody write to them",
      { "conversations.open": () => refuses("user_disabled") },
      1,
      "made",
    ],
    [
      "goes on where Slack does not take the words",
      { "chat.postMessage": () => refuses("msg_too_long") },
      1,
      "made",
    ],
    ["tries again where Slack is busy", { "chat.postMessage": () => says({}, 503) }, 0, "failed"],
  ])("%s", async (_why, answers, settled, kind) => {
    const came = await send(answers);

    expect(came.settled).toBe(settled);
    expect(came.outcome.kind).toBe(kind);
  });

  it("sends nothing without the lease", async () => {
    const { outcome, settled } = await send({}, { holder: aHolder(undefined) });

    expect({ outcome, settled }).toEqual({ outcome: { kind: "overtaken" }, settled: 0 });
  });
});
