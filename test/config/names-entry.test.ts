import { describe, expect, it } from "vitest";
import { NamesEntry } from "../../src/config/names-entry.ts";

describe("NamesEntry", () => {
  it.each(["ISU_Fixed", "ISSG_{vendr}_{vendor}", "{vendor}}", ""])(
    "refuses a pattern without a placeholder, or with other braces: %s",
    (userName) => {
      expect(NamesEntry.safeParse({ userName }).error?.issues).toMatchObject([
        { message: "a text with {vendor} or {Vendor} or {recipe}, and no other braces" },
      ]);
    },
  );

  it("takes each placeholder", () => {
    const names = {
      userName: "ISU_{vendor}",
      groupName: "{recipe}",
      integrationSystem: "{Vendor}",
    };

    expect(NamesEntry.parse(names)).toEqual(names);
  });
});
