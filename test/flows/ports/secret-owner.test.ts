import { describe, expect, it } from "vitest";
import { isOfAccount } from "../../../src/flows/ports/secret-owner.ts";
import { acme } from "../../support/data/a-tenant.ts";

const owner = { tenant: acme, userName: "ISU_Viva" };

describe("isOfAccount", () => {
  it.each<[what: string, tags: Readonly<Record<string, string>>, is: boolean]>([
    ["the account's, in any case", { tenant: acme, isu: "isu_viva" }, true],
    ["another tenant's", { tenant: "acme_prod", isu: "ISU_Viva" }, false],
    ["another account's", { tenant: acme, isu: "ISU_Other" }, false],
    ["nobody's", { tenant: acme }, false],
    ["somebody else's", {}, false],
  ])("tells a version that is %s", (_what, tags, is) => {
    const reference = { name: "n", version: "1", url: "u", versionedUrl: "v" };

    expect(isOfAccount({ reference, enabled: true, tags }, owner)).toBe(is);
  });
});
