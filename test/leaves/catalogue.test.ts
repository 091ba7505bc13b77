import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readCatalogue } from "../../src/catalogue.ts";
import { valueIn } from "../support/value-in.ts";

const good = `sources:
  guide: Acme, the guide
functionalAreas: [Badges]
domains:
  - name: Badge Data
    area: Badges
    seenWith: [Put, Get]
    sources: [guide]
businessProcesses:
  - policy: Badge Change
    action: Change Badge (Web Service)
    area: Badges
    sources: [guide]
`;

function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "isu-bot-catalogue-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe("readCatalogue", () => {
  it("reads what comes with the bot: names, marks, areas and processes, each with its guide", () => {
    const shipped = valueIn(readCatalogue(["catalogue"]));

    const marked = shipped.domains.filter(({ administersSecurity }) => administersSecurity);
    expect(marked.map(({ name }) => name)).toEqual([
      "Integration Security",
      "Manage: Organization Roles",
      "Org Designs: Assign Roles",
      "Security Activation",
      "Security Administration",
      "Security Configuration",
      "Set Up: Tenant Setup - Security",
      "User-Based Security Group Administration",
    ]);
    expect(
      shipped.businessProcesses
        .filter(({ administersSecurity }) => administersSecurity)
        .map(({ policy }) => policy),
    ).toEqual(["Assign Roles", "Assign Roles", "User-Based Security Group Event For User"]);
    expect(shipped.domains.filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(shipped.find("worker data: current staffing information")?.isAlias).toBe(false);
    expect(shipped.functionalAreas).toContain("Customer Accounts");
    expect(shipped.businessProcesses).toContainEqual({
      policy: "Work Contact Change",
      action: "Change Work Contact Information (Web Service)",
      administersSecurity: false,
      sources: [
        "Microsoft Learn, Configure Workday for automatic user provisioning",
        "Okta help centre, Workday writeback enhancement",
        "SailPoint documentation, Workday connector: Get and Put permissions, and permissions to Workday",
      ],
    });
  });

  it("adds a company's files, which may use the areas of others", () => {
    const own = aFolder({
      "a.yml": good,
      "b.yaml": "domains: [{ name: Workday Accounts, area: Badges, description: Ours. }]",
      "README.md": "not one",
    });

    const { find, businessProcesses } = valueIn(readCatalogue(["catalogue", own]));

    expect(find("badge data")?.domain).toEqual({
      name: "Badge Data",
      area: "Badges",
      aliases: [],
      administersSecurity: false,
      seenWith: ["Get", "Put"],
      sources: ["Acme, the guide"],
    });
    expect(find("Workday Accounts")?.domain).toMatchObject({ area: "Badges", seenWith: [] });
    expect(businessProcesses).toContainEqual({
      policy: "Badge Change",
      action: "Change Badge (Web Service)",
      administersSecurity: false,
      area: "Badges",
      sources: ["Acme, the guide"],
    });
  });

  it.each<[what: string, content: string, problem: string | RegExp]>([
    ["a misspelled key", good.replace("area:", "aera:"), /^line 5: domains\.0: .*aera/],
    ["no name", good.replace("name: Badge Data", "description: x"), /^line 5: domains\.0\.name: /],
    ["another access", good.replace("Put", "Delete"), /^line 7: domains\.0\.seenWith\.0: /],
    ["a doubled space", good.replace("Badge Data", "Badge  Data"), /^line 5: .*doubled/],
    [
      "an area that is named nowhere",
      good.replace("[Badges]", "[Badge]"),
      'line 5: functionalAreas does not name the area "Badges"',
    ],
    [
      "a guide that is named nowhere",
      good.replace("guide:", "g:"),
      'line 5: sources has no "guide"',
    ],
    [
      "one domain twice",
      good.replace("businessProcesses:", "  - name: badge data\nbusinessProcesses:"),
      'line 5: "Badge Data" stands more than once',
    ],
    [
      "a business process without its policy",
      good.replace("policy: Badge Change", "description: x"),
      /^line 10: businessProcesses\.0\.policy: /,
    ],
    [
      "a | in a policy's name",
      good.replace("Badge Change", '"Badge | Change"'),
      "line 10: businessProcesses.0.policy: no |",
    ],
    [
      "a business process of an area that is named nowhere",
      good.replace(/area: Badges(?=\n.*\n$)/, "area: Doors"),
      'line 10: functionalAreas does not name the area "Doors"',
    ],
    [
      "a business process of a guide that is named nowhere",
      good.replace(/sources: \[guide\]\n$/, "sources: [wiki]\n"),
      'line 10: sources has no "wiki"',
    ],
    [
      "one business process twice",
      `${good}  - { policy: badge change, action: change badge (web service) }\n`,
      'line 10: "Badge Change | Change Badge (Web Service)" stands more than once',
    ],
    ["no YAML", "domains: [", /\S/],
    ["an alias that unfolds", "a: &a [1]\ndomains: *a", /\S/],
    ["nothing in it", "", /^line 1: /],
  ])("refuses a file with %s, with its line", (_what, content, problem) => {
    const folder = aFolder({ "own.yml": content });

    const answer = readCatalogue(["catalogue", folder]);

    const [first = ""] = answer.ok ? [] : answer.error;
    expect(first.startsWith(`${join(folder, "own.yml")}: `)).toBe(true);
    expect(first.slice(join(folder, "own.yml").length + 2)).toMatch(problem);
  });

  it("says everything that is wrong at once, and which folder is not there", () => {
    const answer = readCatalogue([aFolder({ "a.yml": "x: 1", "b.yml": "y: 1" }), "/nowhere"]);

    expect(answer.ok ? [] : answer.error).toHaveLength(3);
    expect(answer.ok ? "" : answer.error[0]).toBe("/nowhere: no readable folder there");
  });

  it("says that a file cannot be read", () => {
    const folder = aFolder({});
    mkdirSync(join(folder, "own.yml"));

    const answer = readCatalogue([folder]);

    expect(answer.ok ? [] : answer.error).toEqual([expect.stringMatching(/own\.yml: .*EISDIR/)]);
  });
});
