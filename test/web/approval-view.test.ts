import { describe, expect, it } from "vitest";
import { requestMessage } from "../../src/bot/request-views/message.ts";
import { type PersonId, slackIdsOf } from "../../src/flows/model/ids.ts";
import type { ApprovalAsked } from "../../src/flows/request/approval-asked.ts";
import type { Draft } from "../../src/flows/request/draft.ts";
import type { Tenant } from "../../src/flows/tenant/tenant.ts";
import { listApproval } from "../../src/flows/wording/describe-approval.ts";
import { listPeople, viewApproval } from "../../src/web/approval-view.ts";
import { holding, like } from "../bot/support/like.ts";
import { replyOf } from "../bot/support/reply-of.ts";
import { tellIn } from "../bot/support/shown-requests.ts";
import { aDraft, anEditDraft, aSegmentDraft, existingSystem } from "../support/data/a-draft.ts";
import { anAsking, anOtherRequest, foreignChange } from "../support/data/a-request.ts";
import { aRollback } from "../support/data/a-rollback.ts";
import { allBy, aTenant } from "../support/data/a-tenant.ts";
import { ann, bea, ben } from "../support/data/people.ts";

const policy = { authenticationPolicy: { allowedTypes: ["User Name Password"] } };
const account = aDraft({ system: existingSystem });
const holds = { Get: ["Security Configuration"], Put: [], View: [], Modify: [] };
const found = { kind: "existing", isActive: true, members: ["ISU_Other"], holds } as const;
const client = {
  name: "Viva client",
  nonExpiringRefreshTokens: true,
  functionalAreas: ["Staffing"],
  includeWorkdayOwnedScope: true,
};
const marking = aTenant({ sensitiveDomains: ["Security Configuration", "Payroll"] });

type Asked = Partial<ApprovalAsked>;

const plan: Asked = { step: "approve-plan", pending: { kind: "not-activated" } };

function nameOf(person: PersonId): string {
  const { id } = slackIdsOf(person);
  return `${id.charAt(2)}${id.slice(3).toLowerCase()} (${id})`;
}

function shownFor(draft: Draft, asked: Asked, tenant: Tenant = marking) {
  const told = tellIn(tenant, draft, anAsking(asked));
  const { phase } = told.request;
  if (phase.kind !== "waiting-for-approval") throw new Error("No approval is asked for");
  return {
    told,
    page: viewApproval({ request: told.request, wait: phase }, tenant, nameOf),
    wait: phase,
  };
}

describe("what was said with approvals", () => {
  it("stands on the page, with one's own note", () => {
    const asking = anAsking({ needed: 2 });
    const said = { kind: "approved", by: ben, digest: "sha256:shown", note: "As agreed" } as const;
    const { request } = tellIn(marking, aDraft(), asking, said);
    const { phase } = request;
    if (phase.kind !== "waiting-for-approval") throw new Error("No approval is asked for");
    const ticket = { errand: { note: "Me too" } };

    const { facts } = viewApproval({ request, wait: phase, ticket }, marking, nameOf);

    expect(facts).toContainEqual({ label: "Note by Ben (U0BEN)", value: "As agreed" });
    expect(facts).toContainEqual({ label: "Your note", value: "Me too" });
  });
});

const requests: readonly [what: string, draft: Draft, asked: Asked, tenant?: Tenant][] = [
  ["what is pending", aDraft(), { pending: { kind: "seen", changes: [foreignChange] } }],
  ["what nobody can see", aDraft(), { pending: { kind: "cannot-see" } }],
  ["further steps", aDraft({ ...policy, exemptFromPasswordExpiry: true }), {}],
  ["the implementation service", aDraft(), {}, aTenant({ hands: allBy("implementation") })],
  ["a group that is joined", aDraft({ group: found }), plan],
  ["a group that becomes active", { ...account, kind: "activate-group", found }, plan],
  ["a roll back", aRollback(), plan],
  ["a client", { ...account, kind: "api-client", client }, plan],
  ["a retirement", { ...account, kind: "retire" }, plan],
  ["a rotation", { ...account, kind: "rotate", tell: [] }, plan],
  ["segments", aSegmentDraft(), {}],
];

function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

