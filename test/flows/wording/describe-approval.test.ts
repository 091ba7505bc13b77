import { describe, expect, it } from "vitest";
import { noPermissions } from "../../../src/flows/model/permissions.ts";
import type { TitledList } from "../../../src/flows/model/titled-list.ts";
import type { ApprovalAsked } from "../../../src/flows/request/approval-asked.ts";
import type {
  ActivateGroupDraft,
  ClientDraft,
  Draft,
  RetireDraft,
} from "../../../src/flows/request/draft.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";
import { listApproval } from "../../../src/flows/wording/describe-approval.ts";
import { describeAtOnce } from "../../../src/flows/wording/describe-at-once.ts";
import { describeEffect } from "../../../src/flows/wording/describe-effect.ts";
import { holding, like } from "../../bot/support/like.ts";
import { aDraft, anEditDraft, aSegmentDraft, existingSystem } from "../../support/data/a-draft.ts";
import {
  anAsking,
  anOpening,
  anOtherRequest,
  aPendingChange,
  foreignChange,
  given,
  requestId,
} from "../../support/data/a-request.ts";
import { aTenant } from "../../support/data/a-tenant.ts";
import { bea, ben } from "../../support/data/people.ts";

const tenant = aTenant({ sensitiveDomains: ["Security Configuration"] });
const beforeAll = aTenant({
  approvals: { needed: 1, neededWhenUnseen: 1, at: "both" as const },
});
const plan: Partial<ApprovalAsked> = { step: "approve-plan", pending: { kind: "not-activated" } };
const account = aDraft({ system: existingSystem });
const policy = { authenticationPolicy: { allowedTypes: ["User Name Password"] } };
const shared = {
  kind: "existing",
  isActive: true,
  members: ["ISU_Other"],
  holds: { ...noPermissions, Get: ["Security Configuration"] },
} as const;

function shown(draft: Draft, changes: Partial<ApprovalAsked> = plan): readonly TitledList[] {
  const { asked } = anAsking(changes);
  return listApproval(given(anOpening(draft, tenant)), { asked, unseen: [], tenant });
}

describe("changes of other requests", () => {
  const others = [
    anOtherRequest(),
    anOtherRequest({ id: requestId, standing: "open", needed: 2, askedBy: ben }),
  ];
  const whose = {
    title:
      "Of other requests (2). Who asked for one of them, or carried out a step of it, cannot approve this:",
    lines: [
      "ISU-0THERREQ (withdrawn): 1 change, asked for by",
      `${requestId}: 1 change, needs 2 approvers, asked for by`,
    ],
    people: [bea, ben],
  };
  const line = `Payroll, Get: Added for HR Partners, of ISU-0THERREQ (withdrawn) and ${requestId}`;

  it("are named, each with who asked for it", () => {
    const pending = { kind: "seen", changes: [foreignChange] } as const;
    const lists = shown(aDraft(), { pending, others });

    expect(lists).toContainEqual(whose);
    expect(lists.flatMap(({ lines }) => lines)).toContain(line);
  });

  it("stand before the request's own, what administers security first, then maker by maker", () => {
    const theirs = [
      { ...foreignChange, policy: "Payroll", changedBy: "okafor" },
      { ...foreignChange, policy: "Time Off", changedBy: "lmcneil" },
      { ...foreignChange, policy: "Security Configuration", changedBy: "okafor" },
    ];
    const changes = [aPendingChange(), ...theirs];

    const [first, second] = shown(aDraft(), { pending: { kind: "seen", changes } });

    expect(first).toEqual({
      title: "Goes live as well, though this request did not ask for it (3):",
      lines: [
        expect.stringMatching(/^Security Configuration.*\(administers security\)$/),
        expect.stringMatching(/^Time Off.*by lmcneil$/),
        expect.stringMatching(/^Payroll.*by okafor$/),
      ],
      isDanger: true,
    });
    expect(second?.title).toBe("Goes live for this request (1):");
  });

  it("are named where everything is activated", () => {
    const pending = { kind: "seen", changes: [foreignChange] } as const;
    const draft = { kind: "activate", tenant: tenant.name, reason: "" } as const;

    expect(shown(draft, { pending, others })).toEqual([
      { title: "Goes live (1):", lines: [line] },
      whose,
    ]);
  });

  it("are named where nobody sees them, and on a change that the card asked for too", () => {
    const unseen = [anOtherRequest({ changes: [] })];
    const pending = { kind: "seen", changes: [aPendingChange()] } as const;
    const both = [anOtherRequest({ changes: [aPendingChange()] })];

    expect(shown(aDraft(), { pending: { kind: "cannot-see" }, others: unseen })).toContainEqual(
      expect.objectContaining({
        lines: ["ISU-0THERREQ (withdrawn): may be pending, asked for by"],
      }),
    );
    expect(shown(aDraft(), { pending, others: both }).flatMap(({ lines }) => lines)).toContain(
      "Get: Worker Data: Workers (Added), of ISU-0THERREQ (withdrawn)",
    );
  });
});

