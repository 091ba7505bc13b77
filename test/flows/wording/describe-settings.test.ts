import { describe, expect, it } from "vitest";
import type { SettingsDraft } from "../../../src/flows/request/draft.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { holding, like } from "../../bot/support/like.ts";
import { aDraft, existingSystem } from "../../support/data/a-draft.ts";
import { anAsking, anOpening } from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const tenant = aTenant();
const policy = { name: "Integrations", allowedTypes: ["X509"] };

function someSettings(changes: Partial<SettingsDraft>): SettingsDraft {
  const account = aDraft({ system: existingSystem });
  return { ...account, kind: "settings", shown: {}, change: {}, ...changes };
}

/** Everything that an approver of the plan reads. */
function read(draft: SettingsDraft): string {
  const { asked } = anAsking({ step: "approve-plan", pending: { kind: "not-activated" } });
  const lists = listApproval(anOpening(draft, tenant), { asked, unseen: [], tenant });
  return lists.map(({ title, lines }) => [title, ...lines].join("\n")).join("\n");
}

describe("what an approver of other settings sees", () => {
  it("is each setting before and after", () => {
    const card = read(
      someSettings({
        shown: { doNotAllowUiSessions: true },
        change: { doNotAllowUiSessions: false },
      }),
    );

    expect(card).toContain("UI sessions: not allowed -> allowed");
    expect(card).not.toContain("authentication policies");
  });

  it.each<[kind: "allow" | "remove", words: string]>([
    ["allow", "Then the user's group is allowed in the authentication policy"],
    ["remove", "Then the user's group is taken out of the authentication policy"],
  ])("is what the activation of the authentication policies does: %s", (kind, words) => {
    expect(read(someSettings({ policyChange: { kind, policy } }))).toContain(words);
  });
});

describe("the comment of that activation", () => {
  it.each<[what: string, changes: Partial<SettingsDraft>, words: string]>([
    [
      "the ticket and the reason",
      { ticket: "CHG-7", reason: "Audit" },
      "Ticket: CHG-7 Reason: Audit",
    ],
    ["the reason alone where there is no ticket", { reason: "Audit" }, "sign on. Reason: Audit"],
  ])("names %s", (_what, changes, words) => {
    const draft = someSettings({ policyChange: { kind: "allow", policy }, ...changes });

    const { plan } = anOpening(draft, tenant);

    expect(plan).toContainEqual(
      holding({ task: { name: "activate-authentication-policies", comment: like(words) } }),
    );
  });
});