describe("what an approver sees", () => {
  it.each(requests)("is the same in card, thread and page: %s", (_what, draft, asked, tenant) => {
    const { told, page, wait } = shownFor(draft, asked, tenant);
    const { unseen = [] } = told.request.facts;
    const lists = listApproval(told.request, { asked: wait.asked, unseen, tenant: told.tenant });
    const card = JSON.stringify(requestMessage(told));
    const thread = JSON.stringify(
      told.story.flatMap((one) => replyOf(one, told.request, told.tenant)),
    );

    expect(lists.length).toBeGreaterThan(0);
    expect(page.lists).toEqual(expect.arrayContaining([...lists]));
    // The reason stands above, without a title of its own.
    const onCard = lists.flatMap(({ title, lines, isOnCard = true }) => [
      ...(isOnCard ? [title] : []),
      ...lines,
    ]);
    const all = lists.flatMap(({ title, lines }) => [title, ...lines]);
    expect(onCard.filter((text) => !card.includes(asJson(text)))).toEqual([]);
    expect(all.filter((text) => !thread.includes(asJson(text)))).toEqual([]);
  });
});

describe("changes of another request", () => {
  const pending = { kind: "seen", changes: [foreignChange] } as const;

  it("name who asked for it: by a mention in card and thread, by name and id on the page", () => {
    const { told, page } = shownFor(aDraft(), { pending, others: [anOtherRequest()] });
    const part = "ISU-0THERREQ (withdrawn): 1 change, asked for by";
    const thread = told.story.flatMap((one) => replyOf(one, told.request, told.tenant));

    expect(JSON.stringify(requestMessage(told))).toContain(`${part} <@U0BEA>`);
    expect(JSON.stringify(thread)).toContain(`${part} <@U0BEA>`);
    expect(page.lists.flatMap(({ lines }) => lines)).toContain(`${part} Bea (U0BEA)`);
  });
});

