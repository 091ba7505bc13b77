import { err, ok } from "../../result.ts";
import { mayBeLive } from "../lifecycle/has-changed.ts";
import type { Instant } from "../model/ids.ts";
import type { Command } from "../request/click.ts";
import type { SettleRefusal } from "../request/refusal.ts";
import type { Request } from "../request/request.ts";
import { movesTimestamp } from "../step-kinds/facts.ts";
import { beginEnd, isOver } from "./begin-end.ts";
import { approve, nameBoth } from "./decide-approval.ts";
import { decideEdit } from "./decide-edit.ts";
import { answerQuestion, postpone, sendBack } from "./decide-review.ts";
import { decideStart } from "./decide-start.ts";
import { reportDone, reportRefused, retry } from "./decide-task.ts";
import { attest, decideLook } from "./decide-verdict.ts";
import type { DecisionContext, Settled } from "./decision-context.ts";

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
    case "edit":
      return edit(request, settling);
    case "approve":
      return request.phase.kind === "waiting-for-answer"
        ? err("sent-back")
        : approve(request, command, settling);
    case "deny":
      return deny(request, command.reason, settling);
    case "postpone":
      return postpone(request, command, settling);
    case "send-back":
      return sendBack(request, command, settling);
    case "answer":
      return answerQuestion(request, command, settling);
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

function edit(request: Request, settling: DecisionContext): Settled {
  if (settling.edit === undefined) throw new Error("An edit needs to know what is asked for");
  return decideEdit(request, settling.edit, settling);
}

function deny(request: Request, reason: string, settling: DecisionContext): Settled {
  const { by, at, tenant, standsInFor = [], release } = settling;
  const refusal = refuseDenial(request, at, release);
  if (refusal !== undefined) return err(refusal);
  const [voter = by] = standsInFor;
  return ok([beginEnd(request, { kind: "denied", ...nameBoth(by, voter), reason }, tenant)]);
}

/** Until the change window opens what is approved can still be denied, also by who approved it. */
function refuseDenial(
  request: Request,
  at: Instant,
  release: Request | undefined,
): SettleRefusal | undefined {
  const { phase, approval, members } = request;
  // Each of its requests is denied by itself.
  if (members !== undefined) return "one-of-a-release";
  if (phase.kind === "waiting-for-window") return undefined;
  if (phase.kind === "waiting-for-release") return refuseOfRelease(request, release);
  if (phase.kind === "waiting-for-answer") return refuseLate(phase, at);
  if (phase.kind === "waiting-for-approval") return refuseLate(phase.asked, at);
  if (isDeniableAside(request)) return undefined;
  return approval === undefined || isOver(request) ? "already-settled" : "too-late-to-deny";
}

function refuseLate(
  { expiresAt }: { readonly expiresAt: Instant },
  at: Instant,
): SettleRefusal | undefined {
  return at >= expiresAt ? "too-late" : undefined;
}

/**
 * Whether a request that goes on by itself, or not at all, can be denied: what is half made holds the others of its tenant,
 * and its requester may be away.
 */
export function isDeniableAside(request: Request): boolean {
  const { kind } = request.phase;
  const isStill = kind === "stuck" || kind === "waiting-for-outside";
  return isStill && request.members === undefined && !isOver(request) && !mayBeLive(request);
}

function refuseOfRelease(
  request: Request,
  release: Request | undefined,
): SettleRefusal | undefined {
  if (isOver(request)) return "already-settled";
  return release !== undefined && isActivating(release) ? "too-late-to-deny" : undefined;
}

function withdraw(request: Request, { by, tenant, release }: DecisionContext): Settled {
  if (isOver(request)) return err("already-settled");
  if (isActivating(request)) return err("activating-already");
  if (release !== undefined && isActivating(release)) return err("activating-already");
  return ok([beginEnd(request, { kind: "withdrawn", by }, tenant)]);
}

/** From the hand-over of the activation to the end, a withdrawal would come between two hands. */
function isActivating({ approval, begun, phase }: Request): boolean {
  const isUnderWay = phase.kind === "working" || phase.kind === "waiting-for-person";
  return approval !== undefined && begun.some(movesTimestamp) && isUnderWay;
}

/** Does again what was given up, and looks once more at what is left. */
function cleanUpAgain(request: Request, { tenant, isChangedSince }: DecisionContext): Settled {
  if (request.phase.kind !== "ended" || request.closing === undefined) return err("nothing-left");
  if (request.leftBehind.length === 0) return err("nothing-left");
  if (isChangedSince === true) return err("changed-since");
  const event = beginEnd(request, request.closing, tenant);
  const plan = event.plan.filter(({ name }) => request.gaveUp.includes(name));
  return ok([{ ...event, plan }]);
}
