import { err, ok, type Result } from "../result.ts";
import type { Command } from "./click.ts";
import type { Closing, Event } from "./event.ts";
import { type Instant, later, type PersonId } from "./ids.ts";
import { comparePending, type PendingChange, type PendingChanges } from "./pending.ts";
import { planCleanUp } from "./plan.ts";
import type { SettleRefusal } from "./refusal.ts";
import type { Request } from "./request.ts";
import type { Tenant } from "./tenant.ts";

/** What a decision is made from, besides the request. */
export interface Settling {
  readonly by: PersonId;
  readonly at: Instant;
  readonly tenant: Tenant;
  /** What is pending in the tenant now, with its digest; read only where the command needs it. */
  readonly now?: { readonly pending: PendingChanges; readonly digest: string };
}

type Settled = Result<readonly Event[], SettleRefusal>;

/**
 * Decides what a command does to a request. Who may give it at all is decided before, by `mayCommand`.
 * *Open* is not here: there is no request yet.
 */
export function settle(
  request: Request,
  command: Exclude<Command, { kind: "open" }>,
  settling: Settling,
): Settled {
  switch (command.kind) {
    case "approve":
      return approve(request, command.digest, settling);
    case "deny":
      return deny(request, command.reason, settling);
    case "withdraw":
      return withdraw(request, settling);
    case "report-done":
      return reportDone(request, command.step, settling);
    case "report-refused":
      return reportRefused(request, command, settling);
    case "retry":
      if (request.phase.kind !== "stuck") return err("nothing-stuck");
      return ok([{ kind: "retried", by: settling.by }]);
    case "clean-up-again":
      return cleanUpAgain(request, settling);
  }
}

/**
 * Counts only for exactly what was shown. When what is pending has changed since, the approval is void
 * and is asked for again.
 */
function approve(request: Request, digest: string, { by, at, now }: Settling): Settled {
  if (request.phase.kind !== "waiting-for-approval") return err("already-settled");
  const { asked, given } = request.phase;
  if (at >= asked.expiresAt) return err("too-late");
  if (digest !== asked.digest) return err("outdated-card");
  if (given.some((one) => one.by === by)) return err("approved-already");
  if (now === undefined) throw new Error("An approval needs to know what is pending now");
  if (now.digest === asked.digest) return ok([{ kind: "approved", by, digest }]);
  return ok([{ kind: "approval-voided", difference: differ(asked.pending, now.pending) }]);
}

/** What lies between two looks at the tenant; a tenant that cannot be seen counts as empty. */
export function differ(
  before: PendingChanges,
  after: PendingChanges,
): ReturnType<typeof comparePending> {
  return comparePending(seenIn(before), seenIn(after));
}

function seenIn(pending: PendingChanges): readonly PendingChange[] {
  return pending.kind === "seen" ? pending.changes : [];
}

function deny(request: Request, reason: string, { by, at, tenant }: Settling): Settled {
  if (request.phase.kind !== "waiting-for-approval") return err("already-settled");
  if (at >= request.phase.asked.expiresAt) return err("too-late");
  return ok([close(request, { kind: "denied", by, reason }, tenant)]);
}

function withdraw(request: Request, { by, tenant }: Settling): Settled {
  if (isOver(request)) return err("already-settled");
  if (isActivating(request)) return err("activating-already");
  return ok([close(request, { kind: "withdrawn", by }, tenant)]);
}

/** From the hand-over of the activation to the end, a withdrawal would come between two hands. */
function isActivating({ approval, begun, phase }: Request): boolean {
  const isUnderWay = phase.kind === "working" || phase.kind === "waiting-for-person";
  return approval !== undefined && begun.includes("activate") && isUnderWay;
}

function reportDone(
  request: Request,
  step: Extract<Command, { kind: "report-done" }>["step"],
  { by, now }: Settling,
): Settled {
  const { phase } = request;
  if (phase.kind !== "waiting-for-person" || phase.step !== step) {
    return err("not-waiting-for-that");
  }
  if (step === "activate" && now !== undefined && isOursPending(request, now.pending)) {
    return err("still-pending");
  }
  return ok([{ kind: "step-finished", step, by, facts: {} }]);
}

/** Whether the tenant still lists changes of this request's group as pending. */
export function isOursPending(request: Request, pending: PendingChanges): boolean {
  return (
    pending.kind === "seen" &&
    pending.changes.some(({ securityGroup }) => securityGroup === request.draft.groupName)
  );
}

function reportRefused(
  request: Request,
  { step, why }: Extract<Command, { kind: "report-refused" }>,
  { by, at, tenant }: Settling,
): Settled {
  const { phase } = request;
  if (phase.kind !== "waiting-for-person" || phase.step !== step) {
    return err("not-waiting-for-that");
  }
  const expiresAt = deadline(at, tenant);
  return ok([{ kind: "person-refused", step, by, why, expiresAt }]);
}

/** Does again what was given up, and looks once more at what is left. */
function cleanUpAgain(request: Request, { tenant }: Settling): Settled {
  if (request.phase.kind !== "ended" || request.closing === undefined) return err("nothing-left");
  if (request.leftBehind.length === 0) return err("nothing-left");
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
  const expiresAt = deadlineOf(request);
  if (expiresAt === undefined || at < expiresAt) return undefined;
  if (request.closing === undefined) return [close(request, { kind: "expired" }, tenant)];
  return request.phase.kind === "stuck" || request.phase.kind === "waiting-for-person"
    ? [{ kind: "gave-up", step: request.phase.step }]
    : undefined;
}

/** When this request runs out, if anybody is being waited for. */
export function deadlineOf({ phase }: Request): Instant | undefined {
  switch (phase.kind) {
    case "waiting-for-person":
    case "stuck":
      return phase.expiresAt;
    case "waiting-for-approval":
      return phase.asked.expiresAt;
    case "working":
    case "done":
    case "ended":
      return undefined;
  }
}

/** From now, how long people have. */
export function deadline(at: Instant, tenant: Tenant): Instant {
  return later(at, tenant.approvalExpiresAfterMs);
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
