import { approversOf, listCalled, rulesFor } from "../../flows/authorization/approvers.ts";
import { rulesOf } from "../../flows/authorization/recipe-rules.ts";
import { valuesOf } from "../../flows/model/api-client.ts";
import type { VerificationItem } from "../../flows/model/verification.ts";
import type { Delegate, Event, Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { PeopleList, Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { describeOthersChange } from "../../flows/wording/describe-change.ts";
import { type Block, type Message, paginate, plainSections, section } from "../blocks/block.ts";
import { mention } from "../blocks/mrkdwn.ts";
import { describePeople } from "../blocks/people.ts";
import { listLive } from "./activation-effects.ts";
import { wholeApproval } from "./approval-card.ts";
import { showAllAsked } from "./details.ts";
import { wholeTask } from "./task-card.ts";
import { describeEvent } from "./timeline.ts";
import { listItems } from "./verification.ts";

/** A reply in the thread: several events of a request's story, as they stood when the last of them was recorded. */
export interface ReplyContent {
  readonly events: readonly Recorded[];
  readonly request: Request;
  readonly tenant: Tenant;
  /** Whether those who have to act are mentioned: the message itself has done it where it was posted with the card. */
  readonly mentions: (recorded: Recorded) => boolean;
}

/**
 * What the thread tells of some events, joined: usually one message, several where lists are long, because the thread is
 * where every list stands in full.
 */
export function toReplies({ events, request, tenant, mentions }: ReplyContent): readonly Message[] {
  const texts = events.map(({ event }) => describeEvent(event, request.draft.kind));
  const blocks = events.flatMap((recorded, index) => [
    section(texts[index] ?? ""),
    ...(mentions(recorded) ? callFor(recorded, request, tenant) : []),
    ...detail(recorded, request, tenant),
  ]);
  const text = truncate(texts.join("\n"), 3000);
  return paginate(blocks).map((page) => ({ text, blocks: page }));
}

/** Whoever has to act now. */
function callFor({ event }: Recorded, request: Request, tenant: Tenant): Block[] {
  const rules = rulesFor(request, tenant);
  if (event.kind === "handed-over") {
    return [section(`For ${describePeople(rules.doers)}: ${describeNext(event)}.`)];
  }
  if (event.kind === "start-lapsed") {
    return [section(`For ${describePeople(rules.doers)}: the button is in the message above.`)];
  }
  return callAboutCard(event, request, tenant);
}

/** Whoever has to act on a card, or on a question about it. */
function callAboutCard(event: Event, request: Request, tenant: Tenant): Block[] {
  const rules = rulesFor(request, tenant);
  if (event.kind === "approval-asked") {
    const approvers =
      request.members === undefined
        ? rulesOf(request.draft, tenant).approvers
        : approversOf(request, tenant);
    const people = describePeople(approvers, event.standIns);
    return [section(`For ${people}: the buttons are in the message above.`)];
  }
  if (event.kind === "sent-back" || event.kind === "answer-reminded") {
    return [section(`For ${mention(request.askedBy)}: press Answer in the message above.`)];
  }
  // One of a release has no card of its own to come back to.
  if (event.kind === "answered" && event.expiresAt !== undefined) {
    return [
      section(`For ${describePeople(rules.approvers)}: the buttons are in the message above.`),
    ];
  }
  if (event.kind === "reminded") return callPeople(rules.approvers, event.standIns);
  return event.kind === "escalated" ? callLater(event, request, tenant) : [];
}

/** Those on the second list: of a card with parts, of each of these, and nobody where it is out no more. */
function callLater(
  { parts }: Extract<Event, { kind: "escalated" }>,
  request: Request,
  tenant: Tenant,
): Block[] {
  if (parts !== undefined) return callPeople(listCalled(request, tenant, parts));
  const { escalation } = rulesFor(request, tenant);
  return escalation === undefined ? [] : callPeople(escalation.approvers);
}

function callPeople(people: PeopleList, standIns?: readonly Delegate[]): Block[] {
  const isNobody = people.people.length + people.groups.length === 0;
  return isNobody ? [] : [section(`For ${describePeople(people, standIns)}.`)];
}

function detail({ event }: Recorded, request: Request, tenant: Tenant): Block[] {
  if (event.kind === "opened") {
    return [
      ...plainSections(["Reason:", ...event.draft.reason.split("\n")]),
      ...showAllAsked(event.draft),
    ];
  }
  if (event.kind === "edited") return plainSections(event.changes);
  if (event.kind === "handed-over") return wholeTask(request, event.step, tenant);
  if (event.kind === "approval-asked") return wholeApproval(request, { ...event, tenant });
  if (event.kind === "approval-voided") {
    return [
      ...plainSections(list("Pending by now:", event.difference.added.map(describeOthersChange))),
      ...plainSections(list("No longer pending:", event.difference.gone.map(describeOthersChange))),
    ];
  }
  if (event.kind === "went-live") return listLive(event.live);
  return plainSections(listItems(itemsOf(event)));
}

function describeNext({ step, needsStart }: Extract<Event, { kind: "handed-over" }>): string {
  if (needsStart === true) {
    return "press Start in the message above, activate within fifteen minutes, and press Done";
  }
  return valuesOf(step).length > 0
    ? "the message above says how what Workday shows is stored"
    : "press Done in the message above when it is done";
}

/** Every item of a comparison stands in the thread. */
function itemsOf(event: Event): readonly VerificationItem[] {
  if (event.kind === "drifted") return event.items;
  if (event.kind === "looked-again") return event.verification.items;
  return event.kind === "step-finished" ? (event.facts.verification?.items ?? []) : [];
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}
