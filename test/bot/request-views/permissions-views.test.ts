import { describe, expect, it } from "vitest";
import { permissionsForm } from "../../../src/bot/forms/permissions-form.ts";
import { settingsForm } from "../../../src/bot/forms/settings-form.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import type { RawSettings } from "../../../src/flows/model/raw-settings.ts";
import type { RawPermissions } from "../../../src/flows/request/raw-draft.ts";
import { anEditDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { catalogue } from "../support/an-office.ts";
import { replyOf } from "../support/reply-of.ts";
import { everyState, tenant } from "../support/shown-requests.ts";

const many = Array.from({ length: 60 }, (_, at) => `${at} ${"Domain ".repeat(9)}`.trim());
const most = { Get: many, Put: many, View: many, Modify: many };
const long = Array.from({ length: 40 }, (_, at) => ({
  policy: `${at} ${"Process ".repeat(17)}`.trim(),
  action: "Change it ".repeat(14).trim(),
}));
const none = { Get: [], Put: [], View: [], Modify: [] };

const raw: RawPermissions = {
  kind: "permissions",
  tenant: "acme_dpt1",
  userName: "ISU_Viva",
  groupName: "ISSG_Viva",
  before: { ...none, Get: ["Worker Data: Workers"] },
  seenIn: "report",
  domains: { Get: "Worker Data: Workers", Put: "", View: "", Modify: "" },
  reason: "",
  ticket: "",
};

const rawSettings: RawSettings = {
  kind: "settings",
  tenant: "acme_dpt1",
  userName: "ISU_Viva",
  groupName: "ISSG_Viva",
  shown: {},
  isExempt: false,
  sessionTimeoutMinutes: "0",
  doNotAllowUiSessions: true,
  requireNewPassword: false,
  newPasswordConfirmed: false,
  exemptFromPasswordExpiry: false,
  x509Change: "keep",
  x509Key: "",
  samlChange: "keep",
  samlIssuer: "",
  identityProviderKey: "",
  holderOfKeyKey: "",
  policyChange: "keep",
  reason: "",
  ticket: "",
};

const work = { policy: "Work Contact Change", action: "Change It (Web Service)" };
const home = { policy: "Home Contact Change", action: "Change Home (Web Service)" };
const contact = { policy: "Contact Change" };

/** One business process is taken away, one added, one stays. */
const processes = { processesBefore: [work, contact], businessProcesses: [home, contact] };

function asKept(shown: unknown): string {
  return `${JSON.stringify(shown, null, 2)}\n`;
}

describe("permissions of an account that exists", () => {
  it.each<[name: string, view: unknown]>([
    ["permissions-form", permissionsForm({ id: requestId, tenant, raw })],
    [
      "permissions-form-problems",
      permissionsForm({
        id: requestId,
        tenant: aTenant({ label: "Acme production", production: true }),
        raw: { ...raw, seenIn: "inventory", otherDomains: "Put: Badge Data" },
        problems: { userName: "It has changed.", Get: "Take it out." },
        banner: "Workday does not answer.",
      }),
    ],
    [
      "permissions-form-processes",
      permissionsForm({
        id: requestId,
        tenant,
        raw: {
          ...raw,
          processesBefore: [work, contact],
          businessProcesses: `Work Contact Change | Change It (Web Service)\nContact Change\n${"Long Change ".repeat(10)}`,
        },
        page: "processes",
      }),
    ],
    [
      "permissions-form-processes-adopted",
      permissionsForm({
        id: requestId,
        tenant,
        raw: { ...raw, isAdopted: true, processesBefore: [], businessProcesses: "" },
        problems: { businessProcesses: "Keep one of the two." },
      }),
    ],
    ["settings-form", settingsForm({ id: requestId, tenant, raw: rawSettings })],
    [
      "settings-form-more",
      settingsForm({
        id: requestId,
        tenant: aTenant({ label: "Acme production", production: true }),
        raw: {
          ...rawSettings,
          shown: { tokens: [{ x509: { key: [{ type: "Certificate_ID", id: "Old_2025" }] } }] },
          x509Change: "add",
        },
        problems: { x509Key: "Type the key's ID." },
      }),
    ],
    [
      "plan-permissions-processes",
      plan({ id: requestId, draft: anEditDraft(processes), tenant, catalogue }),
    ],
    [
      "plan-permissions-processes-adopted",
      plan({
        id: requestId,
        draft: anEditDraft({ isAdopted: true, processesBefore: [], businessProcesses: [home] }),
        tenant,
        catalogue,
      }),
    ],
    ["plan-permissions", plan({ id: requestId, draft: anEditDraft(), tenant, catalogue })],
    [
      "plan-permissions-shared",
      plan({
        id: requestId,
        draft: anEditDraft({ alsoInGroup: ["ISU_Second", "<!here>"] }),
        tenant,
        catalogue,
      }),
    ],
    [
      "plan-permissions-adopted",
      plan({
        id: requestId,
        draft: anEditDraft({ isAdopted: true, seenIn: "inventory" }),
        tenant,
        catalogue,
      }),
    ],
  ])("%s", async (name, view) => {
    await expect(asKept(view)).toMatchFileSnapshot(`../snapshots/${name}.json`);
  });

  it.each(["opened", "waiting-for-approval", "done"])("a message that is %s", async (state) => {
    const told = everyState(anEditDraft())[state];
    if (told === undefined) throw new Error(`There is no ${state}`);

    const replies = told.story.flatMap((one) => replyOf(one, told.request, tenant));
    await expect(asKept([requestMessage(told), ...replies])).toMatchFileSnapshot(
      `../snapshots/message-permissions-${state}.json`,
    );
  });

  it("shows business processes on the card as they are added and removed", async () => {
    const told = everyState(anEditDraft(processes))["waiting-for-approval-blind"];
    if (told === undefined) throw new Error("There is no card");

    await expect(asKept(requestMessage(told))).toMatchFileSnapshot(
      "../snapshots/message-permissions-processes.json",
    );
  });

  it("fits into Slack's limits at its longest", () => {
    const draft = anEditDraft({
      before: none,
      permissions: most,
      processesBefore: long.slice(0, 20),
      businessProcesses: long.slice(20),
    });
    const told = everyState(draft)["waiting-for-approval"];
    if (told === undefined) throw new Error("There is no card");

    const view = plan({ id: requestId, draft, tenant, catalogue });
    const message = JSON.stringify(requestMessage(told).blocks);

    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(message.length).toBeLessThanOrEqual(13_200);
  });
});
