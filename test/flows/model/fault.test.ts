import { describe, expect, it } from "vitest";
import { type Fault, isAway } from "../../../src/flows/model/fault.ts";

const common = { outside: "Workday", words: "It failed." } as const;

describe("isAway", () => {
  it.each<[what: string, fault: Fault, away: boolean]>([
    ["did not arrive", { ...common, kind: "unreachable" }, true],
    ["has no outcome that anybody could read", { ...common, kind: "unknown" }, true],
    ["was answered with nonsense", { ...common, kind: "unknown", isAnswered: true }, false],
    ["was answered in another shape", { ...common, kind: "unreadable" }, false],
    ["was refused", { ...common, kind: "rejected" }, false],
    ["was not allowed", { ...common, kind: "denied" }, false],
  ])("tells of a call that %s whether it passes by itself", (_what, fault, away) => {
    expect(isAway(fault)).toBe(away);
  });
});
