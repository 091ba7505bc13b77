import { sayExpected, sayOtherGroup } from "./approval.ts";
import { existingGroupOf } from "./asked-group.ts";
import { cut } from "./cut.ts";
import { accountOf, type CreateDraft, type Draft } from "./draft.ts";
import type { ApprovalAsked } from "./event.ts";
import { listExpected, splitPending } from "./expected-changes.ts";
import { markDomain } from "./mark-domain.ts";
import type { PendingChange } from "./pending.ts";
import { asksBeforeCreation } from "./recipe-rules.ts";
import { policiesAnew } from "./say-allowing.ts";
import { sayAtOnce } from "./say-at-once.ts";
import { sayOthersChange } from "./say-change.ts";
import { listJoined } from "./say-joined.ts";
import { listRollback } from "./say-rollback.ts";
import { listSegmented, listSegmentRequest } from "./say-segments.ts";
import type { Tenant } from "./tenant.ts";
import type { TitledList } from "./titled-list.ts";

/** What an approver is asked for, and where. */
export interface Shown {
  readonly asked: ApprovalAsked;
  /** Permissions asked for that the pending changes do not show. */
  readonly unseen: readonly string[];
  /** Which domains administer security here. */
  readonly tenant: Tenant;
}

/** What goes live, and what of it is open in segments only. */
export function listApproval(draft: Draft, shown: Shown): TitledList[] {
  const account = accountOf(draft);
  return [
    ...listLive(draft, shown),
    ...(account === undefined ? [] : [...listSegmentRequest(account), ...listSegmented(account)]),
  ];
}

function listLive(draft: Draft, { asked: { pending }, unseen, tenant }: Shown): TitledList[] {
  if (pending.kind === "not-activated") return listWholePlan(draft, tenant);
  if (pending.kind === "authentication-policies") return [{ title: policiesAnew, lines: [] }];
  const expected = listExpected(draft);
  if (pending.kind === "cannot-see") {
    const asked = expected.map(
      (one) =>
        sayExpected(one, draft) + (one.kind === "domain" ? markDomain(one.domain, tenant) : ""),
    );
    return [
      {
        title: `Goes live for this request, as it was asked for (${asked.length}):`,
        lines: asked,
      },
      {
        title:
          "The bot cannot see what else is pending in this tenant. The activation makes everything live that is pending, from whomever it is. Before you approve, look at the reports Domain Security Policies with Pending Changes and Business Process Security Policies with Pending Changes.",
        lines: [],
      },
    ];
  }
  const { ours, others } = splitPending(pending.changes, expected);
  if (draft.kind === "activate") {
    return [{ ...listOthers(others, tenant), title: `Goes live (${others.length}):` }];
  }
  return [
    {
      title: `Goes live for this request (${ours.length}):`,
      lines: ours.map(
        (one) => sayChange(one) + sayOtherGroup(one, draft) + markDomain(one.policy, tenant),
      ),
    },
    listOthers(others, tenant),
    ...(unseen.length === 0
      ? []
      : [{ title: `Asked for, but not seen pending (${unseen.length}):`, lines: unseen }]),
  ];
}

const wholePlan = "Nothing has been done yet: the approval is for every step of its plan.";

/** A new account has a second approval, of what goes live. */
function listWholePlan(draft: Draft, tenant: Tenant): TitledList[] {
  if (draft.kind !== "create") {
    return [
      { title: `${wholePlan} ${sayAtOnce(draft)}`.trimEnd(), lines: [] },
      ...(draft.kind === "rollback" ? listRollback(draft, tenant) : []),
    ];
  }
  const asked = listExpected(draft).map(
    (one) =>
      sayExpected(one, draft) + (one.kind === "domain" ? markDomain(one.domain, tenant) : ""),
  );
  return [
    { title: sayOfCreation(draft, tenant), lines: [] },
    { title: `Asked for (${asked.length}):`, lines: asked },
    ...listJoined(draft),
  ];
}

/** Membership in a group that is there counts at once, whichever approval comes before it. */
function sayOfCreation(draft: CreateDraft, tenant: Tenant): string {
  const isFirst = asksBeforeCreation(draft, tenant);
  if (existingGroupOf(draft) !== undefined) {
    return `${isFirst ? nothingMade : accountMade} ${joins}`;
  }
  return `${nothingMade} ${onlyMade}`;
}

const nothingMade = "Nothing has been made yet.";

const onlyMade =
  "By this approval the account and its group are made, with permissions that stay pending. Nothing goes live by it: before the activation an approver is asked again.";

const accountMade =
  "The account is made, and nobody can sign on with it. The approval is for the steps that follow.";

const joins =
  "The account joins a group that is there, which takes effect at once. What is granted to the group besides is shown to an approver again before it is activated.";

function listOthers(others: readonly PendingChange[], tenant: Tenant): TitledList {
  return others.length === 0
    ? { title: "Nothing else is pending in the tenant.", lines: [] }
    : {
        title: `Goes live as well, though this request did not ask for it (${others.length}):`,
        lines: others.map((one) => sayOthersChange(one) + markDomain(one.policy, tenant)),
      };
}

function sayChange({ access, policy, action, change }: PendingChange): string {
  const what = [access, policy, action].filter((part) => part !== "").join(": ");
  return cut(`${what} (${change})`, 400);
}
