import { describe, expect, it } from "vitest";
import { createDateWatch, judgeClock } from "../../src/doctor/clock.ts";
import { findingsOf, type State } from "../../src/doctor/finding.ts";

const findings = findingsOf("Slack");

describe("judgeClock", () => {
  it.each<[aheadMs: number | undefined, state: State, words: RegExp]>([
    [undefined, "not-tried", /No answer/],
    [0, "ok", /within a minute/],
    [60_000, "ok", /within a minute/],
    [-60_000, "ok", /within a minute/],
    [60_001, "warning", /60 seconds ahead of/],
    [-3_600_000, "warning", /3600 seconds behind/],
  ])("calls %s ms %s", (aheadMs, state, words) => {
    const finding = judgeClock(findings, aheadMs);

    expect(finding).toMatchObject({ what: "clock", state });
    expect(finding.words).toMatch(words);
  });
});

describe("createDateWatch", () => {
  const now = Date.UTC(2026, 0, 5, 8);

  it("compares the date of an answer with this machine's", async () => {
    const date = new Date(now + 90_000).toUTCString();
    const watch = createDateWatch(
      () => now,
      async () => new Response("", { headers: { date } }),
    );

    await watch.fetch("https://slack.com/api/auth.test");

    expect(watch.aheadMs()).toBe(90_000);
  });

  it.each([undefined, null, "", "yesterday"])("makes nothing of %j", (date) => {
    const watch = createDateWatch(() => now);

    watch.hear(date);

    expect(watch.aheadMs()).toBeUndefined();
  });
});
