import { describe, expect, it } from "vitest";
import { parseClick } from "../../../src/bot/payloads/parse-click.ts";
import { err } from "../../../src/result.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";
import { type OfficeChanges, prepareFreely, viva } from "../support/an-office.ts";
import { type AtForm, openForm } from "../support/at-form.ts";
import { like } from "../support/like.ts";
import { draftIdOf, viewWith } from "../support/shown.ts";

async function openPlan(changes: OfficeChanges = {}): Promise<AtForm> {
  const at = await openForm(changes);
  await at.person.fill("reason", "Learning in <!channel> Teams");
  await at.person.submit();
  await viewWith(at.slack, at.person, "Nothing has been changed yet.");
  return at;
}

describe("the form", () => {
  it("reports every problem on its field before anything is read or kept", async () => {
    const { person, store, log } = await openForm();
    await person.fill("userName", "a:b");
    await person.fill("reason", "  ");
    await person.fill("Get", "Security Administration");
    await person.fill("otherDomains", "Payroll");
    const sent = await person.submit();

    expect(sent).toEqual({
      kind: "errors",
      isSent: true,
      errors: {
        userName: like("no `:`"),
        reason: like("Say why"),
        Get: like("administers security itself"),
        otherDomains: like("Say which access this line is for: Payroll."),
      },
    });
    expect(await store.findDraft(draftIdOf(person))).not.toMatchObject({ raw: { reason: "  " } });
    expect(log.lines).toEqual([]);
  });

  it("shows the plan, says who does what, and keeps what was typed", async () => {
    const { slack, person, store } = await openPlan();

    const shown = await viewWith(slack, person, "Check the plan");

    expect(shown.indexOf("+ Worker Data: Workers")).toBeLessThan(shown.indexOf("Who does what"));
    expect(shown).toContain("1. Make the integration system Microsoft Viva Learning integration");
    expect(shown).toContain("By: runner");
    expect(shown).toContain("Learning in <!channel> Teams");
    expect(slack.mentions).toEqual([]);
    expect(await store.findDraft(draftIdOf(person))).toMatchObject({
      by: ann,
      raw: { userName: "ISU_Viva", reason: "Learning in <!channel> Teams" },
    });
  });

  it("shows what the tenant does not take as an error on its field", async () => {
    let isTaken = true;
    const { slack, person } = await openForm({
      deps: {
        prepare: async (raw, tenant) =>
          isTaken
            ? err({ kind: "problems", problems: { userName: "This account exists <here>." } })
            : prepareFreely(raw, tenant),
      },
    });
    await person.fill("reason", "A long story");

    const sent = await person.submit();
    expect(sent).toMatchObject({ errors: { userName: "This account exists <here>." } });

    isTaken = false;
    await person.fill("userName", "ISU_Other");
    await person.submit();
    expect(await viewWith(slack, person, "Check the plan")).toContain("ISU_Other");
  });

  it("keeps everything when the tenant cannot be read", async () => {
    const { slack, person } = await openForm({
      deps: {
        prepare: async () =>
          err({
            kind: "fault",
            fault: { kind: "unreachable", outside: "Workday", words: "It does not answer." },
          }),
      },
    });
    await person.fill("reason", "A long story");

    await person.submit();

    const shown = await viewWith(slack, person, "Workday: It does not answer.");
    expect(shown).toContain("A long story");
    expect(shown).toContain("Try again in a few minutes");
  });

  it("looks at the tenant again when the first look never came back", async () => {
    let looks = 0;
    const { slack, person } = await openForm({
      deps: {
        prepare: (raw, tenant) => {
          looks += 1;
          return looks === 1
            ? Promise.reject(new Error("killed"))
            : Promise.resolve(prepareFreely(raw, tenant));
        },
      },
    });
    await person.fill("reason", "A story");
    await person.submit();
    await viewWith(slack, person, "Checking Acme sandbox");

    await person.press("view", "Check again");

    expect(await viewWith(slack, person, "Check the plan")).toContain("[Open request]");
  });

  it("offers integration systems by typing, and takes the one chosen", async () => {
    const { slack, person, store } = await openForm({
      deps: {
        searchSystems: async (_tenant, text) => ({
          isLoading: false,
          systems: [
            { wid: "1".repeat(32), id: "INT_Pay", name: "Payroll <integration>" },
            { wid: "2".repeat(32), id: `INT_${"x".repeat(80)}`, name: "Too long to offer" },
          ].filter(({ name }) => name.toLowerCase().includes(text)),
        }),
      },
    });

    const offered = await person.suggest("existingSystem", "pay");
    await person.fill("existingSystem", "INT_Pay");
    await person.fill("reason", "A story");
    await person.submit();
    await viewWith(slack, person, "Payroll <integration> (INT_Pay)");

    expect(offered.map(({ text }) => text.text)).toEqual(["Payroll <integration>"]);
    expect(await store.findDraft(draftIdOf(person))).toMatchObject({
      raw: { existingSystem: { id: "INT_Pay", name: "Payroll <integration>" } },
    });
  });

  it("says that the list of systems is still loading, and takes no such choice", async () => {
    const { person } = await openForm({
      deps: { searchSystems: async () => ({ systems: [], isLoading: true }) },
    });

    const [option] = await person.suggest("existingSystem", "");
    await person.fill("existingSystem", option?.value ?? "");
    await person.fill("reason", "A story");
    const sent = await person.submit();

    expect(option?.text.text).toContain("still loading");
    expect(sent).toMatchObject({ errors: { existingSystem: like("loading") } });
  });

  it("holds names that are longer than an option, in as many fields as it takes, through the form and back", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `Domain ${at} ${"x".repeat(100)}`);
    const recipe = { ...viva, permissions: { ...viva.permissions, Get: names } };
    const { slack, person, store } = await openForm({
      deps: { recipes: { find: () => recipe, list: () => [recipe] } },
    });
    await person.fill("reason", "A story");

    await person.submit();
    await viewWith(slack, person, "Check the plan");

    const kept = await store.findDraft(draftIdOf(person));
    expect(kept?.raw).toMatchObject({
      otherDomains: names.map((name) => `Get: ${name}`).join("\n"),
    });
  });
});

