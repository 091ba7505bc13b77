import { describe, expect, it } from "vitest";
import type { ImplementedGroup } from "../../../../src/flows/ports/implementation.ts";
import {
  listGroupChanges,
  withMember,
  withoutMember,
} from "../../../../src/flows/steps/implementation-service/group-changes.ts";

const ada = { account: "ISU_Ada", ids: [{ type: "WID", id: "1" }] };
const viva = { account: "ISU_Viva", ids: [{ type: "System_User_ID", id: "ISU_Viva" }] };
const group: ImplementedGroup = {
  id: "ISSG_1",
  name: "Viva",
  comment: "Made by hand",
  isInactive: false,
  members: [ada],
};

describe("members", () => {
  it("come to the others, once, whatever the case", () => {
    const both = { ...group, members: [ada, viva] };

    expect(withMember(group, "ISU_Viva")).toEqual(both);
    expect(withMember(both, "isu_viva")).toBe(both);
  });

  it("leave the others", () => {
    expect(withoutMember({ ...group, members: [ada, viva] }, "isu_VIVA")).toEqual(group);
  });
});

describe("listGroupChanges", () => {
  it.each<[what: string, after: ImplementedGroup, changes: readonly string[]]>([
    ["nothing", { ...group, members: [{ ...ada, ids: [] }] }, []],
    [
      "members",
      { ...group, members: [viva] },
      ["the member ISU_Ada is gone", "the member ISU_Viva is new"],
    ],
    ["that it is inactive", { ...group, isInactive: true }, ["it is inactive"]],
    [
      "its fields",
      { ...group, id: "2", name: "x", comment: "" },
      ["its name is other", "its id is other", "its comment is other"],
    ],
  ])("finds %s", (_what, after, changes) => {
    expect(listGroupChanges(group, after)).toEqual(changes);
  });

  it("finds that it is active again", () => {
    expect(listGroupChanges({ ...group, isInactive: true }, group)).toEqual(["it is active"]);
  });
});
