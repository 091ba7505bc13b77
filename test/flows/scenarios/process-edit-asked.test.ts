import { describe, expect, it } from "vitest";
import { originOf } from "../../../src/flows/authorization/recipe-rules.ts";
import { parseEdit } from "../../../src/flows/intake/prepare-permissions.ts";
import { processChangeOf } from "../../../src/flows/kinds/changes.ts";
import { writeProcess } from "../../../src/flows/model/business-process.ts";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import type { RawPermissions } from "../../../src/flows/request/raw-draft.ts";
import { like } from "../../bot/support/like.ts";
import { aDraft, anEditDraft } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { valueIn } from "../../support/value-in.ts";

const work = { policy: "Work Contact Change", action: "Change It (Web Service)" };
const home = { policy: "Home Contact Change", action: "Change Home (Web Service)" };
const contact = { policy: "Contact Change" };

describe("business processes that an edit asks for", () => {
  const raw: RawPermissions = {
    kind: "permissions",
    tenant: "acme_dpt1",
    userName: "ISU_Viva",
    groupName: "ISSG_Viva",
    before: { ...noPermissions, Get: ["Payroll"] },
    seenIn: "report",
    processesBefore: [work, contact],
    domains: { Get: "Payroll", Put: "", View: "", Modify: "" },
    businessProcesses: `${writeProcess(work)}\n${writeProcess(contact)}`,
    reason: "More is needed",
    ticket: "",
  };
  const noDomains = { Get: "", Put: "", View: "", Modify: "" };

  const { processesBefore: _asked, businessProcesses: _filled, ...older } = raw;

  it.each<[what: string, typed: RawPermissions, problems: Record<string, unknown>]>([
    [
      "no difference but in the order and the spelling",
      {
        ...raw,
        businessProcesses: "contact  change\nWORK contact change | change it (web service)",
      },
      { Get: like("Add something or take it away") },
    ],
    [
      "what cannot be read, with every other problem",
      { ...raw, businessProcesses: "A | B | C", reason: "" },
      { businessProcesses: like("One business process"), reason: like("Say why") },
    ],
    [
      "a policy with its action and without",
      { ...raw, businessProcesses: "Contact Change\nContact Change | Change It (Web Service)" },
      { businessProcesses: like("Contact Change stands with an action and without one") },
    ],
    [
      "nothing at all",
      { ...raw, businessProcesses: "", domains: noDomains },
      { Get: like("at least one domain") },
    ],
    [
      "no difference from a window that did not ask about them yet",
      older,
      { Get: like("Add something or take it away") },
    ],
  ])("are refused: %s", (_what, typed, problems) => {
    expect(parseEdit(typed, aTenant())).toEqual({ ok: false, error: problems });
  });

  it("may be all that is left of what a group may do", () => {
    expect(valueIn(parseEdit({ ...raw, domains: noDomains }, aTenant()))).toEqual({
      permissions: noPermissions,
      businessProcesses: [work, contact],
    });
  });

  it("depart from a recipe that does not name them", () => {
    const { permissions, doNotAllowUiSessions } = aDraft();
    const covers = { permissions, doNotAllowUiSessions, businessProcesses: [work] };
    const tenant = aTenant({ perRecipe: [{ recipe: "viva-learning", covers, rules: {} }] });
    const draft = anEditDraft({ permissions, processesBefore: [] });

    expect(originOf({ ...draft, businessProcesses: [work] }, tenant).kind).toBe("recipe");
    expect(originOf({ ...draft, businessProcesses: [work, home] }, tenant).kind).toBe("departed");
  });

  it("are left as they are by a request from before they could be edited", () => {
    expect(processChangeOf(anEditDraft({ businessProcesses: [work] }))).toEqual({
      added: [],
      removed: [],
    });
  });
});

describe("the end of an account that may initiate business processes and do nothing else", () => {
  it("takes those away, and no permissions", () => {
    const { kind: _edit, ...account } = anEditDraft();
    const draft = {
      ...aDraft({ ...account, permissions: noPermissions, businessProcesses: [work] }),
      kind: "retire",
    } as const;

    const steps = planFor(draft, aTenant(), requestId).map(({ name }) => name);

    expect(steps).toContain("revoke-business-processes");
    expect(steps).not.toContain("revoke-permissions");
  });
});