describe("the plan", () => {
  it("goes back to the form with everything that was typed", async () => {
    const { slack, person } = await openPlan();

    await person.press("view", "Change something");

    expect(await viewWith(slack, person, "User name of the new account")).toContain(
      "Learning in <!channel> Teams",
    );
  });

  it("writes the decision down once, however often Slack delivers it", async () => {
    const { slack, person, engine } = await openPlan();
    const id = draftIdOf(person);
    const viewId = person.view()?.id;

    slack.deliverTwice();
    await person.submit();
    await viewWith(slack, person, `Opening the request ${id}`);

    expect(
      engine.started.map(({ workflow, input }) => ({ workflow, ...parseClick(input) })),
    ).toEqual([
      {
        workflow: "click",
        id: like(String(viewId)),
        by: ann,
        request: id,
        answerTo: { kind: "view", viewId },
        command: { kind: "open" },
      },
    ]);
  });

  it("of a production tenant opens when the tenant's name is typed, and loses nothing before", async () => {
    const { slack, person, engine } = await openPlan({
      deps: { tenants: [aTenant({ production: true })] },
    });

    await person.fill("tenant-name", "acme_prod");
    const refused = await person.submit();
    const shown = await viewWith(slack, person, "Check the plan");
    await person.fill("tenant-name", "acme_dpt1");
    await person.submit();
    await viewWith(slack, person, "Opening the request");

    expect(refused).toMatchObject({
      kind: "errors",
      errors: { "tenant-name": like("not this tenant's name") },
    });
    expect(shown).toContain("PRODUCTION: Acme sandbox");
    expect(engine.started.map(({ input }) => parseClick(input).command)).toEqual([
      { kind: "open", tenantTyped: "acme_dpt1" },
    ]);
  });

  it("asks about a name that mixes scripts, and takes along that it is meant", async () => {
    const { slack, person, engine } = await openForm();
    await person.fill("reason", "Learning");
    await person.fill("userName", "ISU_Vivа");
    await person.submit();
    const shown = await viewWith(slack, person, "Nothing has been changed yet.");

    const refused = await person.submit();
    await person.fill("names-meant", true);
    await person.submit();
    await viewWith(slack, person, "Opening the request");

    expect(shown).toContain("ISU_Vivа (not Latin: а U+0430)");
    expect(refused).toMatchObject({ kind: "errors", isSent: false });
    expect(engine.started.map(({ input }) => parseClick(input).command)).toEqual([
      { kind: "open", areNamesMeant: true },
    ]);
  });

  it("stays open when the decision cannot be written down", async () => {
    const { slack, person } = await openPlan({
      deps: { engine: { start: () => Promise.reject(new Error("no database")) } },
    });

    const sent = await person.submit();

    expect(sent.kind).toBe("trouble");
    expect(await viewWith(slack, person, "Check the plan")).toContain("[Open request]");
  });
});

/** The id that the form or the plan carries. */
