import { isPlanApproved, type PendingLook } from "../approval/approval.ts";
import { describeWhyAsked } from "../approval/describe-why-asked.ts";
import { listWhyAsked, listWhyBarred, type WhyAsked } from "../approval/follows-plan.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readMembers } from "../inventory/read-others.ts";
import { type RequestId, theRest } from "../model/ids.ts";
import { seenIn } from "../model/pending.ts";
import { listExpected, splitPending } from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { approversIn, type GivenApproval, givenTo } from "../request/given-approval.ts";
import { listStrangers } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { lookBeforeActivation } from "../verification/look-before-activation.ts";
import { type Following, findPlanObstacle } from "./follow-plan.ts";

/** So many lines of what is different a release's card begins with; the rest stands in its lists. */
const mostLines = 40;

/**
 * The same for a release: its activation follows from the approvals of its requests' plans where it would for each of them,
 * and all of their changes together are exactly what is pending. Once only: what was not activated then is asked for.
 * Changes nothing.
 */
export async function followPlans(
  deps: FlowDeps,
  release: Request,
  look: PendingLook,
): Promise<Following> {
  const { tenant } = deps.contextOf(release.draft.tenant);
  const members = await readMembers(deps.store, release);
  if (!members.every((member) => isPromised(member, tenant))) return { kind: "asked", again: [] };
  const story = await deps.store.readStory(release.id);
  if (story.some(({ event }) => event.kind === "approval-followed"))
    return toAsked([{ kind: "spent" }], tenant);
  const why = [...compareUnion(members, look)];
  for (const member of members) why.push(...(await listWhyOf(deps, member, look)));
  if (why.length > 0) return toAsked(why, tenant);
  const { digest, pending } = look;
  const approvers = [...new Set(members.flatMap(approversIn))];
  const given = members.flatMap((member) => listGiven(member, release.id));
  return {
    kind: "follows",
    event: { kind: "approval-followed", approvers, digest, pending, given },
  };
}

function isPromised(member: Request, tenant: Tenant): boolean {
  return isPlanApproved(member) && listWhyBarred(member, rulesFor(member, tenant)).length === 0;
}

/**
 * The approvals of a request's plan, for that request alone; and for what is pending of others in the authentication
 * policies, where they were given for that.
 */
function listGiven(member: Request, release: RequestId): readonly GivenApproval[] {
  const { id } = member;
  return givenTo(member).map((one) => {
    const { countsFor = [id] } = one;
    const parts = countsFor.map((part) => (part === theRest ? release : part));
    return { ...one, countsFor: parts.filter((part) => part === id || part === release) };
  });
}

function toAsked(why: readonly WhyAsked[], tenant: Tenant): Following {
  const lines = new Set(why.flatMap((one) => describeWhyAsked(one, tenant)));
  return { kind: "asked", again: [...lines].slice(0, mostLines) };
}

/** What is pending that none of the requests asked for, and whose it may be. */
function compareUnion(
  members: readonly Request[],
  { pending, others }: PendingLook,
): readonly WhyAsked[] {
  if (pending.kind !== "seen") return [{ kind: "cannot-see" }];
  const expected = members.flatMap(({ draft }) => listExpected(draft));
  const rest = splitPending(pending.changes, expected).others;
  const strangers = listStrangers(others);
  return [
    ...(rest.length > 0 ? [{ kind: "of-others", changes: rest } as const] : []),
    ...(strangers.length > 0 ? [{ kind: "other-requests", others: strangers } as const] : []),
  ];
}

/** Why it would not follow for one of them, by what of the look is its own. */
async function listWhyOf(
  deps: FlowDeps,
  member: Request,
  look: PendingLook,
): Promise<readonly WhyAsked[]> {
  const { ours } = splitPending(seenIn(look.pending), listExpected(member.draft));
  const own: PendingLook = { ...look, pending: { kind: "seen", changes: ours }, others: [] };
  const obstacle = await findPlanObstacle(deps, member, own);
  const verification = await lookBeforeActivation(deps, member);
  const tenant = rulesFor(member, deps.contextOf(member.draft.tenant).tenant);
  return listWhyAsked(member, tenant, { look: own, verification, ...(obstacle && { obstacle }) });
}
