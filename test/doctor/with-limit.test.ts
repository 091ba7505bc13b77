import { describe, expect, it } from "vitest";
import { withLimit } from "../../src/doctor/with-limit.ts";
import { matching } from "../workday/support/matching.ts";

const trial = { area: "runner", what: "answer", limitMs: 20 };

describe("isolate", () => {
  it("gives what the check found", async () => {
    expect(await withLimit(trial, async () => [])).toEqual([]);
  });

  it("gives up on a check that hangs", async () => {
    const findings = await withLimit(trial, () => new Promise(() => undefined));

    expect(findings).toMatchObject([
      { area: "runner", what: "answer", state: "failed", words: "No answer within 0.02 seconds." },
    ]);
  });

  it.each([
    ["an error", new TypeError("canary"), "TypeError"],
    [
      "an error with an odd name",
      Object.assign(new Error("canary"), { name: "canary 1" }),
      "unnamed",
    ],
    ["something else", "canary", "unnamed"],
  ])("tells of %s without its text", async (_what, thrown, name) => {
    const findings = await withLimit(trial, () => Promise.reject(thrown));

    expect(findings).toMatchObject([{ state: "failed", words: matching(name) }]);
    expect(JSON.stringify(findings)).not.toContain("canary");
  });
});
