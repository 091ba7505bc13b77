import type { Verification } from "../../flows/model/verification.ts";
import { listNextSteps } from "../../flows/planning/next-steps.ts";
import type { Draft, DraftKind } from "../../flows/request/draft.ts";
import type { Closing, Event, Leftover, Recorded } from "../../flows/request/event.ts";
import { isReleaseEvent } from "../../flows/request/release-event.ts";
import { isReviewEvent } from "../../flows/request/review-event.ts";
import type { Facts } from "../../flows/request/step-facts.ts";
import { stepKinds } from "../../flows/step-kinds/step-kinds.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { code, escape, mention, moment } from "../blocks/mrkdwn.ts";
import { mentionBoth } from "../blocks/people.ts";
import { describeAbout, describeAsked, describeShownAtEnd } from "../blocks/request-titles.ts";
import { describeEdit } from "../forms/edits.ts";
import { describeReview } from "../review/questions.ts";
import { tellOfReview } from "../review/tell-requester.ts";
import { describeOrigin } from "./account-uses.ts";
import { describeActivationEvent, isOfActivation } from "./activation-timeline.ts";
import { describeApprovalEvent, isOfApproval } from "./approval-timeline.ts";
import { describeFollowUp, describeTasks } from "./next-steps.ts";
import { describeDelay, describeRest, tellDelay } from "./outages.ts";
import { countProbes } from "./probes.ts";
import { describeReleaseEvent } from "./release-timeline.ts";
import { describeOutcome, describeVerification } from "./verification.ts";

/**
 * One event of a request's story as a sentence in `mrkdwn`.
 *
 * @param kind the request's, where it is known
 */
// oxlint-disable-next-line complexity -- one arm for each kind of event
export function describeEvent(event: Event, kind?: DraftKind): string {
  if ("step" in event) return describeStepEvent(event);
  if (isEnding(event)) return describeEnding(event, kind);
  if (isOfApproval(event)) return describeApprovalEvent(event);
  if (isReleaseEvent(event)) return describeReleaseEvent(event);
  if (isReviewEvent(event)) return describeReview(event);
  if (isOfActivation(event)) return describeActivationEvent(event);
  switch (event.kind) {
    case "opened":
      return `${mention(event.by)} asked for ${describeAsked(event.draft)}.`;
    case "edited":
      return describeEdit(event);
    case "closing":
      return `${describeClosing(event.closing)} ${describeCleanUp(event.plan.length)}`;
    case "signed-on":
      return `Somebody else than the bot signed on with the new password ${moment(event.signedOnAt)}, from ${describeOrigin(event)}.`;
    case "card-shown":
      return `Slack shows it ${count(Math.round(event.afterMs / 60_000), "minute")} late, and its deadlines count from then.`;
    case "retried":
      return `${mention(event.by)} pressed Try again.`;
    case "resumed":
      return "Tried again by itself.";
    case "rested":
      return describeRest(event);
  }
}

const endings = [
  "left-behind",
  "gone",
  "done",
  "ended",
  "drifted",
  "looked-again",
  "attested",
] as const;

type Ending = Extract<Event, { kind: (typeof endings)[number] }>;

function isEnding(event: Event): event is Ending {
  return endings.some((kind) => kind === event.kind);
}

function describeEnding(event: Ending, kind: DraftKind | undefined): string {
  switch (event.kind) {
    case "left-behind":
      return `Left behind: ${escape(truncate(event.item.words, 500))}`;
    case "gone":
      return `Gone for good: ${leftovers[event.what]}.`;
    case "done":
      return `The plan is carried out: ${describeOutcome(event.verification)}. The request's message shows ${describeShownAtEnd(kind)}.`;
    case "ended":
      return "The clean-up is over, and the request has ended.";
    case "looked-again":
      return `${mention(event.by)} had the bot look again: ${describeOutcome(event.verification)}. ${describeVerification(event.verification)}`;
    case "attested":
      return `${mention(event.by)} attested what nobody can see here (${event.facts.length}): ${escape(truncate(event.facts.map(({ what }) => what).join("; "), 1000))}.`;
    case "drifted":
      return event.items.length === 0
        ? "A later look found the tenant as asked again."
        : `A later look found something else in the tenant than was asked (${event.items.length}).`;
  }
}

type StepEvent = Extract<Event, { step: unknown }>;

