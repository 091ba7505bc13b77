import { describe, expect, it } from "vitest";
import type { State } from "../../src/doctor/finding.ts";
import { judgeSignOnLog } from "../../src/doctor/sign-on-log.ts";
import type { Fault } from "../../src/flows/model/fault.ts";
import { instant } from "../../src/flows/model/ids.ts";
import type { SignOnLog } from "../../src/flows/model/sign-on-log.ts";
import { err, ok } from "../../src/result.ts";
import { aFault } from "../support/fakes/fault-injection.ts";
import { matching } from "../workday/support/matching.ts";

function aLog(userName: string): SignOnLog {
  const way = { address: "", channel: "", type: "" };
  return {
    kind: "seen",
    signOns: [{ userName, at: instant(1), outcome: "signed-on", ...way }],
  };
}

describe("judgeSignOnLog", () => {
  it.each<[why: string, log: SignOnLog, state: State, words: RegExp]>([
    ["the bot's own sign-on, in any spelling", aLog("isu_bot"), "ok", /shows the bot's own/],
    ["others' alone", aLog("lmcneil"), "warning", /^None.*ISU_Bot has just signed on/],
    ["nothing", { kind: "seen", signOns: [] }, "warning", /^None/],
    ["more than is read", { kind: "too-many" }, "ok", /small pieces/],
  ])("judges a log with %s", (_why, log, state, words) => {
    expect(judgeSignOnLog("Workday acme", "ISU_Bot", ok(log))).toMatchObject({
      state,
      words: matching(words),
    });
  });

  it.each<[Fault["kind"], RegExp]>([
    ["denied", /System Auditing/],
    ["rejected", /signOns\.version/],
    ["unreadable", /signOns\.version/],
    ["unreachable", /Try again/],
    ["unknown", /Try again/],
  ])("warns of a log that is %s, and says what to do", (kind, remedy) => {
    expect(judgeSignOnLog("Workday acme", "ISU_Bot", err(aFault(kind)))).toMatchObject({
      state: "warning",
      words: matching(/^None/),
      remedy: matching(remedy),
    });
  });
});
