import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPasted } from "../../../src/flows/intake/pasted-domains.ts";
import { accesses, noPermissions, type Permissions } from "../../../src/flows/model/permissions.ts";

describe("readPasted", () => {
  it.each<[what: string, text: string, permissions: Partial<Permissions>]>([
    ["nothing", " \n\t\n", {}],
    ["the access ahead", "Get: Worker Data: Workers", { Get: ["Worker Data: Workers"] }],
    ["several ahead", "get, PUT: Payroll", { Get: ["Payroll"], Put: ["Payroll"] }],
    ["several in words", "View and Modify: Payroll", { View: ["Payroll"], Modify: ["Payroll"] }],
    [
      "headings",
      "Get Only\nPayroll\nWorker Data: Workers\r\n\nPut:\nPayroll",
      { Get: ["Payroll", "Worker Data: Workers"], Put: ["Payroll"] },
    ],
    ["a heading and an access ahead", "Get\nPut: A\nB", { Get: ["B"], Put: ["A"] }],
    [
      "a table with the access in a cell",
      "Payroll\tGet and Put\nView\tReports: Customer Accounts",
      { Get: ["Payroll"], Put: ["Payroll"], View: ["Reports: Customer Accounts"] },
    ],
    [
      "a table under a heading, without its descriptions",
      "Get access\nManage: Learning Content\tProvides access to content.",
      { Get: ["Manage: Learning Content"] },
    ],
    ["bullets and numbers", "Put\n• A\n- B\n3. C\n4) D", { Put: ["A", "B", "C", "D"] }],
    ["a domain with an access in its name", "Get: View of Payroll", { Get: ["View of Payroll"] }],
    ["doubled spaces", "Get:   Worker  Data", { Get: ["Worker Data"] }],
    [
      "the access behind, as vendors' pages have it",
      "● Worker Data: Workers (Get only)\nPayroll – View and Modify\nReports: Pay: Get",
      { Get: ["Worker Data: Workers", "Reports: Pay"], View: ["Payroll"], Modify: ["Payroll"] },
    ],
    ["a sentence", "Get and Put access to Payroll", { Get: ["Payroll"], Put: ["Payroll"] }],
    [
      "several on a line",
      "Get: Worker Data: Workers, Workday Accounts; Payroll,",
      { Get: ["Worker Data: Workers", "Workday Accounts", "Payroll"] },
    ],
    [
      "a name with commas of its own",
      "Get: Setup: Contact Info, IDs, and Personal Data",
      { Get: ["Setup: Contact Info, IDs, and Personal Data"] },
    ],
    [
      "a table of a text file",
      "| Domain | Access |\n|---|:--|\n| Payroll | Get Only |",
      { Get: ["Payroll"] },
    ],
  ])("takes %s", (_what, text, permissions) => {
    expect(readPasted(text)).toEqual({
      permissions: { ...noPermissions, ...permissions },
      strays: [],
      quoted: [],
    });
  });

  it("takes a name in quotes as it is spelled", () => {
    expect(readPasted('Get: "Worker Data: Compensaton"\n“Pay, and more”')).toEqual({
      permissions: { ...noPermissions, Get: ["Worker Data: Compensaton"] },
      strays: ["Pay, and more"],
      quoted: ["Worker Data: Compensaton", "Pay, and more"],
    });
  });

  it("keeps apart what no access is named for", () => {
    expect(readPasted("Payroll\nGet: A\nManage: Learning Content")).toEqual({
      permissions: { ...noPermissions, Get: ["A"] },
      strays: ["Payroll", "Manage: Learning Content"],
      quoted: [],
    });
  });

  it("loses no line, whatever is pasted", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "Get",
        "Put:",
        "Get: A",
        "A (Get)",
        "A, B; C",
        "| A | Get |",
        '"A"',
        "A\tView",
        "- ",
        "x",
        "Get, : b",
        "modify\tget",
      ),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { permissions, strays } = readPasted(lines.join("\n"));
        const names = [...accesses.flatMap((access) => permissions[access]), ...strays];
        expect(names.filter((name) => name === "")).toEqual([]);
      }),
    );
  });
});
