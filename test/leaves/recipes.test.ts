import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listPermissions } from "../../src/flows/model/permissions.ts";
import { makesAccount } from "../../src/flows/tenant/recipe-requirements.ts";
import { readRecipes } from "../../src/recipes.ts";
import { aFolder, good } from "../support/data/recipe-files.ts";
import { valueIn } from "../support/value-in.ts";

const everything = `${good}url: https://acme.example/guide
groupTypes: [unconstrained, segment-based]
requireNewPassword: false
optional: [{ domain: Payroll, access: Put, why: writeback }]
open: [{ domain: Job Information, accesses: [Get, Put] }]
businessProcesses: [{ policy: Contact Change, action: Change, service: rest, optional: writeback }]
apiClient: { name: Acme, nonExpiringRefreshTokens: true, functionalAreas: [Staffing] }
x509: { tasks: [Create x509 Public Key] }
saml: {}
authenticationPolicy: { allowedTypes: [X509], note: on top }
exemptFromPasswordExpiry: true
furtherTasks: [a report]
notes: [Read it.]
connection: jwt
variants: [{ name: OAuth, recipe: acme-hr, differs: a client }]
deliveredGroups: [{ group: All Employees, domain: Payroll, access: View }]
addresses: [192.0.2.7, 198.51.100.0/24, "2001:db8::1", "2001:db8::/32"]
passwordWithout: ["&", "<"]
reports: [{ what: shared, dataSource: All Workers, optional: for logs }]
tenantSettings: [{ task: Edit Tenant Setup - System, setting: Enable it }]
prerequisites: [a licence]
afterwards: [Paste it]
lookedAt: 2026-11-30
secondHand: true
`;

