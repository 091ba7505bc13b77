import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { describeDanger } from "../../../src/flows/wording/count-live.ts";
import { describeEffect } from "../../../src/flows/wording/describe-effect.ts";
import { listPlanApproval } from "../../../src/flows/wording/describe-plan-approval.ts";
import { like } from "../../bot/support/like.ts";
import { aDraft, anEditDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, given } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const configuration = "Security Configuration";
const tenant = aTenant({
  sensitiveDomains: [configuration],
  approvals: { needed: 1, neededWhenUnseen: 1, at: "both" },
});
const { asked } = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });

function listFor(draft: Draft, at: Tenant = tenant): ReturnType<typeof listPlanApproval> {
  return listPlanApproval(given(anOpening(draft, at)), asked, at);
}

describe("what an approver of a plan is shown", () => {
  const draft = aDraft({
    permissions: { Get: ["Worker Data: Workers"], Put: [configuration], View: [], Modify: [] },
    reason: "Learning content\nfor everybody",
    ticket: "CHG-7",
  });

  it("is what is made by whom, what is asked for with the worst first, and the requester's words", () => {
    expect(listFor(draft)).toEqual([
      {
        title:
          "Nothing has been made yet. This approval makes the account and its group; the permissions stay pending. Before the activation an approver is asked again.",
        lines: [],
      },
      {
        title: "What is done by this approval, and by whom (5):",
        lines: [
          "Make the integration system Viva integration [Workday web service]",
          "Make the account ISU_Viva: its first password is thrown away, so nobody can sign on yet [Workday web service]",
          "Make the security group ISSG_Viva [runner]",
          "Put ISU_Viva into the group ISSG_Viva [runner]",
          "Add 2 domain permissions, pending [runner]",
        ],
      },
      {
        title: "Asked for (2):",
        lines: [`Put: ${configuration} (administers security)`, "Get: Worker Data: Workers"],
      },
      {
        title: "The requester says:",
        isOnCard: false,
        lines: ["Learning content", "for everybody", "Ticket: CHG-7"],
      },
    ]);
  });

  it("is the same of an edit, whose account is there", () => {
    const [whole, steps] = listFor(anEditDraft());

    expect(whole?.title).toBe(
      "Nothing has been done yet. Before the activation an approver is asked again.",
    );
    expect(steps?.lines).toHaveLength(2);
  });

  it("promises the activation where it may follow, with the steps behind it", () => {
    const follows = { ...asked, follows: true } as const;
    const request = given(anOpening(draft, tenant));

    const [whole, steps] = listPlanApproval(request, follows, tenant);

    expect(whole?.title).toContain("Its activation follows by itself where exactly what was asked");
    expect(steps?.title).toBe("What is done by this approval, and by whom (8):");
    expect(steps?.lines.slice(5)).toMatchObject([
      like("[runner]"),
      like("Issue the password"),
      like("Compare"),
    ]);
    expect(describeEffect(request, tenant, follows)).toBe(
      "This lets the account be made in Acme sandbox. The activation follows if exactly that is pending then. If not, an approver is asked again.",
    );
  });

  it.each([
    [[configuration], "1 permission asked for administers security"],
    [[configuration, "Security Administration"], "2 permissions asked for administer security"],
    [["Worker Data: Workers"], undefined],
  ])("begins with what of %j administers security", (Put, danger) => {
    const asking = aDraft({ permissions: { Get: [], Put, View: [], Modify: [] } });

    expect(describeDanger(asking, tenant, { pending: { kind: "not-activated" }, others: [] })).toBe(
      danger,
    );
  });

  it("says in the dialog that nothing pending goes live", () => {
    const request = given(anOpening(anEditDraft(), tenant));

    expect(describeEffect(request, tenant, asked)).toBe(
      "The plan is carried out in Acme sandbox. Nothing pending goes live yet: an approver is asked again before the activation.",
    );
  });
});
