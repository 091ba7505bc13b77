import { err, ok, type Result } from "../../result.ts";
import { valuesOf } from "../model/api-client.ts";
import { type Instant, type PersonId } from "../model/ids.ts";
import { differ } from "../model/pending.ts";
import { planCleanUp } from "../planning/plan-clean-up.ts";
import type { Command } from "../request/click.ts";
import { isConfirmed } from "../request/confirm-tenant.ts";
import type { ApprovalAsked, Closing, Event } from "../request/event.ts";
import { listHands, type OtherRequest } from "../request/other-request.ts";
import { isOursPending } from "../request/ours-pending.ts";
import type { CredentialId } from "../request/passkey.ts";
import type { GivenApproval } from "../request/phase.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies, movesTimestamp } from "../step-kinds/facts.ts";
import type { StepName } from "../tasks/step.ts";
import { describeNotShown, type TaskCheck } from "../tasks/task-check.ts";
import { deadline } from "../tenant/deadline.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { PendingLook } from "./approval.ts";
import { decideStart, lacksStart, type StartLook } from "./decide-start.ts";
import { attest, decideLook, type LookedAgain } from "./decide-verdict.ts";

/** What a decision is made from, besides the request. */
export interface DecisionContext {
  readonly by: PersonId;
  readonly at: Instant;
  readonly tenant: Tenant;
  /** For whom `by` may decide; nobody when it is by their own right. */
  readonly standsInFor?: readonly PersonId[];
  /** Whether a later request is at the account or its group, or was; read only where the command needs it. */
  readonly isChangedSince?: boolean;
  /** What the tenant shows of the task that somebody says is done; read only where the command needs it. */
  readonly check?: TaskCheck;
  /** What the look before an activation by hand came to; read only where the command needs it. */
  readonly started?: StartLook;
  /** What another look came to; read only where the command needs it. */
  readonly looked?: LookedAgain;
  /** What is pending in the tenant now, with its digest; read only where the command needs it. */
  readonly now?: PendingLook;
}

type Settled = Result<readonly Event[], SettleRefusal | "has-a-hand">;

/**
 * Decides what a command does to a request. Who may give it at all is decided before, by `mayCommand`.
 * *Open* is not here: there is no request yet.
 */
// oxlint-disable-next-line complexity -- one arm for each command
export function decide(
  request: Request,
  command: Exclude<Command, { kind: "open" }>,
  settling: DecisionContext,
): Settled {
  switch (command.kind) {
    case "approve":
      return approve(request, command, settling);
    case "deny":
      return deny(request, command.reason, settling);
    case "withdraw":
      return withdraw(request, settling);
    case "start":
      return decideStart(request, command.step, settling);
    case "report-done":
      return reportDone(request, command.step, settling);
    case "report-refused":
      return reportRefused(request, command, settling);
    case "retry":
      return retry(request, settling);
    case "look-again":
      return decideLook(request, settling);
    case "attest":
      return attest(request, command.facts, settling);
    case "clean-up-again":
      return cleanUpAgain(request, settling);
  }
}

/**
 * Counts only for exactly what was shown, and only from somebody who has no hand in any of it. When what is pending has
 * changed since, the approval is void and is asked for again. Where the tenant asks for a passkey, nothing counts
 * without one.
 */
function approve(
  request: Request,
  { digest, tenantTyped, credential }: Extract<Command, { kind: "approve" }>,
  settling: DecisionContext,
): Settled {
  const { by, at, tenant, now } = settling;
  if (request.phase.kind !== "waiting-for-approval") return err("already-settled");
  const { asked, given } = request.phase;
  const late = refuseCard(asked, digest, at);
  if (late !== undefined) return err(late);
  if (now === undefined) throw new Error("An approval needs to know what is pending now");
  const voter = findVoter(given, settling, now.others);
  if (!voter.ok) return voter;
  if (!isConfirmed(tenant, tenantTyped)) return err("wrong-tenant-name");
  if (now.digest !== asked.digest) return ok([voidFor(asked, now)]);
  const why = refuseUnproven(tenant, credential);
  if (why !== undefined) return err(why);
  return ok([toApproved({ by, voter: voter.value, digest, credential })]);
}

