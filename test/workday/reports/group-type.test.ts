import { describe, expect, it } from "vitest";
import type { ShownGroupType } from "../../../src/flows/model/group-settings.ts";
import { readGroupType, splitCell, uniteTypes } from "../../../src/workday/reports/group-type.ts";

const constrained = "Integration System Security Group (Constrained)";
const columns = { Organizations: "Organizations", Organization_Scope: "Organization_Scope" };

function read(
  cells: Readonly<Record<string, string>>,
  named: Readonly<Record<string, string>> = columns,
): ShownGroupType | undefined {
  return readGroupType((column) => cells[column] ?? "", named);
}

describe("readGroupType", () => {
  it.each<[type: string, shown: ShownGroupType | undefined]>([
    ["Integration System Security Group (Unconstrained)", { kind: "unconstrained" }],
    [
      "Integration System Security Group (Constrained) ",
      { kind: "constrained", organizations: [["Acme"]] },
    ],
    [
      "Job-Based Security Group (Unconstrained)",
      { kind: "other", name: "Job-Based Security Group (Unconstrained)" },
    ],
    [
      "Role-Based Security Group (Constrained)",
      { kind: "other", name: "Role-Based Security Group (Constrained)" },
    ],
    [" Role-Based ", { kind: "other", name: "Role-Based" }],
    [" ", undefined],
  ])("takes %j for %j, whatever organizations it shows", (Group_Type, shown) => {
    expect(read({ Group_Type, Organizations: "Acme" })).toEqual(shown);
  });

  it.each([
    ["Current Organization and All Subordinates", "subordinates"],
    ["Current Organization Only", "current"],
    ["Something else", undefined],
  ])("reads of a constrained group its organizations and the scope %j", (said, scope) => {
    const cells = { Group_Type: constrained, Organizations: "A; B;", Organization_Scope: said };

    expect(read(cells)).toEqual({
      kind: "constrained",
      organizations: [["A"], ["B"]],
      ...(scope !== undefined && { scope }),
    });
  });

  it("reads no column that the configuration does not name", () => {
    const cells = {
      Group_Type: constrained,
      Organizations: "A",
      Organization_Scope: "Current Organization Only",
    };

    expect(read(cells, {})).toEqual({ kind: "constrained" });
  });
});

describe("uniteTypes", () => {
  const a: ShownGroupType = { kind: "constrained", organizations: [["A"]], scope: "current" };
  const b: ShownGroupType = { kind: "constrained", organizations: [["B"], ["A"]] };
  const blank: ShownGroupType = { kind: "constrained" };
  const free: ShownGroupType = { kind: "unconstrained" };

  it.each<
    [
      what: string,
      one: ShownGroupType | undefined,
      other: ShownGroupType | undefined,
      united: ShownGroupType | undefined,
    ]
  >([
    ["joins organizations", a, b, { kind: "constrained", organizations: [["A"], ["B"]] }],
    ["takes the later of two that cannot be joined", a, free, free],
    ["takes the one that there is", a, undefined, a],
    ["takes the one that comes", undefined, a, a],
    ["takes the later where the first shows none", blank, a, a],
    ["takes the later where it shows none", a, blank, blank],
    ["has none of none", undefined, undefined, undefined],
  ])("%s", (_what, one, other, united) => {
    expect(uniteTypes(one, other)).toEqual(united);
  });
});

describe("splitCell", () => {
  it("finds what stands between semicolons", () => {
    expect(splitCell(" A; ;B ;")).toEqual(["A", "B"]);
    expect(splitCell("")).toEqual([]);
  });
});
