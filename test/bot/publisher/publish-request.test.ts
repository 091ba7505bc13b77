import { describe, expect, it } from "vitest";
import type { Showing } from "../../../src/bot/publisher/next-calls.ts";
import type { Outcome } from "../../../src/bot/publisher/outcome.ts";
import type { PublisherParts } from "../../../src/bot/publisher/parts.ts";
import { publish } from "../../../src/bot/publisher/publish-request.ts";
import type { Subject } from "../../../src/bot/publisher/request-calls.ts";
import type { Concluded, Display, Writing } from "../../../src/flows/ports/outbox.ts";
import { asked, created } from "../../support/data/events.ts";
import { type Answers, refuses, says } from "../support/fake-slack.ts";
import { aHolder, aPublisher, aSubject, checkGone, place } from "./a-publisher.ts";

interface Played {
  readonly outcome: Outcome;
  readonly begun: readonly Writing[];
  readonly concluded: readonly Concluded[];
  readonly calls: readonly string[];
  readonly warned: string;
}

interface Given {
  readonly answers?: Answers;
  readonly changes?: Partial<PublisherParts>;
  /** Another has taken over before the end was written down. */
  readonly isLate?: boolean;
}

async function play(subject: Subject, call: Showing, given: Given = {}): Promise<Played> {
  const { answers, changes, isLate = false } = given;
  const { parts, slack, log } = aPublisher(answers, changes);
  const begun: Writing[] = [];
  const concluded: Concluded[] = [];
  const ledger: PublisherParts["ledger"] = {
    ...parts.ledger,
    begin: async (_id, _token, writing) => {
      begun.push(writing);
      return true;
    },
    conclude: async (_id, _of, came) => {
      concluded.push(came);
      return !isLate;
    },
  };
  const outcome = await publish({ ...parts, ledger }, subject, call);
  return { outcome, begun, concluded, calls: slack.calls, warned: JSON.stringify(log) };
}

const post: Showing = { kind: "post" };
const update: Showing = { kind: "update" };
const lookFor: Showing = { kind: "find-message" };
const reply: Showing = { kind: "reply", through: 2, part: 0 };
const findReply: Showing = { kind: "find-reply" };
const tell: Showing = { kind: "tell", through: 2 };
const writing: Display["writing"] = { kind: "reply", through: 2, part: 0 };

