import { describe, expect, it } from "vitest";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { expiresAt } from "../../support/data/a-request.ts";
import { aRollback } from "../../support/data/a-rollback.ts";
import { dan } from "../../support/data/people.ts";
import { replyOf } from "../support/reply-of.ts";
import { tell } from "../support/shown-requests.ts";

const handed: Event = { kind: "handed-over", step: "activate", expiresAt, needsStart: true };
const started: Event = { kind: "started", step: "activate", by: dan, until: expiresAt };
const lapsed: Event = { kind: "start-lapsed", step: "activate" };

function shown(...events: readonly Event[]): string {
  return JSON.stringify(requestMessage(tell(aDraft(), ...events)));
}

function threadOf(...events: readonly Event[]): string {
  const { request, story, tenant } = tell(aDraft(), ...events);
  return JSON.stringify(story.slice(-1).map((one) => replyOf(one, request, tenant)));
}

describe("the card of an activation by hand", () => {
  it.each<[what: string, events: readonly Event[], button: string, words: string]>([
    [
      "first Start",
      [handed],
      "Start",
      "*Press Start first, then activate within fifteen minutes.*",
    ],
    ["then Done", [handed, started], "Done", "<@U0DAN> pressed Start: activate now, until"],
    ["Start again", [handed, started, lapsed], "Start", "*Press Start again, then activate"],
  ])("offers %s", (_what, events, button, words) => {
    const text = shown(...events);

    expect(text).toContain(words);
    for (const one of ["Start", "Done"]) {
      expect(text.includes(`"text":"${one}"`)).toBe(one === button);
    }
  });

  it("says what is looked at", () => {
    expect(shown(handed)).toContain("looks whether what is pending is still what was approved.");
  });

  it("is told in the thread, to those whose turn it is", () => {
    expect(threadOf(handed)).toContain("press Start in the message above, activate within fifteen");
    expect(threadOf(handed, started)).toContain("pressed Start: what was approved counts");
    expect(threadOf(handed, started, lapsed)).toContain("the Start has run out");
    expect(threadOf(handed, started, lapsed)).toContain("the button is in the message above");
  });
});

describe("the card of another thing that is activated by hand", () => {
  it("says of a roll back what is looked at", () => {
    const event = { ...handed, step: "activate-previous-timestamp" } as const;

    const text = JSON.stringify(requestMessage(tell(aRollback(), event)));
    expect(text).toContain(
      "looks whether the newest activation is still the one that was approved.",
    );
  });
});

describe("the card of a task that nobody can look at", () => {
  it("says before Done that it is taken on trust", () => {
    const step = "create-security-group";
    const plain: Event = { kind: "handed-over", step, expiresAt };

    expect(shown({ ...plain, isOnTrust: true })).toContain("Your Done is taken on trust");
    expect(shown(plain)).not.toContain("taken on trust");
  });
});
