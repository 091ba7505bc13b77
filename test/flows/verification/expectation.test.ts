import { describe, expect, it } from "vitest";
import { toItem, unseen } from "../../../src/flows/model/verification.ts";
import {
  byEye,
  type ComparedFacts,
  expectThat,
  found,
  judge,
} from "../../../src/flows/verification/expectation.ts";

const expected = [expectThat("group", "The group", "Look at the group.")];
const [fact] = expected.map(({ fact: name, what }) => ({ fact: name, what }));
const gone = toItem("missing", "It is gone.");
const hidden = unseen("The group", "No report.");

describe("judge", () => {
  it.each<[what: string, findings: readonly ComparedFacts[], outcome: string, judged: object]>([
    ["nobody looked", [], "unverified", { seen: "unseen", lookAt: "Look at the group." }],
    ["a report saw it", [found("group", [])], "verified", { seen: "as-asked", eye: "report" }],
    [
      "another eye saw it",
      byEye("wql", [found("group", [])]),
      "verified",
      { seen: "as-asked", eye: "wql" },
    ],
    [
      "the eye was shut",
      byEye("wql", [found("group", [hidden])]),
      "unverified",
      { seen: "unseen", lookAt: "Look at the group." },
    ],
    [
      "one eye saw it and another saw another thing",
      [found("group", []), ...byEye("probe", [found("group", [hidden, gone])])],
      "different",
      { seen: "different", eye: "probe", lookAt: "Look at the group." },
    ],
    [
      "a report saw another thing",
      [found("group", [gone])],
      "different",
      { seen: "different", eye: "report", lookAt: "Look at the group." },
    ],
  ])("says by which eye, where %s", (_what, findings, outcome, judged) => {
    expect(judge({ expected, findings })).toMatchObject({
      outcome,
      facts: [{ ...fact, ...judged }],
    });
  });

  it("verifies nothing where nothing was expected", () => {
    expect(judge({ expected: [], findings: [] })).toMatchObject({
      outcome: "unverified",
      items: [{ words: "What was asked for: not seen. Nobody said what to look at." }],
      facts: [],
    });
  });
});
