import { describe, expect, it } from "vitest";
import { describeActivationEvent } from "../../../src/bot/request-views/activation-timeline.ts";
import type { WhoActivated } from "../../../src/flows/model/activity.ts";
import { start } from "../../support/data/a-request.ts";

const live = { kind: "cannot-see", words: "No report." } as const;
const run = { at: start, by: "lmcneil" };

function told(who: WhoActivated): string {
  return describeActivationEvent({ kind: "went-live", live, who });
}

describe("who ran an activation", () => {
  it.each<[what: string, who: WhoActivated, words: string]>([
    ["one", { kind: "seen", runs: [run] }, "it was run by `lmcneil` <!date"],
    ["nobody", { kind: "seen", runs: [] }, "shows no activation since it was handed over"],
    ["two", { kind: "seen", runs: [run, run] }, "*It was run 2 times since it was handed over.*"],
    ["no name", { kind: "seen", runs: [{ ...run, by: "" }] }, "by somebody without a name"],
    [
      "another than the report",
      { kind: "seen", runs: [run], reported: "okafor" },
      "*The report of activations names `okafor`.*",
    ],
    ["not seen", { kind: "cannot-see", words: "A <log>." }, "is not seen. A &lt;log&gt;."],
  ])("is told in the thread: %s", (_what, who, words) => {
    expect(told(who)).toContain(words);
  });

  it("is not told twice where report and log name the same", () => {
    expect(told({ kind: "seen", runs: [run], reported: "LMcNeil" })).not.toContain("The report");
  });
});
