import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/flows/draft.ts";
import type { ApprovalAsked } from "../../src/flows/event.ts";
import type { Reply } from "../../src/flows/ports.ts";
import { sayReply, viewApproval } from "../../src/web/approval-view.ts";
import { like } from "../bot/like.ts";
import { aDraft } from "../support/a-draft.ts";
import {
  anAsking,
  anOpening,
  aPendingChange,
  foreignChange,
  given,
  requestId,
} from "../support/a-request.ts";
import { acme, aTenant } from "../support/a-tenant.ts";
import { opening } from "../support/events.ts";

const client = {
  name: "Viva API Client",
  functionalAreas: ["System"],
  nonExpiringRefreshTokens: true,
  includeWorkdayOwnedScope: false,
};

interface Changes {
  readonly asked?: Partial<ApprovalAsked>;
  readonly unseen?: readonly string[];
}

function view(draft: Draft, { asked, unseen = [] }: Changes = {}, tenant = aTenant()) {
  const request = given(anOpening(draft), { ...anAsking(asked), unseen });
  if (request.phase.kind !== "waiting-for-approval") throw new Error("No approval is asked for");
  return viewApproval({ request, wait: request.phase }, tenant);
}

describe("what the page of an approval shows", () => {
  it("is what goes live: ours, others' and what was not seen", () => {
    const process = aPendingChange({ kind: "business-process", policy: "Hire", access: "" });
    const theirs = { ...foreignChange, changedBy: "lmcneil" };
    const changes = [aPendingChange(), process, foreignChange, theirs];
    const businessProcesses = [{ policy: "Hire" }];
    const asked = { pending: { kind: "seen", changes } } as const;

    expect(view(aDraft({ businessProcesses }), { asked, unseen: ["Put: Payroll"] }).lists).toEqual([
      {
        title: "Goes live for this request (2)",
        lines: ["Get: Worker Data: Workers (Added)", "Hire (Added)"],
      },
      {
        title: "Goes live as well, though this request did not ask for it (2)",
        lines: [
          "Payroll, Get: Added for HR Partners",
          "Payroll, Get: Added for HR Partners, by lmcneil",
        ],
      },
      { title: "Asked for, but not seen pending (1)", lines: ["Put: Payroll"] },
    ]);
  });

  it("says where nothing else is pending", () => {
    expect(view(aDraft()).lists[1]).toEqual({
      title: "Nothing else is pending in the tenant",
      lines: [],
    });
  });

  it("is the whole plan of what takes effect at once, with the client's scope", () => {
    const asked = { step: "approve-plan", pending: { kind: "not-activated" } } as const;

    const { lists, facts, lead } = view({ ...aDraft(), kind: "api-client", client }, { asked });

    expect(lead).toBe(
      "Your approval lets the plan be carried out in Acme sandbox, beginning at once.",
    );
    expect(lists).toEqual([
      {
        title: "The whole plan, of which nothing is done yet",
        lines: ["approve-plan", "register-api-client", "disable-old-client-secrets", "verify"],
      },
    ]);
    expect(facts).toContainEqual({ label: "API client", value: "Viva API Client" });
    expect(facts).toContainEqual({
      label: "Its scope",
      value: "System, refresh tokens that do not expire",
    });
  });

  it("says that more than one is needed, and that the tenant is in production", () => {
    const asked = { needed: 2 };
    const two = view(aDraft(), { asked }, aTenant({ production: true }));

    expect(two.lead).toEqual(like("Your approval is one of 2 that are needed."));
    expect(two.warning).toBe("Acme sandbox is a PRODUCTION tenant.");
    expect(two.facts).toContainEqual({ label: "Approvals", value: "0 of 2 given so far" });
    expect(view(aDraft())).not.toHaveProperty("warning");
  });

  it("names no account where it is about none", () => {
    const { facts } = view({ kind: "activate", tenant: acme, reason: "Time to" });

    expect(facts.map(({ label }) => label)).toEqual(["Request", "Tenant", "Asked for", "Digest"]);
  });
});

describe("sayReply", () => {
  const errand = { kind: "approve", request: requestId, digest: "sha256:shown" } as const;
  const fault = { kind: "denied", outside: "Workday", words: "No." } as const;
  const difference = { added: [], gone: [] };
  const again = "Nothing was approved. In Slack, press Approve again.";

  it.each<[reply: Reply, words: string]>([
    [
      { kind: "accepted", request: given(opening, anAsking()) },
      "Your approval counts, and others are needed too. You can close this page.",
    ],
    [
      { kind: "accepted", request: given(opening) },
      "Approved. The changes are activated next; Slack shows how it goes. You can close this page.",
    ],
    [{ kind: "refused", refusal: "no-passkey" }, "said: no-passkey"],
    [{ kind: "fault", fault }, "Nothing was approved. No. In Slack, press Approve again."],
    [{ kind: "passkey-needed", tenant: acme, errand }, again],
    [{ kind: "not-opened", check: { kind: "fault", fault } }, again],
  ])("%#: says what came of it", (reply, words) => {
    expect(sayReply(reply, (refusal) => `said: ${refusal}`)).toBe(words);
  });

  it("says that another card follows where something else is pending by now", () => {
    expect(sayReply({ kind: "voided", difference }, String)).toEqual(like("A new card follows"));
  });
});
