import { describe, expect, it } from "vitest";
import { findMisspelt, listDomainsOf } from "../../../src/bot/forms/misspelt-domains.ts";
import { noPermissions, writeDomains } from "../../../src/flows/model/permissions.ts";
import { catalogue, viva } from "../support/an-office.ts";

const none = writeDomains(noPermissions);

function find(Get: string, otherDomains = "", also: readonly string[] = []): object {
  return findMisspelt({ domains: { ...none, Get }, otherDomains }, { catalogue, also });
}

describe("findMisspelt", () => {
  it("names the nearest domain on the field of each that has a letter or two wrong", () => {
    expect(find("Worker Data: Worker\nSystem", "Put: Payroll")).toEqual({
      Get: "The bot knows no domain “Worker Data: Worker”. Did you mean “Worker Data: Workers”? If your tenant spells it as you did, write it in quotes under “More domains”.",
    });
    expect(find("", "Put: Manage: Lerning Content\nNo access")).toHaveProperty("otherDomains");
    expect(find("", "Manage: Lerning Content")).toHaveProperty("otherDomains");
  });

  it.each<[why: string, chosen: string, pasted: string, also: readonly string[]]>([
    ["is in the catalogue, in any spelling of its letters", "worker data:  workers", "", []],
    ["is another name of one", "Accounts of Workday", "", []],
    ["is like none", "Payroll Interface", "", []],
    ["is too short to tell", "Syste", "", []],
    ["is what the tenant shows", "Worker Data: Worker", "", ["Worker Data: Worker"]],
    ["stands in quotes", "Worker Data: Worker", 'Put: "Worker Data: Worker"', []],
  ])("says nothing of a name that %s", (_why, chosen, pasted, also) => {
    expect(find(chosen, pasted, also)).toEqual({});
  });
});

describe("listDomainsOf", () => {
  it("is every domain that a recipe names, and none without one", () => {
    const optional = [{ domain: "A", access: "Get", why: "" } as const];
    const open = [{ domain: "B", accesses: ["Get", "Put"] } as const];

    expect(listDomainsOf({ ...viva, optional, open })).toEqual(["Worker Data: Workers", "A", "B"]);
    expect(listDomainsOf(undefined)).toEqual([]);
  });
});
