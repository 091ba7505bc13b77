import { rulesFor } from "../authorization/approvers.ts";
import { leastSeen, neededFor } from "../authorization/quorum.ts";
import { originOf } from "../authorization/recipe-rules.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isOneOf } from "../model/names.ts";
import type { PendingChange, PendingChanges } from "../model/pending.ts";
import { describeExpected } from "../planning/describe-expected.ts";
import {
  type ExpectedChange,
  isExpected,
  listExpected,
  missingFrom,
} from "../planning/expected-changes.ts";
import { listPerhapsDone } from "../planning/one-go.ts";
import { listMadeAsPlanned } from "../planning/plan-makers.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Store } from "../ports/store.ts";
import { accountOf } from "../request/draft.ts";
import { listMixedNames } from "../request/mixed-names.ts";
import type { OtherRequest } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import {
  activatesPolicies,
  activatesSignOn,
  changesPolicies,
  changesSignOn,
} from "../step-kinds/facts.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { listSegmented, listSegmentRequest } from "../wording/describe-segments.ts";
import { listAllowed } from "../wording/describe-sign-on-tasks.ts";
import { describeAnswered } from "../wording/list-questions.ts";
import { changedGroups } from "./changed-groups.ts";

/** Reads of which other requests something goes live with what is pending. Safe to repeat. */
export async function readOthers(
  { store, contextOf }: Pick<FlowDeps, "store" | "contextOf">,
  request: Request,
  pending: PendingChanges,
): Promise<readonly OtherRequest[]> {
  const { tenant } = contextOf(request.draft.tenant);
  const requests = await readCandidates(store, tenant, pending);
  const own = [request.id, ...(request.members ?? [])];
  const others = requests.filter(({ id }) => !own.includes(id));
  const members = await readMembers(store, request);
  const sources = { tenant, pending };
  return [
    ...findOthers([request, ...members], others, sources),
    ...members.map((member) =>
      describeMember({ ...member, isEscalated: request.isEscalated }, sources),
    ),
  ].toSorted(byId);
}

/**
 * Reads which other requests changed an authentication policy that may not be activated yet, and that no approval of their
 * own lets be: no report shows what is pending there. Safe to repeat.
 */
export async function readSignOnOthers(
  { store, contextOf }: Pick<FlowDeps, "store" | "contextOf">,
  { id: own, draft }: Request,
): Promise<readonly OtherRequest[]> {
  const { tenant } = contextOf(draft.tenant);
  const pending = { kind: "authentication-policies" } as const;
  return (await store.listUnfinished())
    .filter((other) => other.id !== own && other.draft.tenant === tenant.name)
    .filter(mayHaveSignOn)
    .map((other) => ({
      ...describeOther(other, { tenant, pending }),
      ...nameRules(other, tenant),
      changes: [],
    }))
    .toSorted(byId);
}

function mayHaveSignOn(request: Request): boolean {
  const { finished, approval, closing } = request;
  if (!listPerhapsDone(request).some(changesSignOn) || finished.some(activatesSignOn)) return false;
  return closing !== undefined || approval === undefined;
}

/** The requests of a release, as they stand by now; none of any other request. */
export async function readMembers(
  store: Pick<Store, "find">,
  { members = [] }: Pick<Request, "members">,
): Promise<readonly Request[]> {
  const found = await Promise.all(members.map((id) => store.find(id)));
  return found.filter((member) => member !== undefined);
}

/** What of a request goes live with its release, and what it needs for that. */
function describeMember(
  member: Request,
  { tenant, pending }: { readonly tenant: Tenant; readonly pending: PendingChanges },
): OtherRequest {
  const { draft } = member;
  const expected = listExpected(draft);
  const isSeen = pending.kind === "seen";
  // Where nobody sees what is pending, its approvers are shown what was asked for.
  const missing = isSeen ? missingFrom(pending.changes, expected) : expected;
  const origin = originOf(draft, tenant);
  const also = listAlso(member);
  const isSignOn = member.plan.some(({ name }) => activatesSignOn(name));
  return {
    ...describeOther(member, { tenant, pending: leastSeen(isSignOn, pending) }),
    changes: isSeen ? listMadeAsPlanned(pending.changes, member, tenant) : [],
    member: {
      about: `${kindOf(draft).title} ${accountOf(draft)?.userName ?? ""}`.trimEnd(),
      ...(draft.ticket !== undefined && { ticket: draft.ticket }),
      ...(origin.kind === "recipe" && { rulesOf: origin.own.recipe }),
      ...(also.length > 0 && { also }),
      ...(isSignOn && { activatesSignOn: true as const }),
      unseen: missing.map(
        (one) => describeExpected(one, draft) + (isSeen ? "" : mark(one, tenant)),
      ),
    },
  };
}