function toApproved({
  by,
  voter,
  digest,
  credential,
}: {
  readonly by: PersonId;
  readonly voter: PersonId;
  readonly digest: string;
  readonly credential: CredentialId | undefined;
}): Event {
  return { kind: "approved", ...nameBoth(by, voter), digest, ...(credential && { credential }) };
}

function refuseCard(asked: ApprovalAsked, digest: string, at: Instant): SettleRefusal | undefined {
  if (at >= asked.expiresAt) return "too-late";
  return digest === asked.digest ? undefined : "outdated-card";
}

function refuseUnproven(
  { approvals }: Tenant,
  credential: CredentialId | undefined,
): SettleRefusal | undefined {
  const isUnproven = credential === undefined && approvals.secondFactor === "passkey";
  return isUnproven ? "passkey-needed" : undefined;
}

function voidFor(asked: ApprovalAsked, now: NonNullable<DecisionContext["now"]>): Event {
  const { pending, isOutdated } = now;
  const difference = differ(asked.pending, pending);
  return { kind: "approval-voided", difference, ...(isOutdated && { isOutdated }) };
}

/**
 * Whose voice an approval is. Who has a hand in another request of which something goes live has none, nor has who
 * decides for them. Who decided for somebody and that somebody are one person: neither has another voice on the same
 * card.
 */
function findVoter(
  given: readonly GivenApproval[],
  { by, standsInFor = [] }: DecisionContext,
  others: readonly OtherRequest[],
): Result<PersonId, SettleRefusal | "has-a-hand"> {
  const hands = listHands(others);
  const voters = standsInFor.length === 0 ? [by] : standsInFor;
  const free = hands.has(by) ? [] : voters.filter((person) => !hands.has(person));
  if (free.length === 0) return err("has-a-hand");
  const counted = new Set(given.flatMap((one) => [one.by, one.for ?? one.by]));
  const voter = counted.has(by) ? undefined : free.find((person) => !counted.has(person));
  return voter === undefined ? err("approved-already") : ok(voter);
}

function nameBoth(by: PersonId, voter: PersonId): { by: PersonId; for?: PersonId } {
  return voter === by ? { by } : { by, for: voter };
}

function deny(request: Request, reason: string, settling: DecisionContext): Settled {
  const { by, at, tenant, standsInFor = [] } = settling;
  const refusal = refuseDenial(request, at);
  if (refusal !== undefined) return err(refusal);
  const [voter = by] = standsInFor;
  return ok([close(request, { kind: "denied", ...nameBoth(by, voter), reason }, tenant)]);
}

/** Until the change window opens what is approved can still be denied, also by who approved it. */
function refuseDenial(request: Request, at: Instant): SettleRefusal | undefined {
  const { phase, approval } = request;
  if (phase.kind === "waiting-for-window") return undefined;
  if (phase.kind === "waiting-for-approval") {
    return at >= phase.asked.expiresAt ? "too-late" : undefined;
  }
  return approval === undefined || isOver(request) ? "already-settled" : "too-late-to-deny";
}

function withdraw(request: Request, { by, tenant }: DecisionContext): Settled {
  if (isOver(request)) return err("already-settled");
  if (isActivating(request)) return err("activating-already");
  return ok([close(request, { kind: "withdrawn", by }, tenant)]);
}

/** From the hand-over of the activation to the end, a withdrawal would come between two hands. */
function isActivating({ approval, begun, phase }: Request): boolean {
  const isUnderWay = phase.kind === "working" || phase.kind === "waiting-for-person";
  return approval !== undefined && begun.some(movesTimestamp) && isUnderWay;
}

function reportDone(
  request: Request,
  step: Extract<Command, { kind: "report-done" }>["step"],
  settling: DecisionContext,
): Settled {
  const { by, now, check, at, tenant } = settling;
  const refusal = refuseDone(request, step, settling);
  if (refusal !== undefined) return err(refusal);
  if (check?.kind === "not-shown") {
    const words = describeNotShown(check.words);
    const expiresAt = deadline(at, tenant);
    return ok([
      { kind: "step-failed", step, by, words, isAnswered: true, isDone: true, expiresAt },
    ]);
  }
  const isUnseen = now?.pending.kind === "cannot-see" || check?.kind === "on-trust";
  return ok([{ kind: "step-finished", step, by, facts: {}, ...(isUnseen && onTrust) }]);
}

