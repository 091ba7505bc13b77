import { describe, expect, it } from "vitest";
import { askedAfter, describeDetails } from "../../../src/bot/list-views/audit-details.ts";
import { planFor } from "../../../src/flows/planning/plan.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import { requestId, start } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { ann } from "../../support/data/people.ts";

const tenant = aTenant();

function details(draft = aDraft()): string {
  const plan = planFor(draft, tenant, requestId);
  const opened = { kind: "opened", id: requestId, by: ann, draft, plan } as const;
  return describeDetails(opened, askedAfter(undefined, opened), tenant);
}

const asked = {
  kind: "approval-asked",
  asked: {
    step: "approve",
    digest: "d",
    pending: { kind: "cannot-see", why: "Nothing shows it." },
    others: [],
    needed: 1,
    askedAt: start,
    expiresAt: start,
  },
  unseen: [],
} as const;

describe("what stands behind an entry of the audit trail", () => {
  it("is why and what was asked for", () => {
    const said = details(
      aDraft({
        reason: "Because\nof <this> & that",
        ticket: "https://tickets.example/CHG-7?a=1&b=2",
      }),
    );

    expect(said).toContain("*Reason:* Because of &lt;this&gt; &amp; that\n");
    expect(said).toContain("*Ticket:* <https://tickets.example/CHG-7?a=1&amp;b=2>\n");
    expect(said).toMatch(/\*Added for ISSG_Viva, Get \(\d\):\*\n• /);
  });

  it("is what the card showed, and what it could not see", () => {
    const draft = aDraft();
    const opened = { draft, plan: planFor(draft, tenant, requestId) };

    const said = describeDetails(asked, opened, tenant);

    expect(said).toContain("*The card showed:*\nThe bot cannot see what else is pending");
    expect(said).toContain("Goes live for this request");
  });

  it("says of a long list how much more there is, and shows the reason whatever is in it", () => {
    const many = Array.from({ length: 300 }, (_, at) => `Worker Data: Domain ${at}`);
    const permissions = { Get: many, Put: [], View: [], Modify: [] };

    const said = details(aDraft({ reason: "&".repeat(3000), permissions }));

    expect(said).toMatch(/\*Reason:\* (&amp;)+…\n/);
    expect(said).toMatch(/and \d+ more: the thread has all of them$/);
    expect(said.length).toBeLessThan(2500);
  });

  it("is nothing for what its sentence says already, or where the opening is gone", () => {
    expect(describeDetails({ kind: "ended" }, undefined, tenant)).toBe("");
    expect(describeDetails(asked, undefined, tenant)).toBe("");
  });

  it("goes by the plan of the clean-up once the request is closed", () => {
    const draft = aDraft();
    const closing = { kind: "closing", closing: { kind: "expired" }, plan: [] } as const;

    expect(askedAfter({ draft, plan: planFor(draft, tenant, requestId) }, closing)).toEqual({
      draft,
      plan: [],
    });
    expect(askedAfter(undefined, closing)).toBeUndefined();
  });
});
