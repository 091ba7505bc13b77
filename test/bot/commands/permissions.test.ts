import { describe, expect, it } from "vitest";
import { processesBlock } from "../../../src/bot/forms/process-field.ts";
import { toRawAgain } from "../../../src/bot/kinds/kinds.ts";
import { parseFormMetadata } from "../../../src/bot/payloads/metadata.ts";
import type { Held } from "../../../src/flows/intake/prepare-permissions.ts";
import { parseTenantName } from "../../../src/flows/model/ids.ts";
import type { TenantCheck } from "../../../src/flows/request/raw-draft.ts";
import { err, ok, type Result } from "../../../src/result.ts";
import { aDraft, anEditDraft, existingSystem } from "../../support/data/a-draft.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";
import { openOffice } from "../support/an-office.ts";
import { like } from "../support/like.ts";
import { viewWith } from "../support/shown.ts";

const { permissions, ...account } = aDraft({ system: existingSystem });
const held: Held = {
  account: { ...account, permissions },
  before: permissions,
  seenIn: "report",
  others: [],
};
const production = aTenant({ name: valueIn(parseTenantName("acme_prod")), label: "Acme prod" });

describe("/workday-isu permissions", () => {
  it("asks which tenant where the account is in several, and takes the one that is named", async () => {
    const { slack } = await openOffice({
      deps: { tenants: [aTenant(), production], findHeld: async () => ok(held) },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "permissions ISU_Viva", { channel: "workday" });
    await viewWith(slack, person, "/workday-isu permissions ISU_Viva acme_prod");
    await person.closeAll();

    await person.command("/workday-isu", "permissions ISU_Viva ACME_PROD", { channel: "workday" });

    expect(await viewWith(slack, person, "Below is what")).toContain("Acme prod");
  });

  it.each<[typed: string, words: string, looked: Result<Held, TenantCheck>]>([
    ["permissions", "Name the account", ok(held)],
    [
      "permissions ISU_Other",
      "Acme sandbox: It is nobody's.",
      err({ kind: "problems", problems: { userName: "It is nobody's." } }),
    ],
    [
      "permissions ISU_Other",
      "Workday: It does not answer.",
      err({
        kind: "fault",
        fault: { kind: "unreachable", outside: "Workday", words: "It does not answer." },
      }),
    ],
  ])("%s answers %s", async (typed, words, looked) => {
    const { slack } = await openOffice({ deps: { findHeld: async () => looked } });
    const person = slack.person("ann");

    await person.command("/workday-isu", typed, { channel: "workday" });

    expect(await viewWith(slack, person, words)).toContain(words);
  });

  it("opens with the business processes that were asked for last, and keeps what is chosen and typed", async () => {
    const work = { policy: "Work Contact Change", action: "Change It (Web Service)" };
    const businessProcesses = [work, { policy: "Contact Change" }];
    const { slack, store } = await openOffice({
      deps: {
        findHeld: async () =>
          ok({ ...held, account: { ...account, permissions, businessProcesses } }),
        prepare: async () => ok(anEditDraft({ businessProcesses })),
      },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "permissions ISU_Viva", { channel: "workday" });
    const form = await viewWith(slack, person, "Below is what");
    const content = person.view()?.content;
    const metadata = content?.type === "modal" ? (content.private_metadata ?? "") : "";

    await person.fill("reason", "A story");
    await person.press("view", "Business processes");
    const page = await viewWith(slack, person, "Business processes to initiate by web service");
    await person.fill(processesBlock, ["Contact Change", "Hire | Import Hire (Web Service)"]);
    await person.fill("businessProcesses", "Badge Change");
    await person.submit();
    await viewWith(slack, person, "Check the plan");

    expect(form).toContain("Business processes: 2 asked for.");
    expect(page).toContain("no report tells which ones are active");
    expect(await store.findDraft(parseFormMetadata(metadata).id)).toMatchObject({
      raw: {
        processesBefore: businessProcesses,
        businessProcesses: "Contact Change\nHire | Import Hire (Web Service)\nBadge Change",
      },
    });
  });

  it("asks for business processes where somebody wants them, and keeps them when they are hidden", async () => {
    const { slack, store } = await openOffice({
      deps: { findHeld: async () => ok(held), prepare: async () => ok(anEditDraft()) },
    });
    const person = slack.person("ann");
    await person.command("/workday-isu", "permissions ISU_Viva", { channel: "workday" });
    expect(await viewWith(slack, person, "Below is what")).not.toContain("to initiate by");
    const content = person.view()?.content;
    const metadata = content?.type === "modal" ? (content.private_metadata ?? "") : "";

    await person.press("view", "Business processes");
    await viewWith(slack, person, "Business processes to initiate by web service");
    await person.fill("businessProcesses", "Badge Change");
    await person.press("view", "Back to the form");
    await viewWith(slack, person, "Business processes: 1 asked for.");
    await person.fill("reason", "A story");
    await person.submit();
    await viewWith(slack, person, "Check the plan");

    expect(await store.findDraft(parseFormMetadata(metadata).id)).toMatchObject({
      raw: { businessProcesses: "Badge Change", before: permissions },
    });
  });

  it.each(["permissions", "segments"])(
    "knows in the form of %s the domains that the tenant has: right as they are, and offered for a typo",
    async (command) => {
      const { slack } = await openOffice({
        deps: {
          findHeld: async () => ok(held),
          listDomains: () => ["Worker Data: Worker", "Acme: Badges of Visitors"],
        },
      });
      const person = slack.person("ann");
      await person.command("/workday-isu", `${command} ISU_Viva`, { channel: "workday" });
      await viewWith(slack, person, "Account:");

      await person.fill("Get", ["Worker Data: Worker"]);
      await person.fill("Put", ["Acme: Badges of Vistors"]);
      if (command === "segments") await person.fill("segmentNames", "Compliance");
      await person.fill("reason", "A story");

      expect(await person.submit()).toMatchObject({
        errors: { Put: like("Did you mean “Acme: Badges of Visitors”?") },
      });
      expect(JSON.stringify(await person.submit())).not.toContain("Worker Data");
    },
  );

  it("refuses a form in which nothing is changed", async () => {
    const businessProcesses = [{ policy: "Contact Change" }];
    const kept = { ...held, account: { ...account, permissions, businessProcesses } };
    const { slack } = await openOffice({ deps: { findHeld: async () => ok(kept) } });
    const person = slack.person("ann");
    await person.command("/workday-isu", "permissions ISU_Viva", { channel: "workday" });
    await viewWith(slack, person, "Below is what");
    await person.fill("reason", "A story");

    expect(await person.submit()).toMatchObject({ errors: { Get: like("Add something") } });
  });

  it("hands the rest of the command on as the group's name", async () => {
    const asked: string[] = [];
    const { slack } = await openOffice({
      deps: {
        findHeld: async (_tenant, { groupName }) => {
          asked.push(groupName);
          return ok(held);
        },
      },
    });
    const person = slack.person("ann");

    await person.command("/workday-isu", "permissions ISU_Viva ISSG Viva", { channel: "workday" });
    await viewWith(slack, person, "Below is what");

    expect(asked).toEqual(["ISSG Viva"]);
  });

  it("is not for somebody who may not ask", async () => {
    const { slack } = await openOffice({ deps: { findHeld: async () => ok(held) } });
    const person = slack.person("cy");

    await person.command("/workday-isu", "permissions ISU_Viva", { channel: "all" });

    await viewWith(slack, person, "not");
    expect(JSON.stringify(person.view())).not.toContain("Below is");
  });
});

describe("asking for permissions once more", () => {
  it("fills the form with the difference to what it was filled with then", () => {
    const { permissions: _left, ...edit } = anEditDraft();

    expect(toRawAgain(anEditDraft())).toEqual({
      kind: "permissions",
      tenant: edit.tenant,
      userName: "ISU_Viva",
      groupName: "ISSG_Viva",
      before: edit.before,
      seenIn: "report",
      processesBefore: [],
      domains: {
        Get: "Manage: Learning Content\nWorker Data: Workers\nReports: Learning Record",
        Put: "",
        View: "",
        Modify: "Badge Data",
      },
      businessProcesses: "",
      reason: edit.reason,
      ticket: "",
    });
  });

  it("keeps the business processes, the ticket, and that the bot did not make the account", () => {
    const hire = { policy: "Hire", action: "Import Hire (Web Service)" };
    const contact = { policy: "Contact Change" };
    const draft = anEditDraft({
      processesBefore: [contact],
      businessProcesses: [contact, hire],
      ticket: "HR-7",
      isAdopted: true,
    });

    expect(toRawAgain(draft)).toMatchObject({
      processesBefore: [contact],
      businessProcesses: "Contact Change\nHire | Import Hire (Web Service)",
      ticket: "HR-7",
      isAdopted: true,
    });
  });
});