describe("the page of an approval", () => {
  it("names everybody who has to do with it, and asks for no other name", () => {
    const pending = { kind: "seen", changes: [foreignChange] } as const;
    const { told, wait } = shownFor(aDraft(), { pending, others: [anOtherRequest()] });
    const given = [{ by: ben, at: told.request.openedAt }];

    expect(listPeople({ request: told.request, wait: { ...wait, given } }, marking)).toEqual([
      ann,
      ben,
      bea,
    ]);
  });

  it("shows no digest but in its last fold", () => {
    const { page, wait } = shownFor(aDraft(), {});
    const { folded, ...open } = page;

    expect(JSON.stringify(open)).not.toContain(wait.asked.digest);
    expect(folded.at(-1)).toEqual({
      title: "What your passkey proves",
      facts: [{ label: "Digest", value: wait.asked.digest }],
    });
  });

  it("names requester, reason, ticket and recipe", () => {
    const { page } = shownFor(aDraft({ reason: "Learning\nfor all", ticket: "SEC-12" }), {});

    expect(page.facts).toEqual(
      expect.arrayContaining([
        { label: "Asked by", value: "Ann (U0ANN)" },
        { label: "Reason", value: "Learning\nfor all" },
        { label: "Ticket", value: "SEC-12" },
        { label: "Recipe", value: "viva-learning" },
      ]),
    );
  });

  it("says that a draft asks for more than its recipe names", () => {
    const tenant = aTenant({ perRecipe: [{ recipe: "viva-learning", rules: {} }] });

    expect(shownFor(aDraft(), {}, tenant).page.facts).toContainEqual({
      label: "Recipe",
      value: "viva-learning, and more than it names",
    });
  });

  it("says every step of the plan in words, with its hand and where it stands", () => {
    const { page } = shownFor({ ...account, kind: "activate-group" }, plan);

    expect(page.folded).toContainEqual({
      title: "The plan",
      lines: [
        "Decide whether what follows may be done [an approver]: waiting for an approver",
        "Activate the group ISSG_Viva: what it is granted counts at once [runner]: later",
        "Compare the tenant with what was asked [Workday web service and reports]: later",
      ],
    });
  });

  it("marks what administers security, also in a group that is there", () => {
    const joined = shownFor(aDraft({ group: found }), plan).page;
    const pending = { kind: "seen", changes: [foreignChange] } as const;
    const seen = shownFor(aDraft(), { pending }).page;

    expect(joined.lists).toContainEqual(
      holding({ lines: ["Get: Security Configuration (administers security)"] }),
    );
    expect(seen.lists).toContainEqual(
      holding({ lines: ["Payroll, Get: Added for HR Partners (administers security)"] }),
    );
  });

  it("says what takes effect at once, and what is done with the authentication policies", () => {
    const rotate = shownFor({ ...account, kind: "rotate", tell: [] }, plan).page;
    const create = shownFor(aDraft(policy), {}).page;

    expect(rotate.lead).toContain("The password changes at once");
    expect(create.lists).toContainEqual(
      holding({ title: like("everything that is pending in the authentication policies") }),
    );
  });

  it("says whose account it is, how it signs on, why a group stays, and what the account may do", () => {
    const adopted = aDraft({ isAdopted: true, exemptFromPasswordExpiry: true, group: found });
    const { page } = shownFor({ ...adopted, kind: "retire" }, plan);

    expect(page.facts).toContainEqual(holding({ label: "Made by" }));
    expect(page.lists).toContainEqual({
      title: "How it signs on:",
      lines: ["Exempt from password expiration"],
    });
    expect(page.lists).toContainEqual({
      title: like("The security group ISSG_Viva stays as it is"),
      lines: ["ISU_Other"],
    });
    expect(page.lists).toContainEqual(
      holding({ title: "What the group ISSG_Viva may do, as it was asked for (4):" }),
    );
  });

  it("names who else gains and loses by an edit", () => {
    const { page } = shownFor(anEditDraft({ alsoInGroup: ["ISU_Second", "lmcneil"] }), {});

    expect(page.facts).toContainEqual({
      label: "Also in this group",
      value: "ISU_Second, lmcneil: they gain and lose the same",
    });
    expect(shownFor(anEditDraft(), {}).page.facts).not.toContainEqual(
      holding({ label: "Also in this group" }),
    );
  });

  it("says what the others' approvals lead to, until when it can be decided, and when the window opens", () => {
    const { page, wait } = shownFor(aDraft(), { needed: 2 });
    const later = shownFor(aDraft(), { opensAt: wait.asked.expiresAt }).page;

    expect(page.lead).toContain("one of 2 that are needed");
    expect(page.facts).toContainEqual({ label: "Approvals", value: "0 of 2 given so far" });
    expect(page.facts).toContainEqual({
      label: "To decide until",
      value: "2026-11-26 09:00:00 UTC",
    });
    expect(later.facts).toContainEqual({
      label: "Change window",
      value: "opens 2026-11-26 09:00:00 UTC. What is approved before waits for it",
    });
  });

  it("warns of production, and says why nothing takes effect now", () => {
    const { page } = shownFor(
      aDraft(),
      { freeze: "the end of the year" },
      aTenant({ production: true }),
    );

    expect(page.warning).toBe("Acme sandbox is a PRODUCTION tenant.");
    expect(page.facts).toContainEqual({ label: "Freeze", value: "the end of the year" });
  });

  it("says which sessions the account may have, and which client it gets", () => {
    const { facts } = shownFor(aDraft({ doNotAllowUiSessions: false, client }), {}).page;

    expect(facts).toContainEqual({ label: "UI sessions", value: "allowed" });
    expect(facts).toContainEqual({ label: "API client", value: "Viva client" });
    expect(facts).toContainEqual(holding({ label: "Its scope", value: like("Staffing") }));
  });

  it("lists business processes with what the account may do", () => {
    const processes = [{ policy: "Payroll", action: "Initiate" }];
    const draft = aDraft({ businessProcesses: processes });
    const { page } = shownFor({ ...draft, kind: "retire" }, plan);

    expect(page.lists).toContainEqual(
      holding({
        title: like("(5)"),
        lines: expect.arrayContaining([like("Payroll")]) as unknown,
      }),
    );
  });

  it("says that nobody sees what goes live in the authentication policies", () => {
    const asked = { pending: { kind: "authentication-policies" } } as const;
    const { lead, lists } = shownFor(aDraft(policy), asked, aTenant(policy)).page;

    expect(lead).toContain("everything that is pending in the authentication policies of Acme");
    expect(lists).toContainEqual({
      title: like("The bot cannot see what is pending there"),
      lines: [],
    });
  });
});
