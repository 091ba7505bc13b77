import { describe, expect, it } from "vitest";
import { firstOf } from "../../../src/bot/blocks/named-tenants.ts";
import type { SlashCommand } from "../../../src/bot/commands/command.ts";
import { expectRunning } from "../../../src/bot/commands/command-table.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { openOffice } from "../support/an-office.ts";
import { keepRequest, viewWith } from "../support/shown.ts";

describe("/workday-isu", () => {
  it.each(["activate", "rotate ISU_Viva"])("%s opens nothing for a stranger", async (typed) => {
    const only = aTenant({ requesters: { people: [ann], groups: [] } });
    const { slack } = await openOffice({ deps: { tenants: [only] } });
    const person = slack.person("cy");

    await person.command("/workday-isu", typed, { channel: "workday" });

    const shown = await viewWith(slack, person, "You are not on the list");
    expect(shown).not.toContain("Ticket (optional)");
  });

  it("rotate names the account of the inventory that is meant", async () => {
    const { slack, store } = await openOffice();
    await keepRequest(store, { kind: "done" });
    const person = slack.person("ann");

    await person.command("/workday-isu", "rotate ISU_Vivaa", { channel: "workday" });

    expect(await viewWith(slack, person, "knows no account")).toContain("ISU_Viva`");
  });
});

describe("firstOf", () => {
  it("names the tenant that a form opens with, and none where there is none", () => {
    expect(firstOf([aTenant(), aTenant({ label: "Another" })])).toBe(aTenant().name);
    expect(firstOf([])).toBe("");
  });
});

describe("expectRunning", () => {
  const words = { usage: "", example: "", summary: "does it", more: "It does it." };
  const opens: SlashCommand = { name: "opens", ...words, run: async () => undefined };
  const answers: SlashCommand = {
    name: "answers",
    ...words,
    answer: () => ({ text: "", blocks: [] }),
  };
  const groups = [
    { title: "A title", commands: [answers] },
    { title: "Another", commands: [opens] },
  ];

  it("finds what opens something by its name", () => {
    expect(expectRunning(groups, "opens")).toBe(opens);
  });

  it.each(["answers", "A title", "toString"])("takes %s for a bug", (name) => {
    expect(() => expectRunning(groups, name)).toThrow(name);
  });
});
