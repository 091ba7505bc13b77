import { describe, expect, it } from "vitest";
import {
  connections,
  describeConnection,
  listAfterwards,
  listBefore,
  makesAccount,
} from "../../../src/flows/tenant/recipe-requirements.ts";

describe("what surrounds a recipe's account", () => {
  it("is nothing where the recipe says nothing", () => {
    expect(listBefore({})).toEqual([]);
    expect(listAfterwards({})).toEqual([]);
    expect(describeConnection({})).toBeUndefined();
    expect(makesAccount({})).toBe(true);
  });

  it("stands before in the order of the recipe, with the vendor's addresses last", () => {
    expect(
      listBefore({
        addresses: ["192.0.2.7", "2001:db8::/32"],
        tenantSettings: [{ task: "Edit Tenant Setup - System", setting: "Enable it" }],
        prerequisites: ["A licence"],
      }),
    ).toEqual([
      "A licence",
      "Edit Tenant Setup - System: Enable it",
      "The tenant lets the vendor in, which connects from 192.0.2.7, 2001:db8::/32",
    ]);
  });

  it("comes afterwards with the reports first, each with its source and why it is optional", () => {
    expect(
      listAfterwards({
        afterwards: ["Paste it"],
        reports: [
          { what: "shared with the account", dataSource: "All Workers" },
          { what: "of sign-ons", optional: "for logs" },
        ],
      }),
    ).toEqual([
      "A report on All Workers: shared with the account",
      "A report: of sign-ons (optional: for logs)",
      "Paste it",
    ]);
  });

  it.each(connections)(
    "says how the vendor connects, by %s, and whether an account is made",
    (by) => {
      const words = describeConnection({ connection: by });

      expect(makesAccount({ connection: by })).toBe(by === "isu" || by === "jwt");
      expect(words === undefined).toBe(by === "isu");
      expect(/no integration system user/.test(words ?? "")).toBe(
        !makesAccount({ connection: by }),
      );
    },
  );
});
