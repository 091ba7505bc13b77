import { err, ok, type Result } from "../../result.ts";
import {
  type Approving,
  refuseCard,
  refuseUnproven,
  voidFor,
} from "../approval/decide-approval.ts";
import type { DecisionContext } from "../approval/decision-context.ts";
import type { PersonId, RequestId } from "../model/ids.ts";
import { isConfirmed } from "../request/confirm-tenant.ts";
import type { Event } from "../request/event.ts";
import type { GivenApproval } from "../request/given-approval.ts";
import { listHands } from "../request/other-request.ts";
import type { ApprovalWait } from "../request/phase.ts";
import type { Refusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { isJoinedTo } from "./decide-turn.ts";
import { listHandsInRest } from "./release-parts.ts";
import type { Voice } from "./voices.ts";

/** What an approval of a release is decided from. */
export interface ReleaseContext extends Pick<DecisionContext, "by" | "at" | "tenant"> {
  readonly now: NonNullable<DecisionContext["now"]>;
  /** What `by` may say of each part. */
  readonly voices: readonly Voice[];
  /** The tenant's unfinished requests, as they are in this transaction. */
  readonly all: readonly Request[];
}

/** What happened to the release, and to each request that the approval counts for. */
export interface ReleaseDecision {
  readonly event: Event;
  readonly counted: readonly { readonly id: RequestId; readonly event: Event }[];
}

/**
 * Counts for each request of the release by that request's own rules, and only for exactly what was shown. Whoever asked
 * for one, or carried out a step of it, lets it not go live; for what none of the requests asked for, whoever has a hand in
 * that has no voice. Whom it counts for nothing is told why for the first part.
 */
export function approveRelease(
  release: Request,
  command: Approving,
  context: ReleaseContext,
): Result<ReleaseDecision, Refusal> {
  const { by, at, tenant, now } = context;
  const { phase } = release;
  if (phase.kind !== "waiting-for-approval") return err("already-settled");
  const late = refuseCard(phase.asked, command.digest, at);
  if (late !== undefined) return err(late);
  const vote = findVote(release.id, phase, context);
  if (!vote.ok) return vote;
  if (!isConfirmed(tenant, command.tenantTyped)) return err("wrong-tenant-name");
  if (now.digest !== phase.asked.digest || hasLost(release, context.all))
    return ok({ event: voidFor(phase.asked, now), counted: [] });
  const why = refuseUnproven(tenant, command.credential);
  if (why !== undefined) return err(why);
  return ok(toDecision(release, { by, command, vote: vote.value }));
}

/** Whose voice it is, and for which parts. */
interface Vote {
  readonly for?: PersonId;
  readonly parts: readonly RequestId[];
}

function toDecision(
  { id }: Request,
  {
    by,
    command: { digest, credential, note },
    vote,
  }: { readonly by: PersonId; readonly command: Approving; readonly vote: Vote },
): ReleaseDecision {
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
      .filter((part) => part !== id)
      .map((part) => ({ id: part, event: { ...approved, release: id } })),
  };
}

/** Somebody closed one of its requests after the card was shown. */
function hasLost({ id, members = [] }: Request, all: readonly Request[]): boolean {
  return !members.every((member) => all.some((one) => one.id === member && isJoinedTo(id, one)));
}

/** Of whoever they may decide for, the one for whom they may decide most; first of all themselves. */
function findVote(
  release: RequestId,
  { asked, given }: ApprovalWait,
  context: ReleaseContext,
): Result<Vote, Refusal> {
  const { by, voices } = context;
  const parts = (asked.parts ?? []).map(({ request }) => request);
  const around = { release, given, context };
  const own = listSpoken(by, parts, around);
  if (own.length > 0) return ok({ parts: own });
  const absent = new Set(voices.flatMap(({ may }) => (may.ok ? may.value : [])));
  const [best] = [...absent]
    .map((voter) => ({ for: voter, parts: listSpoken(voter, parts, around) }))
    .filter((vote) => vote.parts.length > 0)
    .toSorted((one, other) => other.parts.length - one.parts.length);
  return best === undefined ? err(whyNot(voices, given, { by, parts: parts.length })) : ok(best);
}

/** The parts for which somebody has a voice that is not counted yet. */
function listSpoken(
  voter: PersonId,
  parts: readonly RequestId[],
  {
    release,
    given,
    context: { by, voices, now, all },
  }: {
    readonly release: RequestId;
    readonly given: readonly GivenApproval[];
    readonly context: ReleaseContext;
  },
): readonly RequestId[] {
  const members = all.filter(({ id }) => parts.includes(id) && id !== release);
  const hands = listHands(listHandsInRest(now, members));
  const hasHand = hands.has(by) || hands.has(voter);
  return parts.filter(
    (part) =>
      maySpeak(voices, { part, by, voter }) &&
      !(part === release && hasHand) &&
      !hasSpoken(given, { part, by, voter }),
  );
}

interface Speaking {
  readonly part: RequestId;
  readonly by: PersonId;
  readonly voter: PersonId;
}

function maySpeak(voices: readonly Voice[], { part, by, voter }: Speaking): boolean {
  const may = voices.find((voice) => voice.part === part)?.may;
  if (may?.ok !== true) return false;
  return voter === by ? may.value.length === 0 : may.value.includes(voter);
}

/** Who decided for somebody and that somebody are one person. */
function hasSpoken(given: readonly GivenApproval[], { part, by, voter }: Speaking): boolean {
  const counted = new Set(
    given
      .filter(({ countsFor }) => countsFor?.includes(part) === true)
      .flatMap((one) => [one.by, one.for ?? one.by]),
  );
  return counted.has(by) || counted.has(voter);
}

function whyNot(
  voices: readonly Voice[],
  given: readonly GivenApproval[],
  { by, parts }: { readonly by: PersonId; readonly parts: number },
): Refusal {
  if (given.some((one) => one.by === by || one.for === by)) return "approved-already";
  const refused = voices.slice(0, parts).find(({ may }) => !may.ok)?.may;
  return refused === undefined || refused.ok ? "has-a-hand" : refused.error;
}
