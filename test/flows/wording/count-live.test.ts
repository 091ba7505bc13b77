import { describe, expect, it } from "vitest";
import type { PendingChange, PendingChanges } from "../../../src/flows/model/pending.ts";
import type { GoesLive } from "../../../src/flows/request/other-request.ts";
import {
  countLive,
  describeDanger,
  describeLiveCount,
} from "../../../src/flows/wording/count-live.ts";
import { askToActivate } from "../../../src/flows/wording/describe-effect.ts";
import { aDraft } from "../../support/data/a-draft.ts";
import {
  anAsking,
  aPendingChange,
  foreignChange,
  requestId,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";

const tenant = aTenant({ refusedDomains: ["Security Configuration"] });
const guarded = { ...foreignChange, policy: "Security Configuration" };
const all = { kind: "activate", tenant: tenant.name, reason: "" } as const;

function seen(...changes: readonly PendingChange[]): GoesLive {
  return live({ kind: "seen", changes });
}

function live(pending: PendingChanges): GoesLive {
  return { pending, others: [] };
}

describe("what an activation makes live, counted", () => {
  it("is of the request and of others, with what administers security", () => {
    const pending = seen(aPendingChange(), foreignChange, guarded, { ...guarded, access: "Put" });

    expect(describeLiveCount(countLive(aDraft(), tenant, pending))).toBe(
      "1 change of this request, and 3 changes of others, of which 2 administer security",
    );
  });

  it.each<[what: string, ...Parameters<typeof describeDanger>, danger: string | undefined]>([
    ["nothing of others", aDraft(), tenant, seen(aPendingChange()), undefined],
    [
      "one of others",
      aDraft(),
      tenant,
      seen(foreignChange),
      "Approving also activates 1 change by others",
    ],
    [
      "security among others",
      aDraft(),
      tenant,
      seen(foreignChange, guarded),
      "Approving also activates 2 changes by others, of which 1 administers security",
    ],
    ["all that is pending", all, tenant, seen(foreignChange), undefined],
    [
      "security among all",
      all,
      tenant,
      seen(guarded),
      "1 change goes live, of which 1 administers security",
    ],
    [
      "more of security among all",
      all,
      tenant,
      seen(guarded, { ...guarded, access: "Put" }),
      "2 changes go live, of which 2 administer security",
    ],
    ["nobody knows what", aDraft(), tenant, live({ kind: "cannot-see" }), blind()],
    ["policies", aDraft(), tenant, live({ kind: "authentication-policies" }), blind()],
    ["nothing yet", aDraft(), tenant, live({ kind: "not-activated" }), undefined],
  ])("is told at the top of a card: %s", (_what, draft, of, pending, danger) => {
    expect(describeDanger(draft, of, pending)).toBe(danger);
  });

  it.each<[pending: Parameters<typeof describeDanger>[2], question: string]>([
    [live({ kind: "cannot-see" }), "Approve ISU-7K3M9QXV, and activate?"],
    [seen(aPendingChange()), "Approve ISU-7K3M9QXV, and activate 1?"],
    [
      seen(aPendingChange(), foreignChange, guarded),
      "Approve 1, and 2 of others, of which 1 administers security?",
    ],
  ])("is what the dialog asks", (shown, question) => {
    const request = { id: requestId, draft: aDraft() };

    expect(askToActivate(request, tenant, anAsking(shown).asked)).toBe(question);
  });
});

function blind(): string {
  return "Nobody can see here what else goes live";
}
