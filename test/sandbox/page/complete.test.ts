import { describe, expect, it } from "vitest";
import { readUsages } from "../../../sandbox/manifest.ts";
import { complete } from "../../../sandbox/page/complete.ts";

const candidates = {
  recipe: ["viva-learning", "workos"],
  tenant: ["acme_dpt1"],
  ISU: ["ISU_Payroll_Export"],
  request: ["ISU-2G84JZ1J"],
};

function textsOf(typed: string): readonly string[] {
  return complete(typed, readUsages(), candidates).map(({ text }) => text);
}

describe("complete", () => {
  it("offers nothing to somebody who writes no command", () => {
    expect(textsOf("good morning")).toEqual([]);
  });

  it("knows every command of the manifest by its own name", () => {
    for (const { command } of readUsages()) {
      expect(textsOf(command.slice(0, -1))).toContain(command);
    }
  });

  it("finds a command by any part of its name, those that begin with it first", () => {
    expect(textsOf("/workday-isu li")).toEqual(["/workday-isu list", "/workday-isu api-client"]);
  });

  it("says what may follow a command", () => {
    expect(complete("/workday-isu crea", readUsages(), candidates)).toEqual([
      { text: "/workday-isu create", note: "[recipe] [tenant]" },
    ]);
  });

  it.each([
    ["/workday-isu create VIVA", ["/workday-isu create viva-learning"]],
    ["/workday-isu create viva-learning ", ["/workday-isu create viva-learning acme_dpt1"]],
    ["/workday-isu rotate pay", ["/workday-isu rotate ISU_Payroll_Export"]],
    [
      "/workday-isu status ",
      ["/workday-isu status ISU-2G84JZ1J", "/workday-isu status ISU_Payroll_Export"],
    ],
  ])("goes on from %s with what there is", (typed, texts) => {
    expect(textsOf(typed)).toEqual(texts);
  });

  it("has nothing to add to what is complete", () => {
    expect(textsOf("/workday-isu rotate ISU_Payroll_Export")).toEqual([]);
    expect(textsOf("/workday-isu help ")).toEqual([]);
  });
});
