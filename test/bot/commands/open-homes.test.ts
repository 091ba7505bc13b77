import type { types } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { createOpenHomes } from "../../../src/bot/commands/open-homes.ts";
import type { SlackFault } from "../../../src/bot/slack/slack-call.ts";
import type { PersonId } from "../../../src/flows/model/ids.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { ann, aPerson, ben, cy } from "../../support/data/people.ts";

const secondMs = 1000;

function toView(words: string): types.HomeView {
  const text = { type: "mrkdwn", text: words } as const;
  const moment = { type: "context", elements: [{ ...text, text: String(Math.random()) }] } as const;
  return { type: "home", blocks: [{ type: "section", text }, moment] };
}

function fault(code: string, retryAfterMs?: number): SlackFault {
  const said = { outside: "Slack", words: "Slack said no.", code } as const;
  return retryAfterMs === undefined
    ? { ...said, kind: "rejected" }
    : { ...said, kind: "unreachable", retryAfterMs };
}

function begin() {
  let now = 0;
  const says = new Map<PersonId, string>();
  const shown: PersonId[] = [];
  const reads: PersonId[] = [];
  const answers: Result<unknown, SlackFault>[] = [];
  const requests = [given(anOpening())];
  const homes = createOpenHomes({
    listOpen: async () => requests,
    read: async (by) => {
      reads.push(by);
      return toView(says.get(by) ?? "nothing");
    },
    show: async (by) => {
      shown.push(by);
      return answers.shift() ?? ok({});
    },
    elapsed: () => now,
  });
  return {
    ...homes,
    says,
    shown,
    reads,
    answers,
    requests,
    open: (by: PersonId) => homes.opened(by, toView(says.get(by) ?? "nothing")),
    later: (ms: number) => {
      now += ms;
    },
  };
}

describe("Home tabs that are open", () => {
  it("are shown anew only to whom they say something else", async () => {
    const homes = begin();
    for (const one of [ann, ben]) homes.open(one);
    homes.says.set(ann, "a request");

    homes.changed();
    await homes.look();

    expect(homes.shown).toEqual([ann]);
  });

  it("are read by nobody before they were opened, nor an hour later", async () => {
    const homes = begin();
    homes.changed();
    await homes.look();
    homes.open(ann);
    homes.later(3600 * secondMs);
    homes.changed();
    await homes.look();

    expect(homes.reads).toEqual([]);
  });

  it("show what happens within a second together", async () => {
    const homes = begin();
    homes.open(ann);
    await homes.look();
    homes.says.set(ann, "one");
    homes.changed();
    homes.later(300);
    expect(await homes.look()).toBe(700);
    homes.says.set(ann, "two");
    homes.changed();
    homes.later(700);
    await homes.look();

    expect(homes.shown).toEqual([ann]);
  });

  it("are read again only where something was recorded, here or by another replica", async () => {
    const homes = begin();
    homes.open(ann);
    await homes.look();
    homes.later(15 * secondMs);
    await homes.look();
    expect(homes.reads).toEqual([ann]);
    homes.requests.push(given(anOpening()));
    homes.later(15 * secondMs);
    await homes.look();

    expect(homes.reads).toEqual([ann, ann]);
  });

  it("are shown to six at once, and to the rest five seconds later", async () => {
    const homes = begin();
    const people = Array.from({ length: 8 }, (_, at) => aPerson(`U0${at}`));
    for (const one of people) homes.open(one);
    for (const one of people) homes.says.set(one, "a request");
    homes.changed();

    expect(await homes.look()).toBe(5 * secondMs);
    homes.later(2 * secondMs);
    expect(await homes.look()).toBe(3 * secondMs);
    expect(homes.shown).toEqual(people.slice(0, 6));
    homes.later(3 * secondMs);
    expect(await homes.look()).toBe(15 * secondMs);
    expect(homes.shown).toEqual(people);
  });

  it("wait for as long as Slack asks to, and are shown then", async () => {
    const homes = begin();
    for (const one of [ann, ben]) homes.open(one);
    for (const one of [ann, ben]) homes.says.set(one, "a request");
    homes.answers.push(err(fault("ratelimited", 20 * secondMs)));
    homes.changed();

    expect(await homes.look()).toBe(20 * secondMs);
    expect(homes.shown).toEqual([ann]);
    homes.later(20 * secondMs);
    await homes.look();
    expect(homes.shown).toEqual([ann, ann, ben]);
  });

  it.each([
    [fault("ratelimited"), 30 * secondMs],
    [fault("not_enabled"), 15 * secondMs],
  ])("that Slack refuses with %j are looked at again after %d ms", async (refused, ms) => {
    const homes = begin();
    homes.open(ann);
    homes.says.set(ann, "a request");
    homes.answers.push(err(refused));
    homes.changed();

    expect(await homes.look()).toBe(ms);
  });

  it("are forgotten where Slack does not take them", async () => {
    const homes = begin();
    homes.open(ann);
    homes.says.set(ann, "a request");
    homes.answers.push(err(fault("not_enabled")));
    await homes.look();
    homes.later(15 * secondMs);
    homes.changed();
    await homes.look();

    expect(homes.shown).toEqual([ann]);
  });

  it("keep to what was shown last to who opens theirs once more meanwhile", async () => {
    const homes = begin();
    homes.open(cy);
    homes.later(5 * secondMs);
    homes.says.set(cy, "a request");
    homes.open(cy);
    await homes.look();

    expect(homes.shown).toEqual([]);
  });

  it("are forgotten for whom opened theirs longest ago, of more than two hundred", async () => {
    const homes = begin();
    for (let at = 0; at < 201; at += 1) homes.open(aPerson(`U0${at}`));
    await homes.look();

    expect(homes.reads[0]).toBe(aPerson("U01"));
  });
});
