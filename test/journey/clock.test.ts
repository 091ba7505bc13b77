import { describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/slack/text-of.ts";
import {
  activations,
  allWithPlay,
  eachWithPlay,
  isTold,
  type Opened,
  open,
  openChange,
  ownNames,
  type Play,
  posted,
  press,
} from "../support/processes/play.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

async function openAndWait(play: Play, entries = {}): Promise<Opened> {
  const request = await open(play, entries);
  await request.shows("Waiting for an approver");
  return request;
}

function inThread({ slack }: Play, request: Opened, words: string): Promise<unknown> {
  return slack.until(() => request.thread().includes(words), {
    what: `the thread of ${request.id} to say ${words}`,
  });
}

describe("a card that nobody decides, by a clock that is moved", () => {
  const play = eachWithPlay({
    hasSetClock: true,
    tenant: { escalation: { afterHours: 48, approvers: { people: ["UCY"] } } },
  });

  it("is reminded of, escalated, and ended when its time is over, each at its hour", async () => {
    const { ann, moveClock, workday } = play();
    const request = await openAndWait(play());

    moveClock(3 * hourMs);
    const second = await openAndWait(play(), ownNames());
    expect(request.thread()).not.toContain("A reminder:");
    moveClock(hourMs);
    await inThread(play(), request, "A reminder:");
    expect(second.thread()).not.toContain("A reminder:");
    expect(request.thread()).not.toContain("more people may");
    moveClock(44 * hourMs);
    await inThread(play(), request, "more people may");
    expect(request.text()).toContain("Waiting for an approver");
    moveClock(24 * hourMs);
    await request.shows("left behind");

    expect(request.text()).toContain("nobody decided or acted in time");
    await isTold(play(), ann, "expired");
    expect(second.text()).toContain("Waiting for an approver");
    expect(activations(play())).toEqual([]);
    expect(workday.tenant("acme_dpt1").pending()).not.toEqual([]);
  });
});

describe("a change window, by a clock that is moved", () => {
  // Two days, so that it does not matter on which side of midnight the test runs.
  const days = [2, 3].map((ahead) => weekdays[new Date(Date.now() + ahead * dayMs).getUTCDay()]);
  const play = eachWithPlay({
    hasSetClock: true,
    tenant: {
      changeWindows: [{ days, from: "00:00", until: "00:00", timeZone: "UTC" }],
    },
  });

  it("opens two days later, and what was approved is activated", async () => {
    const { bob, moveClock } = play();
    const request = await openAndWait(play());
    await press(request, bob, "Approve");
    await request.shows("Waiting for the change window, opens");
    expect(activations(play())).toEqual([]);

    moveClock(2 * dayMs);

    await request.shows("Done, verified");
    await play().ann.command("/workday-isu", `status ${request.id}`);
    await isTold(play(), play().ann, "The change window is open.");
    expect(activations(play())).toHaveLength(1);
  });
});

describe("what comes once a day, by a clock that is moved", () => {
  const play = allWithPlay({
    hasSetClock: true,
    tenant: { rotation: { everyDays: 90, remindBeforeDays: [14] } },
  });

  it("comes when its day has: a password is due, and an account has drifted", async () => {
    const { ann, bob, moveClock, slack, workday } = play();
    const { userName, ...names } = ownNames();
    const request = await openAndWait(play(), { userName, ...names });
    await press(request, bob, "Approve");
    await request.shows("Done, verified");
    const fields = { group: names.groupName, user: userName };
    workday.tenant("acme_dpt1").perform("remove-group-member", fields, "lmcneil");

    moveClock(76 * dayMs);

    await slack.until(() => channel(play()).includes(`The password of ${userName} is due soon`), {
      what: "the reminder",
    });
    await isTold(play(), ann, `/workday-isu rotate ${userName}`);
    await slack.until(() => channel(play()).includes("drifted"), {
      what: "the drift",
    });
  });

  it("goes on after a restart where it was, and several moves add up", async () => {
    const { bob, moveClock, restart, slack } = play();
    const { userName, ...names } = ownNames();
    const request = await openAndWait(play(), { userName, ...names });
    await press(request, bob, "Approve");
    await request.shows("Done, verified");

    moveClock(45 * dayMs);
    await restart();
    moveClock(46 * dayMs);

    await slack.until(() => channel(play()).includes(`The password of ${userName} is overdue`), {
      what: "the alarm",
    });
    const rotation = await openChange(play(), `rotate ${userName}`);
    await rotation.shows("Waiting for an approver");
  });
});

function channel(play: Play): string {
  return posted(play).map(textOf).join("\n");
}
