import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDraft } from "../../../src/flows/intake/parse-draft.ts";
import { isSameName } from "../../../src/flows/model/names.ts";
import { accesses, type Permissions } from "../../../src/flows/model/permissions.ts";
import {
  listOpenChoices,
  listUndecided,
  mergeChoices,
} from "../../../src/flows/tenant/recipe-choices.ts";
import { like } from "../../bot/support/like.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";

const domain = fc.constantFrom(
  "Payroll",
  "payroll",
  "Job Information",
  "Workday Accounts",
  "Staffing",
);
const domains = fc.uniqueArray(domain, { comparator: isSameName });
const permissions = fc.record<Permissions>({
  Get: domains,
  Put: domains,
  View: domains,
  Modify: domains,
});
const open = fc.record({
  domain,
  choice: fc.constantFrom(...listOpenChoices(accesses), ...listOpenChoices(["Get", "Put"])),
});
const choices = fc.record({
  optional: fc.record(
    { Get: domains, Put: domains, View: domains, Modify: domains },
    { requiredKeys: [] },
  ),
  open: fc.array(open),
});

describe("mergeChoices", () => {
  it("adds what was chosen and nothing else, once, behind what was typed", () => {
    fc.assert(
      fc.property(permissions, choices, (typed, chosen) => {
        const merged = mergeChoices(typed, chosen);

        for (const access of accesses) {
          const wanted = [
            ...typed[access],
            ...(chosen.optional[access] ?? []),
            ...chosen.open
              .filter(({ choice }) => choice.split("+").includes(access))
              .map((one) => one.domain),
          ];
          expect(merged[access].slice(0, typed[access].length)).toEqual(typed[access]);
          expect(new Set(merged[access].map((one) => one.toLowerCase()))).toEqual(
            new Set(wanted.map((one) => one.toLowerCase())),
          );
          expect(merged[access]).toHaveLength(
            new Set(merged[access].map((one) => one.toLowerCase())).size,
          );
        }
        expect(mergeChoices(merged, chosen)).toEqual(merged);
      }),
    );
  });

  it("adds nothing for what is undecided", () => {
    const typed = { Get: ["Payroll"], Put: [], View: [], Modify: [] };

    expect(
      mergeChoices(typed, { optional: {}, open: [{ domain: "Staffing", choice: "" }] }),
    ).toEqual(typed);
  });
});

describe("listOpenChoices", () => {
  it.each([
    [["Get", "Put"] as const, ["Get", "Put", "Get+Put", "none"]],
    [["Get"] as const, ["Get", "none"]],
  ])("offers for %o each, all and none", (may, offered) => {
    expect(listOpenChoices(may)).toEqual(offered);
  });

  it.each(["", "Delete", "Get+Delete", "Get+Get"])("calls %o undecided", (choice) => {
    expect(listUndecided({ optional: {}, open: [{ domain: "Staffing", choice }] })).toEqual([
      "Staffing",
    ]);
  });
});

describe("a draft with choices", () => {
  const nothing = { Get: "", Put: "", View: "", Modify: "" };

  it("holds what was chosen among its permissions", () => {
    const raw = aRawDraft({
      domains: { ...nothing, Get: "Payroll" },
      choices: {
        optional: { Put: ["Workday Accounts"] },
        open: [
          { domain: "Job Information", choice: "Get+Put" },
          { domain: "Staffing", choice: "none" },
        ],
      },
    });

    expect(valueIn(parseDraft(raw, aTenant())).permissions).toEqual({
      Get: ["Payroll", "Job Information"],
      Put: ["Workday Accounts", "Job Information"],
      View: [],
      Modify: [],
    });
  });

  it("is refused while a domain is undecided, and for that only", () => {
    const raw = aRawDraft({
      domains: nothing,
      choices: { optional: {}, open: [{ domain: "Staffing", choice: "" }] },
    });

    expect(parseDraft(raw, aTenant())).toEqual({
      ok: false,
      error: { open: "Choose which access Staffing needs." },
    });
  });

  it("is refused when every domain is left out", () => {
    const raw = aRawDraft({
      domains: nothing,
      choices: { optional: {}, open: [{ domain: "Staffing", choice: "none" }] },
    });

    expect(parseDraft(raw, aTenant())).toMatchObject({
      ok: false,
      error: { Get: like("at least one domain") },
    });
  });

  it("holds no optional domain that the tenant refuses", () => {
    const raw = aRawDraft({
      choices: { optional: { Put: ["Integration Security"] }, open: [] },
    });

    expect(parseDraft(raw, aTenant())).toMatchObject({
      ok: false,
      error: { Put: like("administers security") },
    });
  });
});
