import { describe, expect, it } from "vitest";
import {
  isSameDomain,
  listPermissions,
  noPermissions,
} from "../../../src/flows/model/permissions.ts";

describe("listPermissions", () => {
  it("lists every domain with its access, Get first", () => {
    const permissions = { Get: ["B", "A"], Put: ["A"], View: ["C"], Modify: ["D"] };

    expect(listPermissions(permissions)).toEqual([
      { domain: "B", access: "Get" },
      { domain: "A", access: "Get" },
      { domain: "A", access: "Put" },
      { domain: "C", access: "View" },
      { domain: "D", access: "Modify" },
    ]);
  });

  it("lists nothing for none", () => {
    expect(listPermissions(noPermissions)).toEqual([]);
  });
});

describe("isSameDomain", () => {
  it.each([
    ["Worker Data: Workers", "worker data: WORKERS", true],
    ["Worker Data: Workers", "  Worker\tData:  Workers ", true],
    ["Worker Data: Workers", "Worker\u00a0Data: Workers", true],
    ["Worker Data: Workers", "Worker Data:Workers", false],
    ["Worker Data: Workers", "Worker Data: Worker", false],
  ])("compares %j with %j", (one, other, isSame) => {
    expect(isSameDomain(one, other)).toBe(isSame);
  });
});
