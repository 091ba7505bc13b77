import { describe, expect, it } from "vitest";
import { listPermissions, noPermissions } from "../../../src/flows/model/permissions.ts";

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
