import { describe, expect, it } from "vitest";
import { processesBlock } from "../../../src/bot/forms/process-field.ts";
import { readForm } from "../../../src/bot/forms/read-form.ts";
import { parseFormMetadata } from "../../../src/bot/payloads/metadata.ts";
import type { RequestId } from "../../../src/flows/model/ids.ts";
import { aRawDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { acme } from "../../support/data/a-tenant.ts";
import { catalogue, type Office, openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { viewWith } from "../support/shown.ts";

type Person = ReturnType<Office["slack"]["person"]>;

async function openForm(
  inTenant: readonly string[] = [],
): Promise<Office & { readonly person: Person }> {
  const office = await openOffice({ deps: { listDomains: () => inTenant } });
  const person = office.slack.person("ann");
  await person.command("/workday-isu", "create viva-learning", { channel: "workday" });
  await viewWith(office.slack, person, "User name of the new account");
  return { ...office, person };
}

function idOf(person: Person): RequestId {
  const content = person.view()?.content;
  return parseFormMetadata(content?.type === "modal" ? (content.private_metadata ?? "") : "").id;
}

describe("the domains of the form", () => {
  it("offers domains as one types, by area, and takes what is chosen", async () => {
    const { slack, person, store } = await openForm();
    const id = idOf(person);

    const offered = await person.suggest("Put", "accounts");
    await person.fill("Put", ["Workday Accounts", "Badge Data"]);
    await person.fill("Get", []);
    await person.fill("otherDomains", "View\nAccounts of Workday");
    await person.fill("reason", "A story");
    await person.submit();
    const shown = await viewWith(slack, person, "Check the plan");

    expect(offered.map(({ text }) => text.text)).toEqual(["Workday Accounts", "accounts"]);
    expect(await store.findDraft(id)).toMatchObject({
      raw: {
        domains: { Get: "", Put: "Workday Accounts\nBadge Data" },
        otherDomains: "View\nAccounts of Workday",
      },
    });
    expect(shown).toContain("Badge Data (not in the catalogue)");
    expect(shown).toContain("check its name with View Security for Securable Item");
    expect(shown).toContain("Accounts of Workday (the catalogue calls it “Workday Accounts”)");

    await person.press("view", "Change something");
    const again = await viewWith(slack, person, "User name of the new account");
    expect(again).toContain("{Workday Accounts, Badge Data}");
    expect(again).toContain("View\nAccounts of Workday");
  });

  it("offers what the tenant has, and takes it for no misspelt name of the catalogue", async () => {
    const { slack, person } = await openForm(["Workday Account"]);

    const offered = await person.suggest("Put", "workday acc");
    await person.fill("Put", ["Workday Account"]);
    await person.fill("reason", "A story");
    await person.submit();

    expect(offered.map(({ text }) => text.text)).toContain("Workday Account");
    expect(await viewWith(slack, person, "Check the plan")).toContain("Workday Account (not in");
  });

  it("takes no name that was cut for the list, and no text too long for it", async () => {
    const { person } = await openForm();
    const [option] = await person.suggest("Get", "x".repeat(80));

    await person.fill("Get", "x".repeat(80)).catch(() => person.fill("Get", option?.value ?? ""));
    await person.fill("reason", "A story");
    const sent = await person.submit();

    expect(option?.text.text).toContain("Too long for this list");
    expect(sent).toMatchObject({ errors: { Get: like("was too long") } });
  });

  it("offers business processes as one types, and takes what is chosen and what is typed", async () => {
    const { slack, person, store } = await openForm();
    const id = idOf(person);
    await person.fill("reason", "A story");
    await person.press("view", "Business processes");
    await viewWith(slack, person, "Business processes to initiate");

    const offered = await person.suggest(processesBlock, "web service");
    await person.fill(processesBlock, ["Hire: Import Hire (Web Service)", "Contact Change"]);
    await person.fill("businessProcesses", "Badge Change | Change It (Web Service)");
    await person.submit();
    const shown = await viewWith(slack, person, "Check the plan");

    expect(offered.map(({ value }) => value)).toEqual([
      "Hire | Import Hire (Web Service)",
      "web service",
    ]);
    expect(await store.findDraft(id)).toMatchObject({
      raw: {
        businessProcesses:
          "Hire | Import Hire (Web Service)\nContact Change\nBadge Change | Change It (Web Service)",
      },
    });
    expect(shown).toContain("Business processes to initiate (3)");

    await person.press("view", "Change something");
    await viewWith(slack, person, "Business processes: 3 asked for.");
    await person.press("view", "Business processes");
    const again = await viewWith(slack, person, "Business processes to initiate");
    expect(again).toContain("Badge Change: Change It (Web Service)");
  });

  it("offers no business process for what cannot be one", async () => {
    const { slack, person } = await openForm();
    await person.press("view", "Business processes");
    await viewWith(slack, person, "Business processes to initiate");

    expect(await person.suggest(processesBlock, "a | b | c")).toEqual([]);
  });

  it("still reads a window from before there was a list to choose from", () => {
    const inputs = new Map([
      ["reason", { value: "A story" }],
      ["Get", { value: "Payroll\nWorker Data: Workers" }],
      ["Put", { selected_options: [{ value: "Workday Accounts" }] }],
      ["businessProcesses", { value: "Contact Change" }],
    ]);
    const carried = { id: requestId, tenant: acme, recipe: "" };

    expect(readForm(inputs, carried, { catalogue, before: aRawDraft() }).raw).toMatchObject({
      domains: {
        Get: "Payroll\nWorker Data: Workers",
        Put: "Workday Accounts",
        View: "",
        Modify: "",
      },
      businessProcesses: "Contact Change",
    });
  });
});
