import { err, ok, type Result } from "../../result.ts";
import {
  type Approving,
  refuseCard,
  refuseUnproven,
  voidFor,
} from "../approval/decide-approval.ts";
import { decideVote, type Vote } from "../approval/decide-vote.ts";
import type { DecisionContext } from "../approval/decision-context.ts";
import { listHandsIn } from "../approval/parts.ts";
import type { Voice } from "../approval/voices.ts";
import type { PersonId, RequestId } from "../model/ids.ts";
import { isConfirmed } from "../request/confirm-tenant.ts";
import type { Event } from "../request/event.ts";
import type { ApprovalWait } from "../request/phase.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { isJoinedTo } from "./decide-turn.ts";

/** What an approval of a card with parts is decided from. */
export interface PartsContext extends Pick<DecisionContext, "by" | "at" | "tenant" | "ties"> {
  readonly now: NonNullable<DecisionContext["now"]>;
  /** What `by` may say of each part. */
  readonly voices: readonly Voice[];
  /** The tenant's unfinished requests, as they are in this transaction. */
  readonly all: readonly Request[];
}

/** What happened to the card's own request or release, and to each request of that for which the approval counts. */
export interface PartsDecision {
  readonly event: Event;
  readonly counted: readonly { readonly id: RequestId; readonly event: Event }[];
}

/**
 * Counts for each part of a card by that part's own rules, and only for exactly what was shown. Whoever asked for one, made
 * a change of it or carried out a step of it, lets it not go live; for what none of the card's requests asked for, whoever
 * has a hand in that has no voice. Whom it counts for nothing is told why for the first part.
 */
export function approveParts(
  card: Request,
  command: Approving,
  context: PartsContext,
): Result<PartsDecision, Refusal> {
  const { by, at, tenant, now } = context;
  const { phase } = card;
  if (phase.kind !== "waiting-for-approval") return err("already-settled");
  const late = refuseCard(phase.asked, command.digest, at);
  if (late !== undefined) return err(late);
  const vote = findVote(card, phase, context);
  if (!vote.ok) return vote;
  if (!isConfirmed(tenant, command.tenantTyped)) return err("wrong-tenant-name");
  if (now.digest !== phase.asked.digest || hasLost(card, context.all))
    return ok({ event: voidFor(phase.asked, now), counted: [] });
  const why = refuseUnproven(tenant, command.credential);
  if (why !== undefined) return err(why);
  return ok(toDecision(card, { by, command, vote: vote.value }));
}

function findVote(
  card: Request,
  { asked, given }: ApprovalWait,
  { by, voices, now: live, tenant, ties = [], all }: PartsContext,
): Result<Vote, Refusal> {
  const { members = [card.id] } = card;
  const own = all.filter(({ id }) => members.includes(id));
  const parts = (asked.parts ?? []).map(({ request }) => request);
  return decideVote({
    by,
    parts,
    given,
    voices,
    handsIn: (part) => listHandsIn(card, part, { live, own, tenant, ties }),
  });
}

function toDecision(
  { id, members = [] }: Request,
  {
    by,
    command: { digest, credential, note },
    vote,
  }: { readonly by: PersonId; readonly command: Approving; readonly vote: Vote },
): PartsDecision {
  const { parts, ...voice } = vote;
  const approved = {
    kind: "approved",
    by,
    ...voice,
    digest,
    ...(credential && { credential }),
    ...(note !== undefined && { note }),
  } as const;
  return {
    event: { ...approved, countsFor: parts },
    counted: parts
      .filter((part) => members.includes(part))
      .map((part) => ({ id: part, event: { ...approved, release: id } })),
  };
}

/** Somebody closed one of its requests after the card was shown. */
function hasLost({ id, members = [] }: Request, all: readonly Request[]): boolean {
  return !members.every((member) => all.some((one) => one.id === member && isJoinedTo(id, one)));
}
