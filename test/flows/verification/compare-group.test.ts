import { describe, expect, it } from "vitest";
import type { ConstrainedGroup, ShownGroupType } from "../../../src/flows/model/group-settings.ts";
import { compareType } from "../../../src/flows/verification/compare-group.ts";
import { holding, like } from "../../bot/support/like.ts";

const narrow: ConstrainedGroup = {
  kind: "constrained",
  organizations: ["Acme Germany"],
  scope: "current",
};
const wide: ConstrainedGroup = { ...narrow, scope: "subordinates" };
const organizations = [["Acme Germany", "ORG_DE"]];

type Item = readonly [kind: string, words: string];

describe("compareType", () => {
  it.each<[what: string, asked: ConstrainedGroup, shown: ShownGroupType, items: readonly Item[]]>([
    ["what was asked for", narrow, { ...narrow, organizations }, []],
    [
      "a wider reach",
      narrow,
      { ...wide, organizations },
      [["too-much", "G reaches what is below its organizations too, and nobody asked for it."]],
    ],
    [
      "a narrower reach",
      wide,
      { ...narrow, organizations },
      [["missing", "G does not reach what is below its organizations."]],
    ],
    [
      "another organization",
      narrow,
      { ...narrow, organizations: [["Acme France"]] },
      [
        ["missing", "G does not reach Acme Germany."],
        ["too-much", "G reaches Acme France, and nobody asked for it."],
      ],
    ],
    [
      "neither the organizations nor the reach",
      narrow,
      { kind: "constrained" },
      [
        ["unseen", "The organizations of G"],
        ["unseen", "Whether G reaches what is below its organizations"],
      ],
    ],
    [
      "another type",
      narrow,
      { kind: "other", name: "User-Based" },
      [
        [
          "other",
          "The security group G is of the type User-Based, and was asked to be constrained.",
        ],
      ],
    ],
  ])("finds %s", (_what, asked, shown, items) => {
    expect(compareType("G", asked, shown)).toEqual(
      items.map(([kind, words]) => holding({ kind, words: like(words) })),
    );
  });
});
