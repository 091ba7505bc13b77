import { describe, expect, it } from "vitest";
import { getConstrainedSecurityGroups } from "../../../src/workday/operations/get-constrained-security-groups.ts";

function parse(...items: readonly object[]): ReturnType<typeof getConstrainedSecurityGroups.parse> {
  const reply = { Response_Data: { Group: items } };
  return getConstrainedSecurityGroups.parse(reply, { request: { page: 1 }, secrets: [] });
}

function aReference(type: string, id: string): object {
  return { ID: { attributes: { "wd:type": type }, $value: id } };
}

const reference = aReference("WID", "a");

describe("constrained security groups", () => {
  it.each([
    [{ Applies_to_Current_Organization_Only: "1" }, "current"],
    [{ Applies_to_Current_Organization_And_All_Subordinates: "true" }, "subordinates"],
    [{ Applies_to_Current_Organization_Only: "0" }, undefined],
    [{}, undefined],
  ])("that say %j of their scope have %j", (said, scope) => {
    expect(parse({ A_Reference: reference, A_Data: { Name: "A", ...said } })).toEqual({
      ok: true,
      value: [
        {
          name: "A",
          isInactive: false,
          members: [],
          organizations: [],
          ...(scope !== undefined && { scope }),
        },
      ],
    });
  });

  it("tell members by their accounts, and organizations by all that they are called", () => {
    const data = {
      Name: "A",
      Inactive: "1",
      Integration_System_User_Reference: [
        aReference("WorkdayUserName", "ISU_1"),
        aReference("System_User_ID", "ISU_2"),
        reference,
      ],
      Organization_Reference: { ...aReference("Organization_Reference_ID", "O1") },
    };

    expect(parse({ A_Reference: reference, A_Data: data })).toEqual({
      ok: true,
      value: [
        {
          name: "A",
          isInactive: true,
          members: ["ISU_1", "ISU_2", "somebody"],
          organizations: [["O1"]],
        },
      ],
    });
  });

  it("are left out where they say nothing of themselves", () => {
    expect(parse({ A_Reference: reference })).toEqual({ ok: true, value: [] });
  });

  it.each([
    ["is no list", { Response_Data: "text" }],
    [
      "has a member that is no reference",
      { Response_Data: { A: { A_Data: { Name: "A", Integration_System_User_Reference: "x" } } } },
    ],
  ])("are unreadable where the reply %s", (_what, reply) => {
    const asked = { request: { page: 1 }, secrets: [] };

    expect(getConstrainedSecurityGroups.parse(reply, asked)).toEqual({
      ok: false,
      error: "unreadable",
    });
  });
});