describe("a call for a request", () => {
  it.each([
    ["without the lease", aHolder(undefined), 0],
    ["where the lease goes as it is written down", aHolder(1, undefined), 1],
  ])("is not made %s", async (_why, holder, begun) => {
    const played = await play(aSubject(), post, { changes: { holder } });

    expect(played.outcome).toEqual({ kind: "overtaken" });
    expect(played.begun).toHaveLength(begun);
    expect(played.calls).toEqual([]);
  });

  it.each<[what: string, call: Showing, answers: Answers, deleted: boolean, warns: boolean]>([
    ["takes back what it posted", post, {}, true, false],
    ["warns where it cannot take it back", post, { "chat.delete": () => refuses("x") }, true, true],
    ["has nothing to take back of an update", update, {}, false, false],
    [
      "has nothing to take back of a failure",
      post,
      { "chat.postMessage": () => refuses("x") },
      false,
      false,
    ],
  ])("that another has overtaken %s", async (_what, call, answers, deleted, warns) => {
    const played = await play(aSubject({ place }), call, { answers, isLate: true });

    expect(played.outcome).toMatchObject({ kind: "overtaken" });
    expect(played.calls.includes("chat.delete")).toBe(deleted);
    expect(played.warned.includes("a message may stand twice")).toBe(warns);
  });

  it.each<[what: string, subject: Subject, call: Showing, method: string]>([
    ["a look for its message", aSubject(), lookFor, "conversations.history"],
    ["a look for its message by whom it does not know", aSubject(), lookFor, "auth.test"],
    ["a look for a reply", aSubject({ place, writing }), findReply, "conversations.replies"],
    [
      "a look for a reply by whom it does not know",
      aSubject({ place, writing }),
      findReply,
      "auth.test",
    ],
  ])("that is %s stays open where it fails", async (_what, subject, call, method) => {
    const played = await play(subject, call, { answers: { [method]: () => refuses("x") } });

    expect(played.outcome).toMatchObject({ kind: "failed", fault: { code: "x" } });
    expect(played.concluded).toEqual([]);
  });

  it.each<[what: string, response: () => Response, concludes: boolean]>([
    ["stays open where Slack may have done it", () => says({ ok: true }), false],
    ["is over where Slack said no", () => refuses("msg_too_long"), true],
  ])("that is a post %s", async (_what, response, concludes) => {
    const answers = { "chat.postMessage": response };

    const played = await play(aSubject(), post, { answers });

    expect(played.outcome.kind).toBe("failed");
    expect(played.concluded).toEqual(concludes ? [{}] : []);
  });

  it("leaves what was begun before it to be looked for", async () => {
    const lost = await play(aSubject({ writing: { kind: "post" } }), tell);
    const none = await play(aSubject(), tell);

    expect(lost.begun).toEqual([{ kind: "post" }]);
    expect(lost.concluded).toEqual([{ toldSeq: 2, leavesOpen: true }]);
    expect(none.begun).toEqual([tell]);
    expect(none.concluded).toEqual([{ toldSeq: 2 }]);
  });

  it("tells the requester once that nobody sees whose turn it is, where the channel is gone", async () => {
    const told: unknown[] = [];
    const { outbox } = aPublisher();
    const changes: Partial<PublisherParts> = {
      checkPostable: checkGone,
      outbox: { ...outbox, tell: async (messages) => void told.push(...messages) },
    };

    const played = await play(aSubject({}, asked), post, { changes });

    expect(played.outcome).toMatchObject({ kind: "channel-gone" });
    expect(told).toHaveLength(1);
  });

  it("is posted anew where its message is gone", async () => {
    const answers = { "chat.update": () => refuses("message_not_found") };

    const played = await play(aSubject({ place }), update, { answers });

    expect(played.outcome).toMatchObject({ kind: "made" });
    expect(played.concluded).toEqual([{ place: "lost" }]);
  });
});

describe("a reply", () => {
  const subject = aSubject({ place, writing }, created, asked);

  it("of which no part is left is whole", async () => {
    const played = await play(subject, { ...reply, part: 9 });

    expect(played.concluded).toEqual([{ throughSeq: 2, reply: "whole" }]);
    expect(played.calls).toEqual([]);
  });

  it.each([
    ["is not posted again where it is there", "2/0", { throughSeq: 2, reply: "whole" }],
    ["is posted where another is there", "1/0", { reply: { through: 2, part: 0 } }],
  ])("%s", async (_what, name, concluded) => {
    const [seq, part] = name.split("/").map(Number);
    const metadata = { event_type: "isu_request", event_payload: { request: "r", seq, part } };
    const messages = [{ ts: "1.6", user: "U0BOT", metadata }];

    const played = await play(subject, findReply, {
      answers: { "conversations.replies": () => says({ ok: true, messages }) },
    });

    expect(played.begun).toEqual([writing]);
    expect(played.concluded).toEqual([concluded]);
  });

  it("is looked for only where one was begun", async () => {
    await expect(play(aSubject({ place }), findReply)).rejects.toThrow("No reply was begun");
    await expect(play(aSubject({ writing }), findReply)).rejects.toThrow("has no message yet");
  });
});

describe("the news for the requester", () => {
  const done = aSubject({ place }, created, { kind: "done" });

  it.each<[what: string, answers: Answers, tells: boolean]>([
    ["are told", {}, true],
    [
      "are let be where Slack lets nobody write to them",
      { "conversations.open": () => refuses("user_disabled") },
      true,
    ],
    [
      "are let be where Slack answers in another shape",
      { "conversations.open": () => says({ ok: true }) },
      true,
    ],
    ["are kept where Slack is busy", { "chat.postMessage": () => says({}, 503) }, false],
  ])("%s", async (_what, answers, tells) => {
    const played = await play(done, { kind: "tell", through: 3 }, { answers });

    expect(played.outcome.kind).toBe(tells ? "made" : "failed");
    expect(played.concluded).toEqual([tells ? { toldSeq: 3 } : {}]);
  });
});
