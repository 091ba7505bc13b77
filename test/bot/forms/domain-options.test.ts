import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOption, suggestDomains } from "../../../src/bot/forms/domain-options.ts";
import { browseDomains } from "../../../src/bot/list-views/domains.ts";
import { type CatalogueDomain, createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import { aDomain, aProcess } from "../../support/data/a-domain.ts";
import { breaches } from "../support/slack-limits.ts";

function catalogueOf(...domains: readonly CatalogueDomain[]): ReturnType<typeof createCatalogue> {
  return createCatalogue([{ functionalAreas: [], domains, businessProcesses: [] }]);
}

const tenant = { refusedDomains: ["Security"], sensitiveDomains: ["Security Set-Up"] };
const long = `Worker Data: ${"x".repeat(100)}`;

const catalogue = catalogueOf(
  aDomain("Security", { description: "Never shown, since the mark comes first." }),
  aDomain("Security Set-Up"),
  aDomain("Payroll", { area: "Core Payroll", description: "Everything about pay." }),
  aDomain("Payroll Reports", { area: "Core Payroll", seenWith: ["Get", "View"] }),
  aDomain(long),
);

function offered(typed: string): readonly string[] {
  return suggestDomains(catalogue, tenant, typed).flatMap(({ label, options }) =>
    options.map(({ text, description }) =>
      [label.text, text.text, description?.text ?? ""].join(" | "),
    ),
  );
}

describe("suggestDomains", () => {
  it("offers what the tenant has and no guide names, behind the catalogue's, as found and not as typed", () => {
    const inTenant = ["Payroll", "Payroll: Garnishments", "Security Set-Up: Keys", long];
    const guarded = { ...tenant, refusedDomains: ["Security Set-Up: Keys"], inTenant };

    const [first, second, typed] = suggestDomains(catalogue, guarded, "payroll");
    const exact = suggestDomains(catalogue, guarded, "Payroll: Garnishments");
    const refused = suggestDomains(catalogue, guarded, "keys");

    expect(first?.options.map(({ value }) => value)).toEqual(["Payroll", "Payroll Reports"]);
    expect(second?.label.text).toBe("In this tenant, in no guide");
    expect(second?.options.map(({ value }) => value)).toEqual(["Payroll: Garnishments"]);
    expect(typed).toBeUndefined();
    expect(exact.map(({ label }) => label.text)).toEqual(["In this tenant, in no guide"]);
    expect(JSON.stringify(refused)).toContain("Administers security: refused in this tenant");
  });

  it.each<[typed: string, options: readonly string[]]>([
    [
      "security",
      [
        "Other, area not stated | Security | Administers security: refused in this tenant",
        "Other, area not stated | Security Set-Up | Administers security: two people approve it",
      ],
    ],
    [
      "pay",
      [
        "Core Payroll | Payroll | Everything about pay.",
        "Core Payroll | Payroll Reports | Seen with Get, View",
        "Not in the catalogue | pay | Use “pay” as typed (not in the catalogue)",
      ],
    ],
    [
      " Badge   Data ",
      ["Not in the catalogue | Badge Data | Use “Badge Data” as typed (not in the catalogue)"],
    ],
    [
      "Payrol Reprts",
      [
        "Core Payroll | Payroll Reports | Seen with Get, View",
        "Not in the catalogue | Payrol Reprts | Use “Payrol Reprts” as typed (not in the catalogue)",
      ],
    ],
  ])("offers for %j", (typed, options) => {
    expect(offered(typed)).toEqual(options);
  });

  it("offers everything while nothing is typed, a hundred at the most", () => {
    const many = Array.from({ length: 300 }, (_, at) => aDomain(`Domain ${at}`));

    const all = suggestDomains(catalogueOf(...many), tenant, "");
    const found = suggestDomains(catalogueOf(...many), tenant, "domain");

    expect(all.flatMap(({ options }) => options)).toHaveLength(100);
    expect(found.flatMap(({ options }) => options)).toHaveLength(100);
    expect(found.at(-1)?.label.text).toBe("Not in the catalogue");
  });

  it("carries a long name as a short value that stays the same, and reads it again", () => {
    const value = suggestDomains(catalogue, tenant, "xxx")[0]?.options[0]?.value ?? "";

    expect(value).toHaveLength(75);
    expect(readOption(value, catalogue)).toBe(long);
    expect(readOption(value, catalogueOf())).toBeUndefined();
    expect(readOption("Payroll", catalogueOf())).toBe("Payroll");
  });

  it("keeps to Slack's limits, and never offers nothing for what was typed, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (typed) => {
        const groups = suggestDomains(catalogue, tenant, typed);
        const options = groups.flatMap((group) => group.options);
        const sizes = options.flatMap(({ text, value, description }) => [
          text.text.length,
          value?.length ?? 0,
          description?.text.length ?? 1,
        ]);
        expect(sizes.every((size) => size >= 1 && size <= 75)).toBe(true);
        expect(options.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("browseDomains", () => {
  const letters = ["x", "&", "<", '"'];

  it.each(letters)("stays within Slack's limits with as many %s as there may be", (letter) => {
    const many = Array.from({ length: 2_000 }, (_, at) =>
      aDomain(`${at} ${letter.repeat(140)}`, {
        area: `Area ${at} ${letter.repeat(50)}`,
        description: letter.repeat(300),
      }),
    );
    const processes = Array.from({ length: 500 }, (_, at) =>
      aProcess(`${at} ${letter.repeat(130)}`, letter.repeat(140), {
        description: letter.repeat(300),
        sources: [letter.repeat(300)],
      }),
    );
    const whole = createCatalogue([
      { functionalAreas: [], domains: many, businessProcesses: processes },
    ]);

    for (const typed of ["", "area 7", "business processes", "1", letter.repeat(3000)]) {
      const message = browseDomains(whole, typed);
      expect(breaches(message, { blocks: 50 })).toEqual([]);
      expect(JSON.stringify(message.blocks).length).toBeLessThan(12_500);
    }
    expect(JSON.stringify(browseDomains(whole, "1").blocks)).toMatch(/And \d+ more/);
  });
});
