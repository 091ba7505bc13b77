import { describe, expect, it } from "vitest";
import type { GroupPermission } from "../../../src/flows/model/tenant-reports.ts";
import { ignoreInFlight } from "../../../src/flows/verification/ignore-in-flight.ts";
import { anOpening, given } from "../../support/data/a-request.ts";
import { group, line, shown } from "../../support/data/a-shown-account.ts";

const underWay = given(anOpening());
const { draft } = underWay;
if (draft.kind !== "create") throw new Error(draft.kind);
const [asked = ""] = draft.permissions.Get;

function held(...part: readonly GroupPermission[]): readonly string[] {
  const { permissions } = ignoreInFlight(shown({ permissions: { kind: "seen", part } }), [
    underWay,
  ]);
  return permissions.kind === "seen" ? permissions.part.map(({ status }) => status) : [];
}

describe("what requests that are under way have put into a tenant", () => {
  it("is left out while it is pending, and looked at once it is active", () => {
    expect(held(line({ domain: asked, status: "pending" }))).toEqual([]);
    expect(held(line({ domain: asked }))).toEqual(["active"]);
    expect(held(line({ domain: asked, status: "disabled" }))).toEqual(["disabled"]);
    expect(held(line({ domain: "Payroll", status: "pending" }))).toEqual(["pending"]);
  });

  it("is left out of the members of their group alone", () => {
    const groups = { kind: "seen", part: [group, { ...group, name: "HR" }] } as const;

    const left = ignoreInFlight(shown({ groups }), [underWay]).groups;

    expect(left.kind === "seen" && left.part.map(({ members }) => members)).toEqual([
      [],
      ["ISU_Viva"],
    ]);
  });
});
