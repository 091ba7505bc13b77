import { describe, expect, it } from "vitest";
import {
  listKnownAccounts,
  showsExemptions,
} from "../../../src/flows/inventory/shown-exemptions.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { acme, aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";

describe("showsExemptions", () => {
  it.each([
    ["nobody at all", [], false],
    ["nobody who is known", ["Viva, Integration", "lmcneil"], false],
    ["somebody who is known, among others", ["lmcneil", "isu_BOT"], true],
  ])("says of a list with %s", (_what, names, shows) => {
    expect(showsExemptions(names, ["ISU_Bot"])).toBe(shows);
  });
});

const otherTenant = valueIn(parseTenantName("another_dpt1"));

describe("listKnownAccounts", () => {
  it("knows what is protected, and the accounts of this tenant's requests", () => {
    const requests = [
      { draft: aDraft() },
      { draft: { kind: "activate", tenant: acme, reason: "Go-live" } as const },
      { draft: aDraft({ tenant: otherTenant, userName: "ISU_Theirs" }) },
    ];

    const known = listKnownAccounts(aTenant({ protectedAccounts: ["ISU_Bot"] }), requests);

    expect(known).toEqual(["ISU_Bot", "ISU_Viva"]);
  });
});
