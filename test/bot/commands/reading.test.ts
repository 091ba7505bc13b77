import { describe, expect, it } from "vitest";
import type { Person } from "../../../sandbox/slack/people/client.ts";
import type { Slack } from "../../../sandbox/slack/slack.ts";
import { textOf } from "../../../sandbox/slack/text-of.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann, ben, cy } from "../../support/data/people.ts";
import { openOffice, viva } from "../support/an-office.ts";
import { demanding } from "../support/recipes.ts";
import { keepRequest, privately, viewWith } from "../support/shown.ts";

const open = aTenant({
  readers: { people: [cy], groups: [] },
  auditors: { people: [ben], groups: [] },
});

/** Presses a button of the last private answer that somebody got. */
async function pressLast(slack: Slack, who: Person, button: string): Promise<void> {
  const last = slack.ephemerals(who.id).at(-1);
  if (last === undefined) throw new Error("Nothing was answered");
  await who.press(last, button);
}

describe("recipes", () => {
  it.each([
    ["recipes", "Recipes: 2"],
    ["recipes Viva-Learning", "From: Microsoft Viva Learning, Create"],
    ["recipes acme", "with `acme` in the name"],
    ["recipes viva-lerning", "Did you mean `viva-learning`?"],
    ["recipes old", "Not looked at for a year: 0"],
  ])("answers %o privately", async (typed, words) => {
    const { slack } = await openOffice({
      deps: {
        recipes: {
          find: (name) => [viva, demanding].find((one) => one.name === name.toLowerCase()),
          list: () => [viva, demanding],
        },
      },
    });
    const person = slack.person("cy");

    await person.command("/workday-isu", typed, { channel: "all" });

    await privately(slack, person, words);
    expect(slack.messages("all")).toEqual([]);
  });

  it("opens the form from a recipe that is shown", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ann");
    await person.command("/workday-isu", "recipes viva-learning", { channel: "workday" });
    await privately(slack, person, "Create from this recipe");

    await pressLast(slack, person, "Create from this recipe");

    expect(await viewWith(slack, person, "ISU_Viva")).toContain("Microsoft Viva Learning");
  });

  it.each([
    ["gus", "Guests of this workspace"],
    ["fay", "Only people of this workspace"],
  ])("says to %s why not", async (name, words) => {
    const { slack } = await openOffice();
    const person = slack.person(name);

    await person.command("/workday-isu", "recipes", { channel: "workday" });

    expect(await privately(slack, person, words)).not.toContain("viva");
  });
});

describe("list", () => {
  it("tells those who may not read who may", async () => {
    const { slack, store } = await openOffice({ deps: { tenants: [open] } });
    await keepRequest(store, { kind: "done" });
    const person = slack.person("ann");

    await person.command("/workday-isu", "list", { channel: "workday" });

    const shown = await privately(slack, person, "You may not list the integration users");
    expect(shown).toContain("Acme sandbox: <@U0CY>.");
    expect(shown).not.toContain("ISU_Viva");
  });

  it("narrows the accounts of the tenants that somebody may read", async () => {
    const { slack, store } = await openOffice({ deps: { tenants: [open] } });
    await keepRequest(store, { kind: "done" });
    const person = slack.person("cy");

    await person.command("/workday-isu", "list", { channel: "all" });
    await privately(slack, person, /`ISU_Viva` in Acme sandbox: \*unverified\*/);
    await person.command("/workday-isu", "list payroll", { channel: "all" });

    const narrowed = await privately(slack, person, "There is no account with `payroll`");
    expect(narrowed).not.toContain("ISU_Viva");
  });

  it("tells when each account was used last, as far as the tenant's log was read", async () => {
    const used = { at: start, address: "203.0.113.7", channel: "Web Services" };
    const { slack, store } = await openOffice({
      deps: {
        tenants: [open],
        findUses: async () => ({
          read: { since: start, until: start },
          uses: [{ userName: "isu_viva", last: used, known: [] }],
        }),
      },
    });
    await keepRequest(store, { kind: "done" });
    const person = slack.person("cy");

    await person.command("/workday-isu", "list", { channel: "all" });

    const shown = await privately(slack, person, "from `203.0.113.7` (Web Services)");
    expect(shown).toContain("Used last");
  });

  it("lists mine to whoever asked for them, and nobody else's", async () => {
    const { slack, store } = await openOffice({ deps: { tenants: [open] } });
    const request = await keepRequest(store, { kind: "done" });
    const others = [
      { ...request, askedBy: ben, draft: { ...request.draft, userName: "ISU_Bens" } },
      { ...request, draft: { ...request.draft, userName: "ISU_Anew" } },
      { ...request, askedBy: ben, draft: { ...request.draft, userName: "ISU_Anew" } },
    ];
    Object.assign(store, { listDone: async () => [request, ...others] });

    await slack.person("ann").command("/workday-isu", "list Mine", { channel: "workday" });
    const shown = await privately(slack, slack.person("ann"), "`ISU_Viva` in Acme sandbox");
    await slack.person("dan").command("/workday-isu", "list mine", { channel: "workday" });

    // What was made anew since is somebody else's.
    expect(shown).not.toMatch(/ISU_Bens|ISU_Anew/);
    await privately(slack, slack.person("dan"), "You asked for none of the accounts");
  });

  it("goes on with the next page", async () => {
    const { slack, store } = await openOffice({ deps: { tenants: [open] } });
    const request = await keepRequest(store, { kind: "done" });
    const many = Array.from({ length: 80 }, (_, at) => ({
      ...request,
      draft: { ...request.draft, userName: `ISU_${String(at).padStart(3, "0")}` },
    }));
    Object.assign(store, { listDone: async () => many });
    const person = slack.person("cy");
    await person.command("/workday-isu", "list", { channel: "all" });
    await privately(slack, person, "1 to ");

    await pressLast(slack, person, "Next page");

    const page = await slack.until(() => {
      const last = slack.ephemerals(person.id).at(-1);
      const text = last === undefined ? "" : textOf(last);
      return /(?<!\d)1 to /.test(text) ? undefined : text;
    });
    expect(page).toMatch(/\d+ to \d+ of 80/);
    expect(page).not.toContain("ISU_000");
  });
});