/** As a card of its own says it beside what goes live. */
function listAlso({ draft, plan, questions }: Request): readonly string[] {
  const account = accountOf(draft);
  const asks = plan.filter((step) => step.hand === "approver").slice(-1);
  const lists = [
    ...listMixedNames(draft),
    ...(account === undefined ? [] : [...listSegmentRequest(account), ...listSegmented(account)]),
    ...asks.flatMap(({ name }) => listAllowed({ draft, plan }, name)),
  ];
  const said = lists.map(({ title, lines }) => [title, lines.join(", ")].join(" ").trimEnd());
  return [...describeAnswered(questions), ...said];
}

function mark(one: ExpectedChange, tenant: Tenant): string {
  return markDomain(one.kind === "domain" ? one.domain : one.policy, tenant);
}

function describeOther(
  other: Request,
  { tenant, pending }: { readonly tenant: Tenant; readonly pending: PendingChanges },
): Omit<OtherRequest, "changes"> {
  return {
    id: other.id,
    askedBy: other.askedBy,
    carriedOutBy: other.carriedOutBy,
    standing: standingOf(other),
    needed: neededFor(rulesFor(other, tenant), other.draft, pending),
  };
}

function nameRules({ draft }: Request, tenant: Tenant): Pick<OtherRequest, "rulesOf"> {
  const origin = originOf(draft, tenant);
  return origin.kind === "recipe" ? { rulesOf: origin.own.recipe } : {};
}

function byId(one: OtherRequest, other: OtherRequest): number {
  return one.id < other.id ? -1 : 1;
}

/** Where nobody sees what is pending, any open request may have something there. */
async function readCandidates(
  store: Store,
  { name: tenant }: Tenant,
  pending: PendingChanges,
): Promise<readonly Request[]> {
  if (pending.kind !== "seen") {
    return (await store.listUnfinished()).filter(({ draft }) => draft.tenant === tenant);
  }
  const groupNames = pending.changes.map(({ securityGroup }) => securityGroup);
  return store.listByGroups({ tenant, groupNames });
}

/**
 * Decides which of some requests have something among what is pending, in the order of their ids.
 *
 * @param shown the request that the card is for, with those of its release
 */
export function findOthers(
  shown: readonly Pick<Request, "draft">[],
  candidates: readonly Request[],
  { tenant, pending }: { readonly tenant: Tenant; readonly pending: PendingChanges },
): readonly OtherRequest[] {
  const ours = shown.flatMap(({ draft }) => listExpected(draft));
  return candidates
    .map((other) => ({ other, changes: findChanges(other, pending, ours) }))
    .filter(({ other, changes }) => changes.length > 0 || mayHaveUnseen(other, pending))
    .map(({ other, changes }) => ({
      ...describeOther(other, { tenant, pending }),
      ...nameRules(other, tenant),
      changes,
    }))
    .toSorted(byId);
}

/**
 * What of another request is pending: what it asked for, and until it is over and nothing of its permissions is left,
 * whatever is pending for its groups, whoever made it. What the card's own request asked for is another's only where
 * that one may have made it. What was carried out is pending again after a roll back.
 */
function findChanges(
  other: Request,
  pending: PendingChanges,
  ours: readonly ExpectedChange[],
): readonly PendingChange[] {
  if (pending.kind !== "seen") return [];
  const isAtWork = !isOver(other);
  const groups = isAtWork ? changedGroups(other.draft) : [];
  const expected = listExpected(other.draft);
  return pending.changes.filter((change) => {
    const isOwn = ours.some((one) => isExpected(one, change));
    const isTheirs = expected.some((one) => isExpected(one, change));
    return isOwn ? isAtWork && isTheirs : isTheirs || isOneOf(change.securityGroup, groups);
  });
}

function isOver({ phase, leftBehind }: Request): boolean {
  if (phase.kind === "done") return true;
  return phase.kind === "ended" && leftBehind.every(({ what }) => what !== "permissions");
}

/** Whether an open request changed permissions, and nobody sees whether they are pending. */
function mayHaveUnseen(request: Request, { kind }: PendingChanges): boolean {
  const { finished, closing } = request;
  if (kind !== "cannot-see" || !listPerhapsDone(request).some(changesPolicies)) return false;
  return closing !== undefined || !finished.some(activatesPolicies);
}

function standingOf({ phase, closing }: Request): OtherRequest["standing"] {
  if (closing !== undefined) return closing.kind;
  return phase.kind === "done" ? "done" : "open";
}
