import { describe, expect, it } from "vitest";
import { describeMembership, type OtherGroup } from "../../../src/flows/model/other-group.ts";

const groupName = "HR Everything";

describe("describeMembership", () => {
  it.each<[what: string, group: OtherGroup, words: string]>([
    [
      "what it gives",
      { groupName, gives: ["Get on A", "Put on B"] },
      ", which gives Get on A, Put on B",
    ],
    [
      "that it gives nothing",
      { groupName, gives: [] },
      ", which gives nothing that a report shows",
    ],
    ["its name alone where no report tells", { groupName }, ""],
  ])("says %s", (_what, group, words) => {
    expect(describeMembership(group)).toBe(`${groupName}${words}`);
  });

  it("is cut where it gives much", () => {
    const gives = Array.from({ length: 100 }, (_, at) => `Get on Domain ${at}`);

    expect(describeMembership({ groupName, gives })).toHaveLength(600);
  });
});
