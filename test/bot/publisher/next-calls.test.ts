import { array, assert, boolean, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { isCalling, listUntold, nextCalls, ranks } from "../../../src/bot/publisher/next-calls.ts";
import { isToldInThread } from "../../../src/bot/publisher/readings.ts";
import { instant, later } from "../../../src/flows/model/ids.ts";
import type { Display } from "../../../src/flows/ports/outbox.ts";
import type { Event, Recorded } from "../../../src/flows/request/event.ts";
import { replay } from "../../../src/flows/request/request.ts";
import { anAsking, anOpening, expiresAt, start } from "../../support/data/a-request.ts";
import { ann, ben } from "../../support/data/people.ts";
import { nothingShown } from "../../support/fakes/fake-outbox.ts";

const place = { channel: "C0ISU", ts: "1.1" };
const finished: Event = { kind: "step-finished", step: "create-user", facts: {} };
const noted: Event = { ...finished, by: ben, note: "With care" };
const begun: Event = { kind: "step-begun", step: "create-user" };
const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };
const retried: Event = { kind: "retried", by: ann };
const failed: Event = {
  kind: "step-failed",
  step: "create-user",
  words: "No",
  isAnswered: true,
  expiresAt,
};
const reminded: Event = { kind: "reminded", due: 1, expiresAt };
const done: Event = { kind: "done" };

function storyOf(...events: readonly Event[]): readonly Recorded[] {
  return [anOpening(), ...events].map((event, at) => ({ seq: at + 1, at: start, event }));
}

function standing(events: readonly Event[], display: Partial<Display>, ms = 0) {
  const story = storyOf(...events);
  const request = replay(story);
  if (request === undefined) throw new Error("No story");
  const shown = {
    ...nothingShown,
    place,
    shownPhase: "working",
    shownAt: start,
    ...display,
  } as const;
  return { story, request, display: shown, now: later(start, ms), isChannelOpen: true, waiting: 1 };
}

function kindsOf(...[events, display, ms]: Parameters<typeof standing>): readonly string[] {
  const asked = standing(events, display, ms);
  return nextCalls(asked).map(
    ({ call, from }) => `${call.kind}${from > asked.now ? ` in ${from - asked.now}` : ""}`,
  );
}

