import { listClient } from "../model/api-client.ts";
import { describeMembership } from "../model/other-group.ts";
import {
  type PendingChange,
  type PendingChanges,
  toChangeKey,
  type Voided,
} from "../model/pending.ts";
import type { TitledList } from "../model/titled-list.ts";
import { describeOtherGroup } from "../planning/describe-expected.ts";
import { listExpected, splitPending } from "../planning/expected-changes.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import { accountOf, type Draft, isAboutClient } from "../request/draft.ts";
import { listMixedNames } from "../request/mixed-names.ts";
import { listMemberRequests, listStrangers, type OtherRequest } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { describeChange, describeOthersChange } from "./describe-change.ts";
import { listLastEdit } from "./describe-edit.ts";
import { listImplementation } from "./describe-implementation.ts";
import { listAsked, listPlanApproval } from "./describe-plan-approval.ts";
import { listRelease, worstFirst } from "./describe-release.ts";
import { listSegmented, listSegmentRequest } from "./describe-segments.ts";
import { listSettings } from "./describe-settings.ts";
import { listAllowed, policiesAnew } from "./describe-sign-on-tasks.ts";
import { listAskedAgain } from "./list-asked-again.ts";
import { listQuestions } from "./list-questions.ts";

/** What an approver is asked for, and where. */
export interface ApprovalContent {
  readonly asked: ApprovalAsked;
  /** Permissions asked for that the pending changes do not show. */
  readonly unseen: readonly string[];
  /** Which domains administer security here. */
  readonly tenant: Tenant;
}

type Approvable = Pick<Request, "draft" | "plan"> & Partial<Pick<Request, "questions">>;

/**
 * Everything that an approver has to see: what goes live, what of it is open in segments only, and what is done
 * beside it. The card in Slack cuts these lists. The thread and the page show them whole.
 */
export function listApproval(
  { draft, plan, questions, ...edited }: Approvable & Pick<Request, "lastEdit">,
  shown: ApprovalContent,
): readonly TitledList[] {
  const { step, pending } = shown.asked;
  const account = accountOf(draft);
  const isOfPlan = plan.some(({ name }) => name === step);
  return [
    ...listAskedAgain(shown.asked),
    ...listQuestions(questions),
    ...listLastEdit(edited),
    ...listMixedNames(draft),
    ...(isOfPlan ? listImplementation(plan) : []),
    ...listLive({ draft, plan }, shown),
    ...listMemberships(account?.userName ?? "", shown.asked.memberships),
    ...(isAboutClient(draft) ? [listClient(draft.client)] : []),
    ...("change" in draft ? listSettings(draft) : []),
    ...(account === undefined ? [] : [...listSegmentRequest(account), ...listSegmented(account)]),
    ...(pending.kind === "authentication-policies" ? [] : listAllowed({ draft, plan }, step)),
  ];
}

/** What the account may do besides: Workday unites what the groups of an account give. */
function listMemberships(
  userName: string,
  memberships: ApprovalAsked["memberships"],
): readonly TitledList[] {
  if (memberships === undefined) return [];
  if (memberships.kind === "unread") {
    return [{ title: `The bot could not read which other groups ${userName} is in.`, lines: [] }];
  }
  const { groups } = memberships;
  const title = `${userName} is also a member of (${groups.length}), and may do what they give as well:`;
  return [{ title, lines: groups.map(describeMembership) }];
}

function listLive(
  request: Pick<Request, "draft" | "plan">,
  shown: ApprovalContent,
): readonly TitledList[] {
  const { draft } = request;
  const { tenant, asked } = shown;
  if (listMemberRequests(asked.others).length > 0) return listOfRelease(draft, shown);
  switch (asked.pending.kind) {
    case "not-activated":
      return listPlanApproval(request, asked, tenant);
    case "authentication-policies":
      return [{ title: policiesAnew, lines: [] }, ...listOthers(asked.others)];
    case "cannot-see":
      return listBlind(draft, tenant, { ...asked.pending, others: asked.others });
    case "seen":
      return listSeen(draft, asked.pending.changes, shown);
  }
}

function listOfRelease(draft: Draft, { tenant, asked }: ApprovalContent): readonly TitledList[] {
  const { pending } = asked;
  const strangers = listStrangers(asked.others);
  const nobodySees =
    pending.kind === "cannot-see"
      ? listBlind(draft, tenant, { ...pending, others: strangers }).slice(0, -1)
      : listOthers(strangers);
  return listRelease(asked, {
    tenant,
    nameWhose: nameWhose(strangers),
    listStrangers: nobodySees,
  });
}

