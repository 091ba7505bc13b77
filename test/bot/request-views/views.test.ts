import { describe, expect, it } from "vitest";
import type { Modal } from "../../../src/bot/blocks/block.ts";
import { refusals } from "../../../src/bot/blocks/messages.ts";
import { loading, notice } from "../../../src/bot/blocks/notice.ts";
import { chooser } from "../../../src/bot/forms/chooser.ts";
import { delegating as delegatingNow, delegation } from "../../../src/bot/forms/delegation-form.ts";
import { form } from "../../../src/bot/forms/form.ts";
import { denial, inability } from "../../../src/bot/forms/reason-form.ts";
import { unknownRecipe } from "../../../src/bot/list-views/help.ts";
import { approvalConfirmation } from "../../../src/bot/request-views/approval-confirmation.ts";
import { checking, deciding, opening } from "../../../src/bot/request-views/checking.ts";
import { plan } from "../../../src/bot/request-views/plan.ts";
import { fillFromRecipe } from "../../../src/flows/intake/parse-draft.ts";
import { plainSignOn } from "../../../src/flows/model/sign-on.ts";
import { aDelegation, delegating, delegationId } from "../../support/data/a-delegation.ts";
import { aDraft, aRawDraft, existingSystem } from "../../support/data/a-draft.ts";
import { requestId } from "../../support/data/a-request.ts";
import { allBy, aTenant } from "../../support/data/a-tenant.ts";
import { catalogue, viva } from "../support/an-office.ts";
import {
  everyDraft,
  everySignOn,
  isAsKept,
  production,
  states,
  strict,
  windows,
} from "../support/kept.ts";
import { demanding } from "../support/recipes.ts";
import { tenant } from "../support/shown-requests.ts";

function confirmation(): Modal {
  const told = states["waiting-for-approval"];
  if (told?.request.phase.kind !== "waiting-for-approval") throw new Error("No card");
  const { asked } = told.request.phase;
  const shown = { asked: { ...asked, opensAt: asked.expiresAt }, given: [] };
  return approvalConfirmation(told.request, shown, strict);
}

describe("windows", () => {
  it.each<[name: string, view: unknown]>([
    ["loading", loading({ id: "open-again", value: "create" })],
    ["loading-without-button", loading(undefined)],
    ["refused", notice(refusals["not-a-requester"])],
    ["chooser", chooser({ recipes: [viva], hasBlank: true, tenants: [tenant], recipe: viva })],
    [
      "chooser-unknown-recipe",
      chooser({
        recipes: [viva, demanding],
        hasBlank: true,
        tenants: [tenant, production],
        sentence: unknownRecipe("viva-lerning", { recipes: [viva], hasBlank: true }),
      }),
    ],
    ["chooser-one-recipe-only", chooser({ recipes: [viva], hasBlank: false, tenants: [tenant] })],
    [
      "delegation",
      delegation({ id: delegationId, tenants: [delegating()], own: [], today: "2026-11-23" }),
    ],
    [
      "delegation-several",
      delegation({
        id: delegationId,
        tenants: [delegating(), delegating({ label: "Acme production", production: true })],
        own: [aDelegation(), aDelegation({ tenant: production.name, reason: "<!channel> again" })],
        today: "2026-11-23",
      }),
    ],
    ["delegating", delegatingNow()],
    ["form-blank", form({ id: requestId, tenant, raw: aRawDraft({ recipe: "", userName: "" }) })],
    [
      "form-problems",
      form({
        id: requestId,
        tenant: production,
        recipe: { ...viva, incomplete: "The guide does not say which domains writeback needs." },
        raw: aRawDraft({ existingSystem }),
        problems: { userName: "This account exists.", existingSystem: "It has a user." },
      }),
    ],
    [
      "form-choices",
      form({
        id: requestId,
        tenant,
        recipe: demanding,
        raw: aRawDraft({
          choices: {
            optional: { Put: ["Workday Accounts"] },
            open: [{ domain: "Job Information", choice: "Get+Put" }],
          },
        }),
        problems: { open: "Choose which access Worker Data: gender needs." },
      }),
    ],
    [
      "form-left-to-choose",
      form({
        id: requestId,
        tenant,
        recipe: demanding,
        raw: { ...fillFromRecipe(demanding, tenant), userName: "ISU_Acme", groupName: "ISSG_Acme" },
        problems: { userName: "It is taken.", open: "Choose which access Job Information needs." },
      }),
    ],
    ["form-fault", form({ id: requestId, tenant, raw: aRawDraft(), banner: "Workday is away." })],
    [
      "form-more",
      form({ id: requestId, tenant, raw: aRawDraft({ signOn: plainSignOn }), page: "settings" }),
    ],
    [
      "form-more-problems",
      form({
        id: requestId,
        tenant,
        raw: aRawDraft({
          existingSystem: { ...existingSystem, wid: "0".repeat(32) },
          signOn: everySignOn,
        }),
        problems: { x509Key: "Workday does not know this Certificate ID." },
      }),
    ],
    ["plan-every-sign-on", plan({ id: requestId, catalogue, tenant, draft: everyDraft })],
    [
      "plan-new-password",
      plan({ id: requestId, catalogue, tenant, draft: aDraft({ requireNewPassword: true }) }),
    ],
    ["checking", checking(tenant, requestId)],
    ["plan", plan({ id: requestId, catalogue, tenant, draft: aDraft() })],
    [
      "plan-departed-from-recipe",
      plan({
        id: requestId,
        catalogue,
        tenant: aTenant({
          perRecipe: [{ recipe: "viva-learning", covers: viva, rules: { doers: tenant.doers } }],
        }),
        draft: aDraft(),
      }),
    ],
    [
      "plan-production-again",
      plan({
        id: requestId,
        catalogue,
        tenant: production,
        draft: aDraft({ system: existingSystem, ticket: "https://tickets.example/1" }),
        banner: "The request was not opened.",
      }),
    ],
    ["plan-beyond", plan({ id: requestId, catalogue, tenant, draft: aDraft(), recipe: demanding })],
    [
      "plan-notes",
      plan({
        id: requestId,
        catalogue,
        tenant: aTenant({
          refusedDomains: [],
          sensitiveDomains: ["Security Administration"],
        }),
        draft: aDraft({
          permissions: {
            Get: ["Worker Data: Workers", "Payroll <b>"],
            Put: ["accounts of workday"],
            View: [],
            Modify: ["Security Administration"],
          },
        }),
      }),
    ],
    [
      "plan-implementation",
      plan({
        id: requestId,
        catalogue,
        tenant: aTenant({ hands: { ...allBy("implementation"), activate: "person" } }),
        draft: aDraft(),
      }),
    ],
    [
      "plan-with-windows",
      plan({
        id: requestId,
        catalogue,
        tenant: { ...production, changeWindows: windows },
        draft: aDraft(),
      }),
    ],
    ["approve-production", confirmation()],
    ["opening", opening(requestId)],
    ["deciding", deciding(requestId)],
    ["deny", denial(requestId, "sha256:shown")],
    ["report-refused", inability(requestId, "activate")],
  ])("%s", async (name, view) => {
    expect(view).toBeDefined();
    await isAsKept(name, view);
  });
});
