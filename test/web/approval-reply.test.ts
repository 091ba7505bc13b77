import { describe, expect, it } from "vitest";
import { instant } from "../../src/flows/model/ids.ts";
import { planFor } from "../../src/flows/planning/plan.ts";
import type { Reply } from "../../src/flows/ports/answerer.ts";
import type { ApprovalAsked } from "../../src/flows/request/approval-asked.ts";
import type { Draft } from "../../src/flows/request/draft.ts";
import type { Event } from "../../src/flows/request/event.ts";
import type { Tenant } from "../../src/flows/tenant/tenant.ts";
import { describeReply } from "../../src/web/approval-reply.ts";
import { aDraft, existingSystem } from "../support/data/a-draft.ts";
import {
  anAsking,
  anOpening,
  foreignChange,
  given,
  requestId,
  start,
} from "../support/data/a-request.ts";
import { aTenant } from "../support/data/a-tenant.ts";
import { bea, ben } from "../support/data/people.ts";

const policy = { authenticationPolicy: { allowedTypes: ["User Name Password"] } };
const noRules = aTenant(policy);
const closed = aTenant({
  ...policy,
  changeWindows: [{ days: ["sat"], from: "20:00", until: "22:00", timeZone: "UTC" }],
});
const first = aTenant({
  approvals: { needed: 1, neededWhenUnseen: 1, at: "both" as const },
  changeWindows: closed.changeWindows,
});
const joined = {
  kind: "existing",
  isActive: true,
  members: [],
  holds: { Get: [], Put: [], View: [], Modify: [] },
} as const;
const rotate: Draft = { ...aDraft({ system: existingSystem }), kind: "rotate", tell: [] };
const plan: Partial<ApprovalAsked> = { step: "approve-plan", pending: { kind: "not-activated" } };

/** What the page says after these approvals. */
function said(draft: Draft, tenant: Tenant, asked: Partial<ApprovalAsked>, before: Event[] = []) {
  const approved: Event = { kind: "approved", by: ben, digest: "sha256:shown" };
  const request = given(anOpening(draft, tenant), ...before, anAsking(asked), approved);
  const answering = { tenantOf: () => tenant, now: start, describeRefusal: String };
  return describeReply({ kind: "accepted", request }, answering);
}

const steps = planFor(aDraft(policy), noRules, requestId).map(({ name }) => name);
const untilPolicies = steps
  .slice(0, steps.indexOf("activate-authentication-policies"))
  .map((step): Event => ({ kind: "step-finished", step, facts: {} }));

describe("what the page says of an approval", () => {
  it.each<[what: string, words: string, shown: string]>([
    ["an activation", said(aDraft(), noRules, {}), "The changes are activated next, if the same"],
    ["a plan", said(rotate, noRules, plan), "The plan is carried out next."],
    [
      "a plan whose activation may follow",
      said(aDraft(), first, { ...plan, follows: true }),
      "The activation follows without another click if exactly what was approved is pending",
    ],
    ["a creation", said(aDraft(), first, plan), "are made next, and nothing goes live by that."],
    [
      "a creation in a group that is there",
      said(aDraft({ group: joined }), noRules, plan),
      "The plan is carried out next.",
    ],
    [
      "authentication policies",
      said(
        aDraft(policy),
        noRules,
        { pending: { kind: "authentication-policies" } },
        untilPolicies,
      ),
      "The authentication policies are activated next.",
    ],
    ["an activation outside of the windows", said(aDraft(), closed, {}), "2026-11-28 20:00:00 UTC"],
    ["a plan outside of the windows", said(rotate, closed, plan), "waits for the change window"],
    [
      "authentication policies outside of the windows",
      said(aDraft(policy), closed, { pending: { kind: "authentication-policies" } }, untilPolicies),
      "waits for the change window",
    ],
    [
      "one of two",
      said(aDraft(), closed, { needed: 2 }),
      "Others are needed too: nothing is done before.",
    ],
  ])("says what comes next after %s", (_what, words, shown) => {
    expect(words).toContain(shown);
    expect(words).toMatch(/ You can close this page\.$/);
  });

  it("says when the window opens that a request waits for already", () => {
    const request = given(
      anOpening(),
      anAsking(),
      { kind: "approved", by: bea, digest: "sha256:shown" },
      { kind: "window-awaited", opensAt: instant(start + 60_000) },
    );

    const words = describeReply(
      { kind: "accepted", request },
      { tenantOf: () => noRules, now: start, describeRefusal: String },
    );

    expect(words).toContain("opens 2026-11-23 09:01:00 UTC");
  });

  const errand = { kind: "approve", request: requestId, digest: "sha256:shown" } as const;
  const fault = { kind: "denied", outside: "Workday", words: "No." } as const;
  const difference = { added: [], gone: [] };
  const again = "Nothing was approved. In Slack, press Approve again.";

  it.each<[reply: Reply, words: string]>([
    [{ kind: "refused", refusal: "no-passkey" }, "no-passkey"],
    [{ kind: "fault", fault }, "Nothing was approved. No. In Slack, press Approve again."],
    [{ kind: "passkey-needed", tenant: noRules.name, errand }, again],
    [{ kind: "not-opened", check: { kind: "fault", fault } }, again],
    [{ kind: "voided", difference }, "A new card follows in Slack"],
    [
      { kind: "voided", difference: { added: [foreignChange], gone: [] } },
      "What is pending in the tenant has changed since the card was shown, so nothing",
    ],
    [{ kind: "voided", difference }, "Another request whose changes go live too was opened or"],
    [{ kind: "voided", difference, isOutdated: true }, "its requester can withdraw it"],
  ])("%#: says what came of what counted for nothing", (reply, words) => {
    const answering = { tenantOf: () => noRules, now: start, describeRefusal: String };

    expect(describeReply(reply, answering)).toContain(words);
  });
});
