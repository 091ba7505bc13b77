import { describe, expect, it } from "vitest";
import { parseClient, toRawClient } from "../../../src/flows/intake/parse-client.ts";
import type { RawClient } from "../../../src/flows/request/raw-draft.ts";
import { acme } from "../../support/data/a-tenant.ts";

const raw: RawClient = {
  ...toRawClient(undefined, { tenant: acme, userName: "ISU_Viva" }),
  functionalAreas: ["System"],
  reason: "For WQL",
};

describe("parseClient", () => {
  it("takes each functional area once, chosen or typed", () => {
    const otherAreas = "system\n  Customer   Accounts \n\n";

    expect(parseClient({ ...raw, otherAreas })).toMatchObject({
      ok: true,
      value: { functionalAreas: ["System", "Customer Accounts"] },
    });
  });

  it.each<[what: string, changes: Partial<RawClient>, field: string]>([
    ["no name", { clientName: " " }, "clientName"],
    ["an invisible name", { clientName: "a\u202Eb" }, "clientName"],
    ["a long name", { clientName: "x".repeat(151) }, "clientName"],
    ["no area", { functionalAreas: [] }, "otherAreas"],
    ["an invisible area", { otherAreas: "a\u202Eb" }, "otherAreas"],
    ["151 characters of an area", { otherAreas: "a".repeat(151) }, "otherAreas"],
    [
      "too many areas",
      { functionalAreas: Array.from({ length: 61 }, (_, at) => `Area ${at}`) },
      "otherAreas",
    ],
    ["no reason", { reason: "" }, "reason"],
  ])("refuses %s", (_what, changes, field) => {
    const parsed = parseClient({ ...raw, ...changes });

    expect(parsed.ok ? [] : Object.keys(parsed.error)).toEqual([field]);
  });

  it("begins with what the recipe says", () => {
    const apiClient = {
      task: "Register API Client for Integrations",
      nonExpiringRefreshTokens: false,
      functionalAreas: ["System"],
      includeWorkdayOwnedScope: true,
    } as const;
    const of = { tenant: acme, userName: "ISU_K" };

    expect(toRawClient({ vendor: "Kolleno", apiClient }, of)).toMatchObject({
      clientName: "Kolleno API Client",
      includeWorkdayOwnedScope: true,
    });
    expect(
      toRawClient({ vendor: "K", apiClient: { ...apiClient, name: "Own" } }, of),
    ).toMatchObject({ clientName: "Own" });
  });
});
