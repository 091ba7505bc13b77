import { describe, expect, it } from "vitest";
import { describeApproved } from "../../../src/flows/approval/describe-approved.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event } from "../../../src/flows/request/event.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import {
  anAsking,
  anOpening,
  expiresAt,
  given,
  requestId,
  start,
} from "../../support/data/a-request.ts";
import { allBy, aTenant, aTenantOfPlans } from "../../support/data/a-tenant.ts";
import { approved, asked, denied } from "../../support/data/events.ts";
import { ben } from "../../support/data/people.ts";

const ofPlan = { step: "approve-plan", pending: { kind: "not-activated" } } as const;
const ofBen = { kind: "approved", by: ben, digest: "sha256:shown" } as const;
const sentBack: Event = { kind: "sent-back", by: ben, question: "Why?", expiresAt };
const waitsForRelease: Event = {
  kind: "release-awaited",
  heldAt: "approve",
  gathersUntil: start,
  for: [],
};
const byHand = aTenant({ hands: allBy("person") });
const closed = aTenant({
  changeWindows: [{ days: ["sat"], from: "20:00", until: "22:00", timeZone: "UTC" }],
});
const parts = [
  { request: requestId, needed: 1 },
  { request: requestId, needed: 2 },
];

function said(tenant: Tenant, ...events: readonly Event[]): string {
  const draft: Draft = aDraft();
  const request = given(anOpening(draft, tenant), ...events);
  return describeApproved(request, { tenant, at: start, tell: String, quote: (words) => words });
}

describe("what comes next after an approval", () => {
  it.each<[what: string, words: string, shown: string]>([
    [
      "a plan whose activation follows",
      said(aTenantOfPlans(), anAsking({ ...ofPlan, follows: true }), approved),
      "The activation follows without another click if exactly what was approved is pending then, and nothing else. If not, approvers are asked again",
    ],
    [
      "a plan whose activation is asked for",
      said(aTenantOfPlans(), anAsking(ofPlan), approved),
      "nothing goes live by that. Approvers are asked again before the activation.",
    ],
    [
      "one of a release that is asked about",
      said(aTenant(), waitsForRelease, sentBack),
      "activated next",
    ],
    [
      "an activation by a runner",
      said(aTenant(), asked, approved),
      "if the same is pending still.",
    ],
    [
      "an activation by hand",
      said(byHand, asked, approved),
      "by a person: the bot looks once more",
    ],
    [
      "an activation outside of the windows",
      said(closed, asked, approved),
      "The request waits for",
    ],
    ["one of two", said(aTenant(), anAsking({ needed: 2 }), approved), "Others are needed too"],
    [
      "one of two that is sent back since",
      said(aTenant(), anAsking({ needed: 2 }), approved, sentBack),
      "Others are needed too",
    ],
    ["one that was denied since", said(aTenant(), asked, approved, denied), "is over by now."],
  ])("is said of %s", (_what, words, shown) => {
    expect(words).toContain(shown);
  });

  it("says for how much of a card one approval counts", () => {
    const counting: Event = { ...ofBen, countsFor: [requestId] };

    expect(said(aTenant(), anAsking({ parts }), counting)).toBe(
      "It counts for 2 of 2 parts of the card. Others are needed too: nothing is done before.",
    );
    expect(said(aTenant(), anAsking({ parts }))).toBe(
      "Others are needed too: nothing is done before.",
    );
  });
});