// oxlint-disable-next-line complexity -- one arm for each kind of event
function describeStepEvent(event: StepEvent): string {
  const title = stepKinds[event.step].title;
  switch (event.kind) {
    case "step-begun":
      return `Begun: ${title}.`;
    case "step-finished":
      return `Finished: ${title}${event.by === undefined ? "" : `, by ${mention(event.by)}`}.${note(event.note)}${describeFacts(event.facts)}`;
    case "handed-over":
      return `Waiting for a person: ${title}, until ${moment(event.expiresAt)}.`;
    case "started":
      return `${mention(event.by)} pressed Start: what was approved counts still. It may be activated until ${moment(event.until)}.`;
    case "start-lapsed":
      return "Nobody said in time that it is activated, so the Start has run out. Press Start again.";
    case "person-refused":
      return `${mention(event.by)} could not carry it out (${title}): ${quote(event.why)}`;
    case "step-delayed":
      return describeDelay(event);
    case "step-failed":
      return `Stuck at ${title}: ${escape(truncate(event.words, 1000))}`;
    case "gave-up":
      return `Given up: ${title}.${note(event.words)}`;
  }
}

/** What somebody typed, so that the sentence behind it is seen to be another's. It has one full stop, its own or ours. */
function quote(words: string): string {
  const said = truncate(words.trim(), 1000);
  return `“${escape(said)}”${/[.!?…]$/.test(said) ? "" : "."}`;
}

function note(words: string | undefined): string {
  return words === undefined ? "" : ` ${escape(truncate(words, 1000))}`;
}

function describeFacts({ probes, secret, verification }: Facts): string {
  return [
    secret === undefined ? "" : ` Stored as ${code(secret.versionedUrl)}.`,
    probes === undefined ? "" : ` ${countProbes(probes)}`,
    verification === undefined ? "" : ` ${describeVerification(verification)}`,
  ].join("");
}

/** Why a request ends, in `mrkdwn`. */
export function describeClosing(closing: Closing): string {
  switch (closing.kind) {
    case "denied":
      return `${mentionBoth(closing)} denied it: ${quote(closing.reason)}`;
    case "withdrawn":
      return `${mention(closing.by)} withdrew it.`;
    case "expired":
      return "Nobody decided or acted in time, so it expired.";
  }
}

function describeCleanUp(steps: number): string {
  return steps === 0
    ? "There is nothing to clean up."
    : `What it changed is cleaned up in ${count(steps, "step")}.`;
}

const leftovers: Record<Leftover["what"], string> = {
  "integration-system": "the integration system",
  "segment-group": "the segment-based group",
  segments: "what was made in Learning",
  "learning-content": "the marks on learning content",
  account: "the account",
  "security-group": "the security group",
  permissions: "the permissions",
  secret: "the stored secret",
  "api-client": "the API client",
};

/** A whole story, one line an event with its moment. */
export function describeTimeline(story: readonly Recorded[]): readonly string[] {
  const kind = findKind(story.map(({ event }) => event));
  return story.map(({ at, event }) => `${moment(at)}: ${describeEvent(event, kind)}`);
}

/** @returns `undefined` where the opening is not among the events */
export function findKind(events: readonly Event[]): DraftKind | undefined {
  return events.find((event) => event.kind === "opened")?.draft.kind;
}

interface About {
  readonly draft: Draft;
  /** The one that its account was filled from; absent where there is none. */
  readonly recipe?: Recipe | undefined;
  readonly isCleaningUp: boolean;
}

/** What the requester is told directly, or `undefined` where the thread is enough. */
export function tellRequester(
  { event }: Recorded,
  { draft, recipe, isCleaningUp }: About,
): string | undefined {
  const request = `Your request for ${describeAbout(draft)}`;
  if (event.kind === "step-failed" || event.kind === "person-refused") {
    return isCleaningUp
      ? `The clean-up after your request for ${describeAbout(draft)} is stuck. ${describeEvent(event)}`
      : `${request} is stuck. ${describeEvent(event)} Press Try again in the channel when the cause is gone, or withdraw it.`;
  }
  if (event.kind === "step-delayed") return tellDelay(request, event);
  if (event.kind === "closing") return `${request} ends. ${describeEvent(event)}`;
  if (event.kind === "done") {
    const next = listNextSteps(draft, recipe).map(describeFollowUp);
    const tasks = describeTasks(draft, recipe) ?? [];
    return [tellOutcome(request, event.verification, draft.kind), ...next].concat(tasks).join(" ");
  }
  if (event.kind === "ended") {
    return `The clean-up after your request for ${describeAbout(draft)} is over. The channel lists what is left behind, if anything.`;
  }
  return tellOfReview(event, draft);
}

function tellOutcome(
  request: string,
  verification: Verification | undefined,
  kind: DraftKind,
): string {
  const where = `The channel shows ${describeShownAtEnd(kind)}.`;
  if (verification === undefined) return `${request} is carried out, unverified. ${where}`;
  const came = describeVerification(verification);
  return verification.outcome === "verified"
    ? `${request} is done and verified. ${came} ${where}`
    : `${request} is carried out: ${describeOutcome(verification)}. ${came} ${where}`;
}
