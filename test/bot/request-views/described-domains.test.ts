import { describe, expect, it } from "vitest";
import { describeDomains, noteDomains } from "../../../src/bot/request-views/domain-notes.ts";
import { createCatalogue } from "../../../src/flows/tenant/catalogue.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const known = {
  name: "Manage: Learning Content",
  aliases: [],
  administersSecurity: false,
  seenWith: [],
  description: "Certain administrative tasks.",
  sources: [],
};
const catalogue = createCatalogue([
  { functionalAreas: [], domains: [known], businessProcesses: [] },
]);
const against = { catalogue, tenant: aTenant() };
const permissions = {
  Get: ["manage: learning content", "Badge Data"],
  Put: ["Manage: Learning Content"],
  View: [],
  Modify: [],
};

describe("what a domain is about", () => {
  it("stands beside it where permissions are shown, in the guide's words", () => {
    expect(noteDomains(permissions, against, 2500)).toEqual({
      Get: [
        "manage: learning content · Certain administrative tasks.",
        "Badge Data (not in the catalogue)",
      ],
      Put: ["Manage: Learning Content · Certain administrative tasks."],
      View: [],
      Modify: [],
    });
    expect(describeDomains(permissions, catalogue).Get).toEqual([
      "manage: learning content · Certain administrative tasks.",
      "Badge Data",
    ]);
  });

  it("is left out where it would cut a name off", () => {
    const many = { ...permissions, Get: Array.from({ length: 40 }, () => known.name) };

    expect(noteDomains(many, against, 1200)).toEqual({
      ...many,
      Put: ["Manage: Learning Content"],
    });
  });
});
