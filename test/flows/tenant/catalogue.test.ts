import { describe, expect, it } from "vitest";
import {
  type CatalogueContent,
  type CatalogueDomain,
  createCatalogue,
  guardDomains,
  isGuarded,
} from "../../../src/flows/tenant/catalogue.ts";
import { aDomain, aProcess } from "../../support/data/a-domain.ts";

function aFile(...domains: readonly CatalogueDomain[]): CatalogueContent {
  return { functionalAreas: [], domains, businessProcesses: [] };
}

const security = aDomain("Security Administration", { administersSecurity: true });
const setUp = aDomain("Set Up: Security", {
  administersSecurity: true,
  aliases: ["Setup: Security"],
});

describe("createCatalogue", () => {
  it("finds a domain by its name before anybody's alias, without looking at capitals and spaces", () => {
    const workers = aDomain("Worker Data: Workers", { aliases: ["Workers"] });
    const payroll = aDomain("Payroll", { aliases: ["Worker Data: Workers"] });

    const { find } = createCatalogue([aFile(payroll, workers)]);

    expect(find(" worker data:  WORKERS")).toEqual({ domain: workers, isAlias: false });
    expect(find("workers")).toEqual({ domain: workers, isAlias: true });
    expect(find("Nothing")).toBeUndefined();
  });

  it("lets a later file replace an entry, or all actions of a policy, and puts all in the order of their names", () => {
    const before: CatalogueContent = {
      functionalAreas: ["System", "Staffing"],
      domains: [aDomain("Payroll"), aDomain("Absence")],
      businessProcesses: [
        aProcess("Contact Change"),
        aProcess("Work Contact Change", "Change it"),
        aProcess("Home Contact Change"),
      ],
    };
    const own: CatalogueContent = {
      functionalAreas: ["System", "Payroll"],
      domains: [aDomain("PAYROLL", { area: "Payroll" })],
      businessProcesses: [
        aProcess("CONTACT change", "Change it"),
        aProcess("CONTACT change", "Approve it"),
      ],
    };

    expect(createCatalogue([before, own])).toMatchObject({
      functionalAreas: ["Payroll", "Staffing", "System"],
      domains: [{ name: "Absence" }, { name: "PAYROLL", area: "Payroll" }],
      businessProcesses: [
        { policy: "CONTACT change", action: "Approve it" },
        { policy: "CONTACT change", action: "Change it" },
        { policy: "Home Contact Change" },
        { policy: "Work Contact Change", action: "Change it" },
      ],
    });
  });

  it.each<[what: string, own: CatalogueDomain, found: Partial<CatalogueDomain>]>([
    [
      "that replaces a marked one",
      aDomain("set up: security"),
      { name: "set up: security", aliases: ["Setup: Security"] },
    ],
    ["named as an alias of a marked one", aDomain("Setup: Security"), { name: "Setup: Security" }],
    [
      "with a marked one for an alias",
      aDomain("Harmless", { aliases: ["security administration"] }),
      { name: "Harmless" },
    ],
    [
      "that the company marks itself",
      aDomain("Payroll", { administersSecurity: true }),
      { name: "Payroll" },
    ],
  ])("keeps the mark on an entry %s", (_what, own, found) => {
    const { find } = createCatalogue([aFile(security, setUp), aFile(own)]);

    expect(find(own.name)).toMatchObject({
      isAlias: false,
      domain: { ...found, administersSecurity: true },
    });
  });
});

describe("guardDomains of business processes", () => {
  const event = aProcess("Security Group Event", undefined, { administersSecurity: true });
  const before = { ...aFile(), businessProcesses: [event] };
  const own = { ...aFile(), businessProcesses: [aProcess("security group EVENT", "Start it")] };

  it("refuses what is marked in any file, and lets through what the owner allows", () => {
    const catalogue = createCatalogue([before, own]);

    expect(catalogue.businessProcesses).toEqual([
      aProcess("security group EVENT", "Start it", { administersSecurity: true }),
    ]);
    expect(guardDomains(catalogue, { refusedDomains: [], sensitiveDomains: [] })).toEqual({
      refusedDomains: ["security group EVENT"],
      sensitiveDomains: [],
    });
    expect(
      guardDomains(catalogue, { refusedDomains: [], sensitiveDomains: ["Security Group Event"] }),
    ).toEqual({ refusedDomains: [], sensitiveDomains: ["Security Group Event"] });
  });
});

describe("guardDomains", () => {
  const catalogue = createCatalogue([aFile(security, setUp, aDomain("Payroll"))]);

  it.each<[said: Parameters<typeof guardDomains>[1], guarded: ReturnType<typeof guardDomains>]>([
    [
      { refusedDomains: ["Own"], sensitiveDomains: [] },
      {
        refusedDomains: ["Security Administration", "Set Up: Security", "Setup: Security", "Own"],
        sensitiveDomains: [],
      },
    ],
    [
      { refusedDomains: [], sensitiveDomains: ["Security Administration", "Own"] },
      {
        refusedDomains: ["Set Up: Security", "Setup: Security"],
        sensitiveDomains: ["Security Administration", "Own"],
      },
    ],
    [
      { refusedDomains: ["set up: security"], sensitiveDomains: ["Setup: Security"] },
      {
        refusedDomains: ["Security Administration", "Set Up: Security", "Setup: Security"],
        sensitiveDomains: ["Set Up: Security", "Setup: Security"],
      },
    ],
  ])("of %j", (said, guarded) => {
    expect(guardDomains(catalogue, said)).toEqual(guarded);
  });

  it("tells what administers security in a tenant, refused or let through", () => {
    const guarded = { refusedDomains: ["A"], sensitiveDomains: ["B"] };

    expect(["a", "b ", "c"].map((domain) => isGuarded(guarded, domain))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