describe("a tenant that shows in which policies something is pending, and not what", () => {
  it("has them named, with those that administer security, and the reason", () => {
    const policies = ["Payroll", "Security Configuration"];
    const why = "The source has no field for Access.";

    const lists = shown(aDraft(), { pending: { kind: "cannot-see", policies, why } });

    const [blind, named] = lists;
    expect(blind?.title).toMatch(/^The bot cannot see .* The source has no field for Access\.$/);
    expect(named).toEqual({
      title: "Something is pending in these policies, and the bot cannot see what (2):",
      lines: ["Payroll", expect.stringMatching(/^Security Configuration.+/)],
      isDanger: true,
    });
  });

  it("says nothing of policies where none shows", () => {
    const lists = shown(aDraft(), { pending: { kind: "cannot-see" } });

    expect(lists.map(({ title }) => title).join("\n")).not.toContain("these policies");
  });
});

describe("what an approver of a group's activation sees", () => {
  const draft: ActivateGroupDraft = { ...account, kind: "activate-group" };

  it("is what the group holds by now, marked, and who is in it", () => {
    const lists = shown({ ...draft, found: { ...shared, isActive: false } });

    expect(lists.slice(1)).toEqual([
      {
        title: "What counts once the group ISSG_Viva is active, as a report shows it (1):",
        lines: ["Get: Security Configuration (administers security)"],
      },
      { title: "In the group now (1):", lines: ["ISU_Other"] },
    ]);
  });

  it("says so where it holds nothing, and nobody is in it", () => {
    const found = { ...shared, holds: noPermissions, members: [] };

    expect(
      shown({ ...draft, found })
        .slice(1)
        .map(({ lines }) => lines),
    ).toEqual([["nothing"], ["nobody"]]);
  });

  it("is what was asked for where no report tells, and says that", () => {
    const { segmented } = aSegmentDraft();

    expect(shown(draft).slice(1)).toEqual([
      holding({
        title: like(
          "as it was asked for: no report shows what it holds by now, or who is in it (4):",
        ),
      }),
    ]);
    expect(shown({ ...draft, segmented, isOfSegments: true })[1]).toEqual({
      title: like("the group ISSG_Viva segments is active"),
      lines: [
        "Get: Manage: Learning Content",
        "Get: Reports: Learning Record",
        "Put: Manage: Learning Content",
      ],
    });
  });
});

describe("what an approver of an API client sees", () => {
  const client = {
    name: "Viva client",
    nonExpiringRefreshTokens: true,
    functionalAreas: ["Staffing", "System"],
    includeWorkdayOwnedScope: true,
  };
  const kinds: readonly ClientDraft["kind"][] = ["api-client", "replace-token", "disable-client"];

  it.each(kinds)("is its name and its whole scope: %s", (kind) => {
    expect(shown({ ...account, kind, client })).toContainEqual({
      title:
        "The API client Viva client: refresh tokens that do not expire, Workday-owned scope. Its functional areas (2):",
      lines: ["Staffing", "System"],
    });
  });
});

describe("what an approver of an account in a group that is there sees", () => {
  it.each<[when: string, words: string, where: Tenant]>([
    ["before anything is made", "Nothing has been made yet. The account joins", beforeAll],
    ["once the account is made", "The account is made, and nobody can sign on with it.", tenant],
  ])("begins with what is there: %s", (_when, words, where) => {
    const draft = aDraft({ group: shared });
    const { asked } = anAsking(plan);

    const [first] = listApproval(given(anOpening(draft, where)), {
      asked,
      unseen: [],
      tenant: where,
    });

    expect(first?.title).toEqual(like(words));
  });
});

describe("what takes effect at once by a retirement", () => {
  const retire: RetireDraft = { ...account, kind: "retire" };

  it.each<[what: string, draft: RetireDraft, words: RegExp]>([
    ["in its own group", retire, /^The account leaves its group at once\. The revocation/],
    [
      "in a group that stays",
      { ...retire, group: shared },
      /^The account leaves its group at once,/,
    ],
    [
      "outside of its own group",
      { ...retire, isOutsideGroup: true },
      /^A report shows that the account is not in its group any more.* The revocation/,
    ],
    [
      "outside of a group that stays",
      { ...retire, group: shared, isOutsideGroup: true },
      /^A report shows that the account is not in its group any more.* The group stays/,
    ],
  ])("is said as it is: %s", (_what, draft, words) => {
    expect(describeAtOnce(draft)).toMatch(words);
  });

  it("holds the authentication policies where no other approval comes before them", () => {
    const alone: RetireDraft = { ...retire, ...policy, group: shared };
    const warning = holding({ title: like("taken out of the authentication policy") });

    expect(shown(alone)).toContainEqual(warning);
    expect(effectOf(alone)).toContain("Also all pending authentication policies, unseen.");
    expect(shown({ ...retire, ...policy })).not.toContainEqual(warning);
    expect(shown({ ...retire, ...policy }, {})).toContainEqual(warning);
  });
});

it("says nothing of what takes effect by an activation only", () => {
  expect(describeAtOnce(anEditDraft())).toBe("");
});

it("says at once that an account joins a group that is there", () => {
  expect(effectOf(aDraft({ group: shared }))).toContain("which takes effect at once.");
});

function effectOf(draft: Draft): string {
  return describeEffect(given(anOpening(draft, tenant)), tenant, anAsking(plan).asked);
}
