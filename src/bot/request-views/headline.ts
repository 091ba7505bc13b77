import { kindOf } from "../../flows/kinds/kinds.ts";
import type { Instant } from "../../flows/model/ids.ts";
import type { Closing } from "../../flows/request/event.ts";
import type { Phase } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import { stepKinds } from "../../flows/step-kinds/step-kinds.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { capitalize } from "../../flows/text/capitalize.ts";
import { count } from "../../flows/text/count.ts";
import { code, mention, moment } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";
import { nameOf } from "../blocks/request-titles.ts";
import { showTicket } from "../blocks/tickets.ts";
import { describeGiven } from "./approval-card.ts";
import { isNothingMade, nothingMade } from "./nothing-made.ts";
import { describePhase } from "./outcome-cards.ts";
import { describeVerification } from "./verification.ts";

/** What a request is and what it is about, for the header of its message: plain text. */
export function toTitle(request: Request, { production }: Tenant): string {
  const { draft, members } = request;
  const title = `${isEmergency(request) ? "EMERGENCY: " : ""}${kindOf(draft).title}`;
  const name = nameOf(draft);
  const own = name === "" ? title : `${title}: ${name}`;
  const named = members === undefined ? own : `Release of ${count(members.length, "request")}`;
  return production ? `PRODUCTION: ${named.charAt(0).toLowerCase()}${named.slice(1)}` : named;
}

function isEmergency({ phase, approval }: Request): boolean {
  if (phase.kind === "waiting-for-approval") return phase.asked.isEmergency === true;
  return approval?.isEmergency === true;
}

/** The outcome, or whose turn it is and until when, in `mrkdwn`: what a reader wants to know first. */
export function describeHeadline(request: Request): string {
  const { phase, closing } = request;
  if (phase.kind === "ended") return `${nameEnd(closing)} ${describeLeft(request)}`;
  const why = closing === undefined ? "" : `${nameEnd(closing)} `;
  const now = describePhase(request);
  const shown = `*${capitalize(now)}*`;
  return `${why}${markOf(request)}${shown}${describeMore(request, phase)}`;
}

/** For the eye alone: the words after it say the same. */
function markOf({ phase, facts, drift }: Request): string {
  if (phase.kind === "stuck") return "⚠️ ";
  if (phase.kind !== "done") return "";
  const outcome = facts.verification?.outcome;
  if (outcome === "different" || drift.length > 0) return "⚠️ ";
  return outcome === "verified" ? "✅ " : "";
}

// oxlint-disable-next-line complexity -- one arm for each phase
function describeMore(request: Request, phase: Phase): string {
  switch (phase.kind) {
    case "working":
      return `: ${nameNext(request)}.`;
    case "waiting-for-approval":
      return describeUntil(phase.asked.expiresAt);
    case "waiting-for-person":
    case "waiting-for-answer":
      return describeUntil(phase.expiresAt);
    case "done":
      return `. ${describeSeen(request)}`;
    case "waiting-for-window":
    case "waiting-for-release":
    case "waiting-for-outside":
    case "stuck":
    case "ended":
      return ".";
  }
}

function describeUntil(at: Instant): string {
  return ` until ${moment(at)}.`;
}

function nameNext({ plan, finished }: Request): string {
  const next = plan.find(({ name }) => !finished.includes(name));
  return next === undefined ? "the end" : stepKinds[next.name].title;
}

function describeSeen({ facts: { verification }, attested }: Request): string {
  return verification === undefined
    ? "Nobody compared the tenant with what was asked."
    : describeVerification(verification, attested);
}

function nameEnd(closing: Closing | undefined): string {
  switch (closing?.kind) {
    case "denied":
      return `*Denied by ${mentionBoth(closing)}.*`;
    case "withdrawn":
      return `*Withdrawn by ${mention(closing.by)}.*`;
    case "expired":
      return "*Expired:* nobody decided or acted in time.";
    case undefined:
      return "*Ended.*";
  }
}

function describeLeft(request: Request): string {
  if (isNothingMade(request)) return nothingMade;
  const left = request.leftBehind.length;
  if (left === 0) return "Nothing is left behind: the bot looked, and found everything gone.";
  return `⚠️ *${count(left, "thing")} ${left === 1 ? "is" : "are"} left behind.*`;
}

/** What stands small below everything: how far it is, its id, and who had a part in it. */
export function describeFoot(request: Request, tenant: Tenant): string {
  const { id, askedBy, openedAt, draft, approval } = request;
  return [
    ...describeProgress(request),
    code(id),
    `asked for by ${mention(askedBy)}, ${moment(openedAt)}`,
    ...(draft.ticket === undefined ? [] : [`ticket ${showTicket(draft.ticket, tenant)}`]),
    ...(approval === undefined ? [] : [`approved by ${describeGiven(approval.given)}`]),
  ].join("  ·  ");
}

function describeProgress({ plan, finished, closing }: Request): readonly string[] {
  if (plan.length === 0) return [];
  const done = plan.filter(({ name }) => finished.includes(name)).length;
  const of = closing === undefined ? "" : " of the clean-up";
  return [`${done} of ${count(plan.length, "step")}${of} done`];
}
