import { err, ok, type Result } from "../../result.ts";
import type { Instant, PersonId } from "../model/ids.ts";
import { differ } from "../model/pending.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { Command } from "../request/click.ts";
import { isConfirmed } from "../request/confirm-tenant.ts";
import type { Event } from "../request/event.ts";
import type { GivenApproval } from "../request/given-approval.ts";
import type { CredentialId } from "../request/passkey.ts";
import type { Refusal, SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { PendingLook } from "./approval.ts";
import { decideVote } from "./decide-vote.ts";
import type { DecisionContext, Settled } from "./decision-context.ts";
import { listHandsIn } from "./parts.ts";

export type Approving = Extract<Command, { kind: "approve" }>;

/**
 * Counts only for exactly what was shown, and only from somebody who has no hand in any of it. When what is pending has
 * changed since, the approval is void and is asked for again. Where the tenant asks for a passkey, nothing counts
 * without one.
 */
export function approve(
  request: Request,
  { digest, tenantTyped, credential, note }: Approving,
  settling: DecisionContext,
): Settled {
  const { by, at, tenant, now } = settling;
  if (request.phase.kind !== "waiting-for-approval") return err("already-settled");
  const { asked, given } = request.phase;
  const late = refuseCard(asked, digest, at);
  if (late !== undefined) return err(late);
  // What each part of it needs was not read for this click.
  if (asked.parts !== undefined) return err("outdated-card");
  if (now === undefined) throw new Error("An approval needs to know what is pending now");
  const voter = findVoter(request, given, { ...settling, live: now });
  if (!voter.ok) return voter;
  if (!isConfirmed(tenant, tenantTyped)) return err("wrong-tenant-name");
  if (now.digest !== asked.digest) return ok([voidFor(asked, now)]);
  const why = refuseUnproven(tenant, credential);
  if (why !== undefined) return err(why);
  return ok([toApproved({ by, voter: voter.value, digest, credential, note })]);
}

function toApproved({
  by,
  voter,
  digest,
  credential,
  note,
}: {
  readonly by: PersonId;
  readonly voter: PersonId;
  readonly digest: string;
  readonly credential: CredentialId | undefined;
  readonly note: string | undefined;
}): Event {
  return {
    kind: "approved",
    ...nameBoth(by, voter),
    digest,
    ...(credential && { credential }),
    ...(note !== undefined && { note }),
  };
}

/** Why a card cannot be approved any more. */
export function refuseCard(
  asked: ApprovalAsked,
  digest: string,
  at: Instant,
): SettleRefusal | undefined {
  if (at >= asked.expiresAt) return "too-late";
  return digest === asked.digest ? undefined : "outdated-card";
}

export function refuseUnproven(
  { approvals }: Tenant,
  credential: CredentialId | undefined,
): SettleRefusal | undefined {
  const isUnproven = credential === undefined && approvals.secondFactor === "passkey";
  return isUnproven ? "passkey-needed" : undefined;
}

/** What is pending is not what was shown. */
export function voidFor(asked: ApprovalAsked, now: NonNullable<DecisionContext["now"]>): Event {
  const { pending, isOutdated } = now;
  const difference = differ(asked.pending, pending);
  return { kind: "approval-voided", difference, ...(isOutdated && { isOutdated }) };
}

/** Whose voice it is, for a card of which one kind of rules counts for all. */
function findVoter(
  card: Request,
  given: readonly GivenApproval[],
  {
    by,
    tenant,
    standsInFor = [],
    ties = [],
    live,
  }: DecisionContext & { readonly live: PendingLook },
): Result<PersonId, Refusal> {
  const { id } = card;
  const hands = listHandsIn(card, "all", { live, own: [card], tenant, ties });
  const vote = decideVote({
    by,
    parts: [id],
    given,
    voices: [{ part: id, may: ok(standsInFor) }],
    handsIn: () => hands,
  });
  return vote.ok ? ok(vote.value.for ?? by) : vote;
}

/** Who decided, and for whom, where that is somebody else. */
export function nameBoth(by: PersonId, voter: PersonId): { by: PersonId; for?: PersonId } {
  return voter === by ? { by } : { by, for: voter };
}
