import { describe, expect, it } from "vitest";
import {
  findShelf,
  searchDomains,
  searchProcesses,
  shelve,
} from "../../../src/flows/tenant/search-catalogue.ts";
import { aDomain, aProcess } from "../../support/data/a-domain.ts";

const domains = [
  aDomain("Manage: Learning Content"),
  aDomain("Reports: Learning Record"),
  aDomain("Learning Segment Setup", { area: "System" }),
  aDomain("Set Up: Tenant Setup - Security", { aliases: ["Tenant Learning"] }),
  aDomain("Worker Data: Workers"),
  aDomain("Worker Data: Current Staffing Information"),
  aDomain("Workday Accounts", { area: "System", aliases: ["Accounts"] }),
  aDomain("Payroll"),
];

function search(typed: string): readonly string[] {
  return searchDomains({ domains }, typed).map(({ name }) => name);
}

describe("searchDomains", () => {
  it.each<[what: string, typed: string, found: readonly string[]]>([
    [
      "a beginning before the beginning of a word, and aliases after names",
      "learning",
      [
        "Learning Segment Setup",
        "Manage: Learning Content",
        "Reports: Learning Record",
        "Set Up: Tenant Setup - Security",
      ],
    ],
    ["the very name first", "worker data workers", ["Worker Data: Workers"]],
    [
      "whatever capitals and punctuation",
      "WORKER data:",
      ["Worker Data: Workers", "Worker Data: Current Staffing Information"],
    ],
    ["a part of a word", "roll", ["Payroll"]],
    ["words in any order", "staffing worker", ["Worker Data: Current Staffing Information"]],
    ["an alias", "accounts", ["Workday Accounts"]],
    ["both spellings of set-up", "setup: tenant", ["Set Up: Tenant Setup - Security"]],
    ["nothing for what is nowhere", "badge", []],
  ])("finds %s", (_what, typed, found) => {
    expect(search(typed)).toEqual(found);
  });

  it.each(["", "  ", "::"])("gives all for %j", (typed) => {
    expect(search(typed)).toEqual(domains.map(({ name }) => name));
  });
});

const businessProcesses = [
  aProcess("Contact Change"),
  aProcess("Hire", "Import Hire (Web Service)", { area: "System" }),
  aProcess("Work Contact Change", "Change Work Contact Information (Web Service)"),
];

describe("searchProcesses", () => {
  it.each<[what: string, typed: string, found: readonly string[]]>([
    ["a policy, the very name first", "contact change", ["Contact Change", "Work Contact Change"]],
    ["an action", "information (web", ["Work Contact Change"]],
    ["words of both", "work web service", ["Work Contact Change"]],
    [
      "both as they are written",
      "Work Contact Change | Change Work Contact Information (Web Service)",
      ["Work Contact Change"],
    ],
    ["all where nothing is typed", " ", businessProcesses.map(({ policy }) => policy)],
    ["nothing for what is nowhere", "payroll", []],
  ])("finds %s", (_what, typed, found) => {
    const processes = searchProcesses({ businessProcesses }, typed);

    expect(processes.map(({ policy }) => policy)).toEqual(found);
  });
});

describe("shelves", () => {
  const shelves = shelve({ domains, businessProcesses });

  it("stand by functional area, and by the name's first part where no source says one", () => {
    expect(
      shelves.map(({ label, ...on }) => [label, on.domains.length, on.businessProcesses.length]),
    ).toEqual([
      ["Manage, area not stated", 1, 0],
      ["Reports, area not stated", 1, 0],
      ["System", 2, 1],
      ["Set Up, area not stated", 1, 0],
      ["Worker Data, area not stated", 2, 0],
      ["Other, area not stated", 1, 0],
      ["Business processes, area not stated", 0, 2],
    ]);
  });

  it.each([
    ["system", "System"],
    ["Worker Data", "Worker Data, area not stated"],
    ["worker data, area not stated", "Worker Data, area not stated"],
    ["business processes", "Business processes, area not stated"],
    ["Worker", undefined],
  ])("are found by %j", (typed, label) => {
    expect(findShelf(shelves, typed)?.label).toBe(label);
  });
});
