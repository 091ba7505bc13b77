import { describe, expect, it } from "vitest";
import { checkActivityLog, judgeActivityLog } from "../../src/doctor/activity-log.ts";
import type { Fault } from "../../src/flows/model/fault.ts";
import { instant } from "../../src/flows/model/ids.ts";
import type { TimeSpan } from "../../src/flows/model/sign-on-log.ts";
import { err, ok } from "../../src/result.ts";
import { aFault } from "../support/fakes/fault-injection.ts";
import { matching } from "../workday/support/matching.ts";

const area = "Workday acme";
const trial = { area, limitMs: 1_000, now: () => 10_000_000 };

describe("checkActivityLog", () => {
  it("asks for the last quarter of an hour", async () => {
    const asked: TimeSpan[] = [];

    const findings = await checkActivityLog(
      {
        readActivationRuns: async (span) => {
          asked.push(span);
          return ok([{ at: instant(9_500_000), by: "ddiaz" }]);
        },
      },
      trial,
    );

    expect(asked).toEqual([{ from: 9_100_000, to: 10_000_000 }]);
    expect(findings).toMatchObject([{ state: "ok", words: matching(/shows who ran/) }]);
  });

  it("says nothing where there is no client to ask with", async () => {
    expect(await checkActivityLog({}, trial)).toEqual([]);
  });
});

describe("judgeActivityLog", () => {
  it("does not take a log without anything for one that is switched on", () => {
    expect(judgeActivityLog(area, ok([]))).toMatchObject({
      state: "ok",
      words: matching(/Enable User Activity Logging/),
    });
  });

  it.each<[Fault["kind"], RegExp]>([
    ["denied", /scope System.*System Auditing/],
    ["rejected", /Enable User Activity Logging/],
    ["unreadable", /Nothing can be set/],
    ["unreachable", /Try again/],
    ["unknown", /Try again/],
  ])("warns of a log that is %s, and says what to do", (kind, remedy) => {
    expect(judgeActivityLog(area, err(aFault(kind)))).toMatchObject({
      state: "warning",
      words: matching(/^None/),
      remedy: matching(remedy),
    });
  });
});