describe("audit", () => {
  it("shows an auditor the trail, and nobody else", async () => {
    const { slack, store } = await openOffice({ deps: { tenants: [open] } });
    await keepRequest(store, { kind: "retried", by: ann });

    await slack.person("cy").command("/workday-isu", `audit ${requestId}`, { channel: "all" });
    await privately(slack, slack.person("cy"), "Acme sandbox: <@U0BEN>.");
    await slack.person("ben").command("/workday-isu", `audit ${requestId}`, { channel: "workday" });
    const shown = await privately(slack, slack.person("ben"), "Chain intact through #7");

    expect(shown).toMatch(/\*#2\* .*pressed Try again/);
    const refused = slack.ephemerals("U0CY").map(textOf).join("\n");
    expect(refused).not.toContain("Try again");
  });

  it("says how to name auditors where there are none", async () => {
    const { slack } = await openOffice();
    const person = slack.person("ben");

    await person.command("/workday-isu", `audit ${requestId}`, { channel: "workday" });

    const shown = await privately(slack, person, "name people under `auditors` of the tenant");
    expect(shown).toContain("Acme sandbox: nobody");
  });

  it.each([
    ["audit", "Type `/workday-isu audit` with a request's id"],
    ["audit ISU_Viva", "`ISU_Viva` is no request's id."],
    ["audit ISU-00000000", "There is no request ISU-00000000"],
  ])("answers %o with what to do", async (typed, words) => {
    const { slack } = await openOffice({ deps: { tenants: [open] } });
    const person = slack.person("ben");

    await person.command("/workday-isu", typed, { channel: "workday" });

    expect(await privately(slack, person, words)).not.toContain("Chain");
  });

  it("raises the alarm in the log too", async () => {
    const { slack, store, log } = await openOffice({
      deps: {
        tenants: [open],
        audit: {
          read: async () => [],
          verify: async () => ({ kind: "broken", seq: 3, why: "missing" }),
        },
      },
    });
    await keepRequest(store, { kind: "retried", by: ann });
    const person = slack.person("ben");

    await person.command("/workday-isu", `audit ${requestId}`, { channel: "workday" });

    await privately(slack, person, "ALARM: the chain is broken at #3:* it is gone.");
    expect(JSON.stringify(log.lines)).toContain("not as it was written");
  });

  it("goes on with the next page", async () => {
    const { slack, store } = await openOffice({ deps: { tenants: [open] } });
    const retried = { kind: "retried", by: ann } as const;
    await keepRequest(store, ...Array.from({ length: 200 }, () => retried));
    const person = slack.person("ben");
    await person.command("/workday-isu", `audit ${requestId}`, { channel: "workday" });
    await privately(slack, person, "Entries 1 to ");

    await pressLast(slack, person, "Next page");

    const page = await privately(slack, person, /Entries (?!1 )\d+ to \d+ of 201/);
    expect(page).not.toContain("*#1* ");
  });
});
