import { describe, expect, it } from "vitest";
import { approvalButtons } from "../../../src/bot/request-views/approval-card.ts";
import { approvalConfirmation } from "../../../src/bot/request-views/approval-confirmation.ts";
import { describeApprovalEvent } from "../../../src/bot/request-views/approval-timeline.ts";
import { nameApproval } from "../../../src/bot/request-views/approve-button.ts";
import { describeHeadline } from "../../../src/bot/request-views/headline.ts";
import type { ApprovalAsked } from "../../../src/flows/request/approval-asked.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import { viewApproval } from "../../../src/web/approval-view.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { anAsking, anOpening, aPendingChange, given } from "../../support/data/a-request.ts";
import { aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { ben, cy } from "../../support/data/people.ts";
import { holding, like } from "../support/like.ts";

const tenant = aTenantOfPlans();
const rotation: Draft = { ...aDraft(), kind: "rotate", tell: [] };
const plan = { step: "approve-plan", pending: { kind: "not-activated" } } as const;
const following = { ...plan, follows: true } as const;

describe("the button that approves", () => {
  it.each<[what: string, draft: Draft, changes: Partial<ApprovalAsked>, words: string]>([
    ["an activation", aDraft(), {}, "Approve"],
    ["a plan without an activation", rotation, plan, "Approve"],
    ["a plan", aDraft(), plan, "Approve; asked again before the activation"],
    ["a plan whose activation may follow", aDraft(), following, "Approve and activate"],
  ])("says of %s what it does", (_what, draft, changes, words) => {
    const { asked } = anAsking(changes);

    expect(nameApproval(given(anOpening(draft, tenant)), asked)).toBe(words);
  });

  it("says it in the dialog, the window and on the page too", () => {
    const asking = anAsking(following);
    const request = given(anOpening(aDraft(), tenant), asking);
    if (request.phase.kind !== "waiting-for-approval") throw new Error("No card");

    const [button] = approvalButtons({ request, tenant }, request.phase);
    expect(button).toMatchObject({
      text: "Approve and activate",
      confirm: {
        yes: "Approve and activate",
        text: like("The activation follows if exactly that"),
      },
    });
    expect(approvalConfirmation(request, request.phase, tenant).submit).toMatchObject({
      text: "Approve and activate",
    });
    expect(viewApproval({ request, wait: request.phase }, tenant, String)).toEqual(
      holding({ button: "Approve and activate with your passkey" }),
    );
  });
});

describe("an activation that followed", () => {
  it("names whose approval it was, and how much was seen", () => {
    const pending = { kind: "seen", changes: [aPendingChange()] } as const;

    expect(
      describeApprovalEvent({
        kind: "approval-followed",
        approvers: [ben, cy],
        digest: "sha256:seen",
        pending,
      }),
    ).toBe(
      "The activation follows from the approval of the plan by <@U0BEN>, <@U0CY>: exactly what was approved is pending (1 change), made by the plan's own hands, and everything else that can be seen is as asked.",
    );
  });
});

describe("the first line of a request whose plan was not approved", () => {
  const ended: readonly Event[] = [
    { kind: "closing", closing: { kind: "denied", by: ben, reason: "No" }, plan: [] },
    { kind: "ended" },
  ];
  const begun: Event = { kind: "step-begun", step: "create-user" };

  it("says that nothing was made, and of one that was begun that the bot looked", () => {
    const opening = anOpening(aDraft(), tenant);

    expect(describeHeadline(given(opening, anAsking(following), ...ended))).toBe(
      "*Denied by <@U0BEN>.* Nothing was made or changed: nothing of it is in Workday or in Key Vault, and its names are free.",
    );
    expect(describeHeadline(given(opening, begun, ...ended))).toContain("the bot looked");
  });
});