describe("readRecipes", () => {
  it("reads every recipe that comes with the bot, in the order of their vendors", () => {
    const recipes = valueIn(readRecipes(["recipes"]));

    const vendors = recipes.list().map(({ vendor }) => vendor);
    expect(vendors.length).toBeGreaterThanOrEqual(45);
    expect(vendors).toEqual(vendors.toSorted((one, other) => one.localeCompare(other)));
    expect(recipes.find("Viva-Learning")).toMatchObject({
      vendor: "Microsoft Viva Learning",
      userName: "ISU_Microsoft_Viva_Learning",
      sessionTimeoutMinutes: 0,
      doNotAllowUiSessions: true,
    });
    expect(recipes.find("kolleno")?.incomplete).toContain("not known");
    expect(recipes.find("nobody")).toBeUndefined();
  });

  it("fills in what a recipe leaves out", () => {
    const recipes = valueIn(
      readRecipes([aFolder({ "acme-hr.yaml": good, "README.md": "not one" })]),
    );

    expect(recipes.list()).toEqual([
      {
        name: "acme-hr",
        vendor: "Acme HR",
        source: "Acme HR, guide",
        date: "2026-11-22",
        doNotAllowUiSessions: true,
        permissions: { Get: ["Payroll"], Put: [], View: [], Modify: [] },
      },
    ]);
  });

  it.each(valueIn(readRecipes(["recipes"])).list())(
    "says of $name where it comes from, and offers nothing twice",
    ({ source, url, permissions, optional = [], open = [], ...recipe }) => {
      const { incomplete, date, lookedAt = date } = recipe;
      expect(source).not.toBe("");
      expect(url ?? "https://").toMatch(/^https:\/\//);
      expect(lookedAt >= date && lookedAt <= "2026-11-30").toBe(true);
      const isEmpty = listPermissions(permissions).length + optional.length + open.length === 0;
      expect(isEmpty && incomplete === undefined).toBe(!makesAccount(recipe));
    },
  );

  it("reads everything that a recipe can say", () => {
    const recipes = valueIn(readRecipes(["recipes", aFolder({ "acme-hr.yml": everything })]));

    expect(recipes.find("acme-hr")).toEqual({
      name: "acme-hr",
      origin: "own",
      vendor: "Acme HR",
      source: "Acme HR, guide",
      url: "https://acme.example/guide",
      date: "2026-11-22",
      groupTypes: ["unconstrained", "segment-based"],
      requireNewPassword: false,
      doNotAllowUiSessions: true,
      permissions: { Get: ["Payroll"], Put: [], View: [], Modify: [] },
      optional: [{ domain: "Payroll", access: "Put", why: "writeback" }],
      open: [{ domain: "Job Information", accesses: ["Get", "Put"] }],
      businessProcesses: [
        { policy: "Contact Change", action: "Change", service: "rest", optional: "writeback" },
      ],
      apiClient: {
        task: "Register API Client for Integrations",
        name: "Acme",
        nonExpiringRefreshTokens: true,
        functionalAreas: ["Staffing"],
        includeWorkdayOwnedScope: false,
      },
      x509: { tasks: ["Create x509 Public Key"] },
      saml: { tasks: [] },
      authenticationPolicy: { allowedTypes: ["X509"], note: "on top" },
      exemptFromPasswordExpiry: true,
      furtherTasks: ["a report"],
      notes: ["Read it."],
      connection: "jwt",
      variants: [{ name: "OAuth", recipe: "acme-hr", differs: "a client" }],
      deliveredGroups: [{ group: "All Employees", domain: "Payroll", access: "View" }],
      addresses: ["192.0.2.7", "198.51.100.0/24", "2001:db8::1", "2001:db8::/32"],
      passwordWithout: ["&", "<"],
      reports: [{ what: "shared", dataSource: "All Workers", optional: "for logs" }],
      tenantSettings: [{ task: "Edit Tenant Setup - System", setting: "Enable it" }],
      prerequisites: ["a licence"],
      afterwards: ["Paste it"],
      lookedAt: "2026-11-30",
      secondHand: true,
    });
  });

  it("lets a company's own recipe replace one of the same name", () => {
    const own = aFolder({ "viva-learning.yml": good });

    expect(valueIn(readRecipes(["recipes", own])).find("viva-learning")).toMatchObject({
      vendor: "Acme HR",
      origin: "own-instead",
    });
  });

  it.each<[what: string, file: string, content: string, where: string]>([
    ["a name in capitals", "Acme_HR.yml", good, "1:1: name the file in lower case"],
    ["no vendor", "a.yml", good.replace(/vendor.*\n/, ""), "1:1: vendor: "],
    ["no source", "a.yml", `# Ours\n${good.replace(/source.*\n/, "")}`, "2:1: source: "],
    ["a day that is none", "a.yml", good.replace("2026-11-22", "22 Nov"), "3:1: date: "],
    ["an unknown key", "a.yml", `${good}passwrod: x\n`, "5:1: passwrod: there is no such key"],
    [
      "a misspelled key",
      "a.yml",
      `${good}userNme: x\n`,
      "5:1: userNme: there is no such key. Did you mean userName?",
    ],
    [
      "another access",
      "a.yml",
      good.replace("Get", "Delete"),
      "4:16: permissions.Delete: there is",
    ],
    ["an empty domain", "a.yml", good.replace("[Payroll]", '[A, ""]'), "4:25: permissions.Get.1: "],
    ["no list", "a.yml", good.replace("[Payroll]", "Payroll"), "4:16: permissions.Get: "],
    ["a timeout in words", "a.yml", `${good}sessionTimeoutMinutes: long\n`, "5:1: sessionTimeout"],
    ["an address without https", "a.yml", `${good}url: http://a.example\n`, "5:1: url: an address"],
    [
      "an optional domain without its reason",
      "a.yml",
      `${good}optional:\n  - { domain: A, access: Get, why: w }\n  - { domain: B, access: Get }\n`,
      "7:5: optional.1.why: ",
    ],
    [
      "an optional domain that is needed anyway",
      "a.yml",
      `${good}optional: [{ domain: payroll, access: Get, why: w }]\n`,
      "5:12: optional.0: a domain that is not named above",
    ],
    [
      "an open domain named twice",
      "a.yml",
      `${good}open:\n  - { domain: A, accesses: [Get, Put] }\n  - { domain: a, accesses: [Get, Put] }\n`,
      "7:5: open.1: a domain that is not named above",
    ],
    [
      "an open domain with one access",
      "a.yml",
      `${good}open: [{ domain: A, accesses: [Get] }]\n`,
      "5:21: open.0.accesses: ",
    ],
    [
      "an open domain with an access twice",
      "a.yml",
      `${good}open: [{ domain: A, accesses: [Get, Get] }]\n`,
      "5:21: open.0.accesses: each access once",
    ],
    ["no YAML", "a.yml", "vendor: [", "1:10: Flow sequence"],
    ["a key twice", "a.yml", `${good}vendor: B\n`, "5:1: Map keys must be unique"],
    ["an alias for nothing", "a.yml", "vendor: *nobody\n", "1:1: Unresolved alias"],
    ["nothing in it", "a.yml", "", "1:1: Invalid input"],
  ])("refuses a recipe with %s, with its line and the reason", (_what, file, content, where) => {
    const folder = aFolder({ [file]: content });

    const answer = readRecipes([aFolder({ "shipped.yml": good }), folder]);

    const [problem = ""] = answer.ok ? [] : answer.error;
    expect(problem.slice(0, join(folder, file).length + 1 + where.length)).toBe(
      `${join(folder, file)}:${where}`,
    );
  });

  it("refuses two files of one name in one folder", () => {
    const folder = aFolder({ "a.yaml": good, "a.yml": good });

    expect(readRecipes(["recipes", folder])).toEqual({
      ok: false,
      error: [
        `${join(folder, "a.yml")}:1:1: another file of this folder has this name: rename one`,
      ],
    });
  });

  it("refuses a folder that is not there, and a file that cannot be read", () => {
    const folder = aFolder({});
    mkdirSync(join(folder, "a.yml"));

    const answer = readRecipes(["recipes", join(folder, "none"), folder]);

    expect(answer.ok ? [] : answer.error).toEqual([
      `${join(folder, "none")}: no folder that can be read; \`recipes\` in the configuration names it`,
      `${join(folder, "a.yml")}:1:1: not a file that can be read`,
    ]);
  });

  it("says everything that is wrong at once", () => {
    const answer = readRecipes([
      aFolder({ "a.yml": "vendor: A\nx: 1\ny: 2\n", "b.yml": "[]", "c.yml": good }),
    ]);

    const problems = (answer.ok ? [] : answer.error).map((one) => one.replace(/^.*\//, ""));
    expect(problems.map((one) => one.split(": ").slice(0, 2).join(": "))).toEqual([
      "a.yml:1:1: source",
      "a.yml:1:1: date",
      "a.yml:1:1: permissions",
      "a.yml:2:1: x",
      "a.yml:3:1: y",
      "b.yml:1:1: Invalid input",
    ]);
  });
});
