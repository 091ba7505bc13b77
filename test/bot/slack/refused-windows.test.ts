import { describe, expect, it } from "vitest";
import type { Fault } from "../../../sandbox/slack/faults.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import type { TenantCheck } from "../../../src/flows/request/raw-draft.ts";
import { err, type Result } from "../../../src/result.ts";
import { openOffice, viva } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { privately, viewWith } from "../support/shown.ts";

function refusal(method: string, error: string): Fault {
  return { method, kind: "error", error };
}

/** One second is the shortest wait that Slack asks for; a test asks for none. */
function limit(method: string, retryAfterSeconds: number, times = 1): Fault {
  return { method, kind: "ratelimit", retryAfterSeconds, times };
}

function countOf(slack: Slack, method: string): number {
  return slack.countCalls().get(method) ?? 0;
}

describe("a window that Slack refuses", () => {
  it.each<[what: string, failure: Fault, words: string]>([
    ["is late", refusal("views.open", "expired_trigger_id"), "did not let the window open in"],
    ["opened already", refusal("views.open", "exchanged_trigger_id"), "did not let the window"],
    ["has to wait for long", limit("views.open", 60), "limits how fast"],
    ["is of a revoked token", refusal("views.open", "token_revoked"), "token was revoked"],
    ["lacks a scope", refusal("views.open", "missing_scope"), "lacks one of the scopes"],
    ["meets Slack's trouble", refusal("views.open", "fatal_error"), "Slack has trouble"],
    ["is odd", refusal("views.open", "too_odd"), "Slack refused (too_odd)"],
  ])("that %s says so, and how to go on", async (_what, failure, words) => {
    const { slack } = await openOffice();
    slack.failNext(failure);
    const person = slack.person("ann");

    await person.command("/workday-isu", "create", { channel: "workday" });

    const told = await privately(slack, person, "Type `/workday-isu create` again.");
    expect(told).toContain(words);
    expect(told.includes("in time")).toBe(words.includes("did not let"));
  });

  it("that was to lie upon a plan says so, and the plan stays", async () => {
    const prerequisites = Array.from({ length: 20 }, (_, at) => `A licence of number ${at}`);
    const recipe = { ...viva, prerequisites };
    const { slack } = await openOffice({
      deps: { recipes: { find: () => recipe, list: () => [recipe] } },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
    await viewWith(slack, person, "User name of the new account");
    await person.fill("reason", "Learning");
    await person.submit();
    await viewWith(slack, person, "The guide also asks for 20 things beforehand.");
    slack.failNext(refusal("views.push", "fatal_error"));

    await person.press("view", "What the guide asks for");

    expect(await privately(slack, person, "Slack has trouble")).toContain("Press again.");
    expect(await viewWith(slack, person, "Check the plan")).toContain("[Open request]");
  });

  it("opens after a short wait", async () => {
    const { slack } = await openOffice();
    slack.failNext(limit("views.open", 0, 2));
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });

    expect(await viewWith(slack, person, "User name of the new account")).toBeTruthy();
    expect(countOf(slack, "views.open")).toBe(3);
  });
});