/** `now` is read for an activation only. */
function refuseDone(
  request: Request,
  step: StepName,
  { now, at }: Pick<DecisionContext, "now" | "at">,
): SettleRefusal | undefined {
  if (!isHandedTo(request, step)) return "not-waiting-for-that";
  if (valuesOf(step).length > 0) return "values-needed";
  if (lacksStart(request, at)) return "not-started";
  const isPending = now !== undefined && isOursPending(request, now.pending);
  return activatesPolicies(step) && isPending ? "still-pending" : undefined;
}

const onTrust = {
  note: "Taken on trust: nothing that the tenant shows to the bot tells it.",
  isOnTrust: true,
} as const;

function isHandedTo({ phase }: Request, step: StepName): boolean {
  return phase.kind === "waiting-for-person" && phase.step === step;
}

function reportRefused(
  request: Request,
  { step, why }: Extract<Command, { kind: "report-refused" }>,
  { by, at, tenant }: DecisionContext,
): Settled {
  if (!isHandedTo(request, step)) return err("not-waiting-for-that");
  const expiresAt = deadline(at, tenant);
  return ok([{ kind: "person-refused", step, by, why, expiresAt }]);
}

/** Also of what is tried again by itself: somebody may know sooner that it is back. */
function retry({ phase }: Request, { by }: DecisionContext): Settled {
  const isStill = phase.kind === "stuck" || phase.kind === "waiting-for-outside";
  return isStill ? ok([{ kind: "retried", by }]) : err("nothing-stuck");
}

/** Does again what was given up, and looks once more at what is left. */
function cleanUpAgain(request: Request, { tenant, isChangedSince }: DecisionContext): Settled {
  if (request.phase.kind !== "ended" || request.closing === undefined) return err("nothing-left");
  if (request.leftBehind.length === 0) return err("nothing-left");
  if (isChangedSince === true) return err("changed-since");
  const event = close(request, request.closing, tenant);
  const plan = event.plan.filter(({ name }) => request.gaveUp.includes(name));
  return ok([{ ...event, plan }]);
}

/**
 * Ends what nobody decided or did in time. `undefined` when its time has not come.
 * A clean-up that nobody carries out is left behind, and says so.
 */
export function expire(
  request: Request,
  at: Instant,
  tenant: Tenant,
): readonly Event[] | undefined {
  const { phase, closing } = request;
  const expiresAt = deadlineOf(request) ?? deadlineOfCleanUp(request, tenant);
  if (expiresAt === undefined || at < expiresAt) return undefined;
  if (closing === undefined) return [close(request, { kind: "expired" }, tenant)];
  return "step" in phase ? [{ kind: "gave-up", step: phase.step }] : undefined;
}

/** A clean-up waits no longer for what is away than for a person: a tenant may be gone for good. */
function deadlineOfCleanUp({ phase, closing }: Request, tenant: Tenant): Instant | undefined {
  const isWaiting = closing !== undefined && phase.kind === "waiting-for-outside";
  return isWaiting ? deadline(phase.since, tenant) : undefined;
}

/** When this request runs out, if anybody is being waited for. */
export function deadlineOf({ phase }: Request): Instant | undefined {
  switch (phase.kind) {
    case "waiting-for-person":
    case "stuck":
      return phase.expiresAt;
    case "waiting-for-approval":
      return phase.asked.expiresAt;
    case "waiting-for-window":
    case "waiting-for-outside":
    case "working":
    case "done":
    case "ended":
      return undefined;
  }
}

function close(
  request: Request,
  closing: Closing,
  tenant: Tenant,
): Extract<Event, { kind: "closing" }> {
  const begun = new Set(request.begun);
  return { kind: "closing", closing, plan: planCleanUp({ draft: request.draft, begun }, tenant) };
}

function isOver({ closing, phase }: Request): boolean {
  return closing !== undefined || phase.kind === "done" || phase.kind === "ended";
}