describe("what Slack needs next", () => {
  it.each<
    [what: string, events: readonly Event[], display: Partial<Display>, calls: readonly string[]]
  >([
    ["nothing where it has everything", [anAsking()], { shownVersion: 2, throughSeq: 2 }, []],
    [
      "an update at once where it becomes somebody's turn",
      [anAsking()],
      { shownVersion: 1, throughSeq: 2 },
      ["update"],
    ],
    [
      "an update at once where buttons have to vanish",
      [anAsking(), approved],
      { shownVersion: 2, throughSeq: 3, shownPhase: "waiting-for-approval" },
      ["update"],
    ],
    [
      "an update for mere progress later",
      [finished],
      { shownVersion: 1, throughSeq: 1 },
      ["update in 5000"],
    ],
    [
      "an update at once where what it shows is doubted",
      [finished],
      { shownVersion: 2, throughSeq: 1, isDoubtful: true },
      ["update"],
    ],
    ["no reply for the record while it works", [noted], { shownVersion: 2 }, []],
    [
      "one reply for all, once somebody is called",
      [noted, anAsking()],
      { shownVersion: 3 },
      ["reply"],
    ],
    [
      "a reminder, in a reply",
      [anAsking(), reminded],
      { shownVersion: 3, throughSeq: 2 },
      ["reply"],
    ],
    ["what ended, told directly as well", [done], { shownVersion: 2 }, ["reply", "tell"]],
    [
      "no word of a trouble that is over",
      [failed, retried, done],
      { shownVersion: 4, throughSeq: 4 },
      ["tell"],
    ],
    [
      "the next part of a reply",
      [anAsking()],
      { shownVersion: 2, reply: { through: 2, part: 1 } },
      ["reply"],
    ],
    [
      "a look for a reply that may be there",
      [anAsking()],
      { shownVersion: 2, writing: { kind: "reply", through: 2, part: 0 } },
      ["find-reply"],
    ],
  ])("is %s", (_what, events, display, calls) => {
    expect(kindsOf(events, display)).toEqual(calls);
  });

  it("is its message first, and a look for it where it may be there", () => {
    const { place: _place, ...before } = standing([anAsking()], {}).display;
    const asked = { ...standing([anAsking()], {}), display: before };
    const again = { ...asked, display: { ...before, writing: { kind: "post" } as const } };

    expect(nextCalls(asked)).toMatchObject([{ call: { kind: "post" }, rank: ranks.turn }]);
    expect(nextCalls(again)).toMatchObject([{ call: { kind: "find-message" } }]);
  });

  it("is a private word alone while nothing can be posted in the channel", () => {
    const { place: _place, ...before } = standing([done], {}).display;
    const asked = { ...standing([done], {}), display: before, isChannelOpen: false };

    expect(nextCalls(asked).map(({ call }) => call.kind)).toEqual(["tell"]);
  });

  it("waits no longer for progress where the clock was set back", () => {
    expect(kindsOf([finished], { shownVersion: 1, shownAt: instant(start + 86_400_000) })).toEqual([
      "update in 5000",
    ]);
  });

  it("does not call again whom the message called as it was posted", () => {
    const asked = standing([anAsking()], { shownVersion: 2, postedVersion: 2 });

    expect(nextCalls(asked)).toMatchObject([{ call: { kind: "reply" }, rank: ranks.record }]);
    expect(asked.story.filter((one) => isCalling(one, asked.display))).toEqual([]);
  });
});

const anyStory = array(
  constantFrom(begun, finished, noted, failed, retried, anAsking(), approved),
  { maxLength: 30 },
).map((events) => [...events, done]);

/** How many events happen between two calls, whether a process dies then, and after how many pages. */
const anyPace = array(record({ events: nat(4), dies: boolean() }), { minLength: 1 });

describe("the thread", () => {
  it("tells each event that somebody reads once, in order, wherever a process dies", () => {
    assert(
      property(anyStory, anyPace, (events, pace) => {
        const whole = storyOf(...events);
        const told: number[] = [];
        let display: Display = { ...nothingShown, place, shownVersion: 99, toldSeq: 99 };
        let length = 1;
        for (let turn = 0; turn < 500; turn += 1) {
          const step = pace[turn % pace.length] ?? { events: 1, dies: false };
          length = Math.min(whole.length, length + step.events + (turn >= pace.length ? 1 : 0));
          const story = whole.slice(0, length);
          const request = replay(story);
          if (request === undefined) throw new Error("No story");
          const [next] = nextCalls({
            request,
            story,
            display,
            now: start,
            isChannelOpen: true,
            waiting: 1,
          });
          if (next === undefined && length === whole.length) break;
          display = make(display, story, told, next?.call, step.dies);
        }

        expect(told).toEqual(whole.filter(isToldInThread).map(({ seq }) => seq));
      }),
    );
  });
});

/** Slack and the ledger, where a reply is written down, posted, and concluded unless the process dies before. */
function make(
  display: Display,
  story: readonly Recorded[],
  told: number[],
  call: ReturnType<typeof nextCalls>[number]["call"] | undefined,
  dies: boolean,
): Display {
  const { writing, ...settled } = display;
  if (call?.kind === "reply") {
    told.push(...listUntold({ story, display }, call.through).map(({ seq }) => seq));
    return dies ? { ...display, writing: call } : { ...settled, throughSeq: call.through };
  }
  // Found again in the thread: it is not posted twice.
  return call?.kind === "find-reply" && writing?.kind === "reply"
    ? { ...settled, throughSeq: writing.through }
    : display;
}