describe("a window that cannot be filled", () => {
  it("is filled after a short wait", async () => {
    const { slack } = await openOffice();
    slack.failNext(limit("views.update", 0, 2));
    const person = slack.person("ann");

    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });

    expect(await viewWith(slack, person, "User name of the new account")).toBeTruthy();
  });

  it.each<[typed: string, failure: Fault, words: string]>([
    ["create viva-learning", refusal("views.update", "view_too_large"), "has more in it"],
    ["create viva-learning", limit("views.update", 60), "limits how fast"],
    [
      "create viva-learning",
      { method: "views.update", kind: "status", status: 502, times: 2 },
      "HTTP 502",
    ],
  ])("says why, and is tried again: %s, %o", async (typed, failure, words) => {
    const { slack } = await openOffice();
    slack.failNext(failure);
    const person = slack.person("ann");

    await person.command("/workday-isu", typed, { channel: "workday" });
    expect(await viewWith(slack, person, words)).not.toContain("One moment");
    await person.press("view", "Try again");

    expect(await viewWith(slack, person, "User name of the new account")).toBeTruthy();
    expect(countOf(slack, "views.open")).toBe(1);
  });

  it("is told privately where it cannot say why either", async () => {
    const { slack } = await openOffice();
    slack.failNext({ method: "views.update", kind: "error", error: "missing_scope", times: 2 });
    const person = slack.person("ann");

    await person.command("/workday-isu", "create", { channel: "workday" });

    expect(await privately(slack, person, "Type `/workday-isu create` again.")).toContain(
      "lacks one of the scopes",
    );
  });

  it("is told directly to who tried again", async () => {
    const { slack } = await openOffice();
    slack.failNext({ method: "views.update", kind: "error", error: "view_too_large" });
    const person = slack.person("ann");
    await person.command("/workday-isu", "create", { channel: "workday" });
    await viewWith(slack, person, "has more in it");
    slack.failNext({ method: "views.update", kind: "error", error: "missing_scope", times: 3 });

    await person.press("view", "Try again");

    await expect.poll(() => slack.directMessages(person.id)).toHaveLength(1);
    expect(await privately(slack, person, "lacks one of the scopes")).toContain("create");
  });

  it("is tried again while the bot still looks, and nobody overwrites what came first", async () => {
    const looks: ((found: Result<never, TenantCheck>) => void)[] = [];
    const { slack, log, bot } = await openOffice({
      deps: {
        findExisting: () => {
          const { promise, resolve } = Promise.withResolvers<Result<never, TenantCheck>>();
          looks.push(resolve);
          return promise;
        },
      },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "rotate ISU_Other", { channel: "workday" });
    await expect.poll(() => looks).toHaveLength(1);
    await viewWith(slack, person, "One moment");

    await person.press("view", "Try again");
    await expect.poll(() => looks).toHaveLength(2);
    looks[1]?.(err({ kind: "problems", problems: { userName: "Seen second." } }));
    const shown = await viewWith(slack, person, "Seen second.");
    looks[0]?.(err({ kind: "problems", problems: { userName: "Seen first." } }));

    expect(await bot.drain(5000)).toBe(true);
    expect(await viewWith(slack, person, "Seen second.")).toBe(shown);
    expect(log.lines).toEqual([]);
  });

  it("does not wait for ever for what broke", async () => {
    const { slack, log } = await openOffice({
      deps: { findExisting: () => Promise.reject(new Error("broken")) },
    });
    const person = slack.person("ann");

    await person.command("/workday-isu", "rotate ISU_Other", { channel: "workday" });

    expect(await viewWith(slack, person, "something went wrong inside")).toContain("[Try again]");
    expect(await privately(slack, person, "the id E-")).toBeTruthy();
    expect(log.lines).toMatchObject([{ text: "a listener failed" }]);
  });

  it("asked for from the Home tab is tried again in the window", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");
    await person.openHome();
    await slack.until(() => person.home(), { what: "a Home tab" });
    slack.failNext({ method: "views.update", kind: "error", error: "view_too_large" });

    await person.press("home", "Ask for an integration user");
    await viewWith(slack, person, "has more in it");
    await person.press("view", "Try again");

    expect(await viewWith(slack, person, "New integration user")).toBeTruthy();
    expect(countOf(slack, "views.open")).toBe(1);
  });

  it("has no button for more than a button carries, and says what to do", async () => {
    const { slack } = await openOffice();
    slack.failNext({ method: "views.update", kind: "error", error: "view_too_large" });
    const person = slack.person("ann");

    await person.command("/workday-isu", `create ${"x".repeat(2000)}`, { channel: "workday" });

    const shown = await viewWith(slack, person, "has more in it");
    expect(shown).toContain("Type `/workday-isu create xxx");
    expect(shown).not.toContain("[Try again]");
  });
});

describe("the plan's window", () => {
  it("says why it cannot be shown, and is checked again", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");
    await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
    await viewWith(slack, person, "User name of the new account");
    await person.fill("reason", "A story");
    slack.failNext({ method: "views.update", kind: "error", error: "view_too_large" });

    await person.submit();
    const shown = await viewWith(slack, person, "has more in it");
    await person.press("view", "Try again");

    expect(shown).toEqual(like("what you typed is kept"));
    expect(await viewWith(slack, person, "Check the plan")).toBeTruthy();
  });
});
