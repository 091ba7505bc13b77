import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/flows/draft.ts";
import type { Request } from "../../src/flows/request.ts";
import { viewApproval } from "../../src/web/approval-view.ts";
import { aDraft, anEditDraft } from "../support/a-draft.ts";
import { anAsking, anOpening, given } from "../support/a-request.ts";
import { aTenant } from "../support/a-tenant.ts";

const policy = { authenticationPolicy: { allowedTypes: ["User Name Password"] } };

function view(request: Request): ReturnType<typeof viewApproval> {
  if (request.phase.kind !== "waiting-for-approval") throw new Error("No approval is asked for");
  return viewApproval({ request, wait: request.phase }, aTenant(policy));
}

describe("the page of an approval", () => {
  it("says whose account it is where the bot did not make it", () => {
    const draft: Draft = { ...aDraft({ isAdopted: true }), kind: "rotate", tell: [] };
    const { facts } = view(given(anOpening(draft), anAsking({ step: "approve-plan" })));

    expect(facts).toContainEqual(expect.objectContaining({ label: "Made by" }));
  });

  it("names who else gains and loses by an edit", () => {
    const opening = anOpening(anEditDraft({ alsoInGroup: ["ISU_Second", "lmcneil"] }));

    expect(view(given(opening, anAsking())).facts).toContainEqual({
      label: "Also in this group",
      value: "ISU_Second, lmcneil: they gain and lose the same",
    });
    expect(view(given(anOpening(anEditDraft()), anAsking())).facts).not.toContainEqual(
      expect.objectContaining({ label: "Also in this group" }),
    );
  });

  it("says that nobody sees what goes live in the authentication policies, and what is left", () => {
    const opening = anOpening(aDraft(policy), aTenant(policy));
    const asked = anAsking({ pending: { kind: "authentication-policies" } });
    const left = ["approve", "activate-authentication-policies", "issue-credential", "verify"];
    const done = opening.plan.filter(({ name }) => !left.includes(name));

    const { lead, lists } = view(
      given(
        opening,
        ...done.map(({ name }) => ({ kind: "step-finished", step: name, facts: {} }) as const),
        asked,
      ),
    );

    expect(lead).toContain("everything that is pending in the authentication policies of Acme");
    expect(lists.map(({ lines }) => lines)).toEqual([left]);
    expect(lists[0]?.title).toContain("cannot see what is pending in the authentication policies");
  });
});