function listBlind(
  draft: Draft,
  tenant: Tenant,
  {
    policies = [],
    why,
    others,
  }: Extract<PendingChanges, { readonly kind: "cannot-see" }> & Pick<ApprovalAsked, "others">,
): readonly TitledList[] {
  const lines = listAsked(draft, tenant);
  return [
    { title: why === undefined ? blind : `${blind} ${why}`, lines: [], isDanger: true },
    ...(policies.length === 0
      ? []
      : [
          {
            title: `Something is pending in these policies, and the bot cannot see what (${policies.length}):`,
            lines: policies.map((policy) => policy + markDomain(policy, tenant)),
            isDanger: true as const,
          },
        ]),
    ...listOthers(others),
    { title: `Goes live for this request, as it was asked for (${lines.length}):`, lines },
  ];
}

const blind =
  "The bot cannot see what else is pending in this tenant. The activation makes all of it live, whoever made it. Before you approve, look at the reports Domain Security Policies with Pending Changes and Business Process Security Policies with Pending Changes.";

function listSeen(
  draft: Draft,
  changes: readonly PendingChange[],
  { unseen, tenant, asked }: ApprovalContent,
): readonly TitledList[] {
  const { ours, others } = splitPending(changes, listExpected(draft));
  const whose = nameWhose(asked.others);
  const besides = listBesides(
    worstFirst(others, tenant),
    (one) => markDomain(one.policy, tenant) + whose(one),
  );
  if (accountOf(draft) === undefined) {
    return [
      others.length === 0
        ? { title: nothingPending, lines: [] }
        : { title: `Goes live (${others.length}):`, lines: besides.lines },
      ...listOthers(asked.others),
    ];
  }
  return [
    besides,
    ...listOthers(asked.others),
    {
      title: `Goes live for this request (${ours.length}):`,
      lines: worstFirst(ours, tenant).map(
        (one) =>
          describeChange(one) +
          describeOtherGroup(one, draft) +
          markDomain(one.policy, tenant) +
          whose(one),
      ),
    },
    ...(unseen.length === 0
      ? []
      : [{ title: `Asked for, but not seen pending (${unseen.length}):`, lines: unseen }]),
  ];
}

const nothingPending =
  "Nothing is pending in the tenant, as far as the bot sees: the activation makes nothing live.";

function listBesides(
  others: readonly PendingChange[],
  mark: (change: PendingChange) => string,
): TitledList {
  return others.length === 0
    ? { title: "Nothing else is pending in the tenant.", lines: [] }
    : {
        title: `Goes live as well, though this request did not ask for it (${others.length}):`,
        lines: others.map((one) => describeOthersChange(one) + mark(one)),
        isDanger: true,
      };
}

/** Whose change one is, where it is of another request: the same change may be of several. */
function nameWhose(others: readonly OtherRequest[]): (change: PendingChange) => string {
  const names = new Map<string, string[]>();
  for (const other of others) {
    for (const change of other.changes) {
      const key = toChangeKey(change);
      names.set(key, [...(names.get(key) ?? []), describeOther(other)]);
    }
  }
  return (change) => {
    const whose = names.get(toChangeKey(change));
    return whose === undefined ? "" : `, of ${whose.join(" and ")}`;
  };
}

function describeOther({ id, standing }: OtherRequest): string {
  return standing === "open" ? id : `${id} (${standing})`;
}

/** Nothing where nothing goes live of another request. */
function listOthers(others: readonly OtherRequest[]): readonly TitledList[] {
  if (others.length === 0) return [];
  const title = `Of other requests (${others.length}). Who asked for one of them, or carried out a step of it, cannot approve this:`;
  const lines = others.map(
    (other) => `${describeOther(other)}: ${describePart(other)}, asked for by`,
  );
  return [{ title, lines, people: others.map(({ askedBy }) => askedBy) }];
}

function describePart({ changes, needed }: OtherRequest): string {
  const part = changes.length === 0 ? "may be pending" : count(changes.length, "change");
  return needed > 1 ? `${part}, needs ${needed} approvers` : part;
}

/** What is not any more as it was shown, so that an approval counts for nothing. */
export function describeChangedSince({ difference }: Voided): string {
  const { added, gone } = difference;
  return added.length + gone.length > 0
    ? "What is pending in the tenant has changed"
    : "Another request whose changes go live too was opened or closed, the account's other groups changed, changes are pending in other policies, or who made them or who has to approve it is different";
}
