import { approversOf, hasOneList } from "../../flows/authorization/approvers.ts";
import type { Instant } from "../../flows/model/ids.ts";
import type { TitledList } from "../../flows/model/titled-list.ts";
import type { ApprovalAsked } from "../../flows/request/approval-asked.ts";
import type { GivenApproval } from "../../flows/request/given-approval.ts";
import type { AnswerWait, Phase } from "../../flows/request/phase.ts";
import type { Request } from "../../flows/request/request.ts";
import { isLastNeeded } from "../../flows/request/waits.ts";
import { isOfPlan } from "../../flows/tasks/step.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { count } from "../../flows/text/count.ts";
import { describeDanger } from "../../flows/wording/count-live.ts";
import { type ApprovalContent, listApproval } from "../../flows/wording/describe-approval.ts";
import { askToActivate, describeEffect } from "../../flows/wording/describe-effect.ts";
import {
  type Block,
  type ButtonSpec,
  expandedSection,
  plainSection,
  section,
} from "../blocks/block.ts";
import type { RareSpec } from "../blocks/button-row.ts";
import { escape, mention, moment } from "../blocks/mrkdwn.ts";
import { describePeople, mentionBoth } from "../blocks/people.ts";
import { productionBanner } from "../blocks/production.ts";
import { cutLines, cutToWeight, packLines, sectionLimit } from "../blocks/slack-limits.ts";
import { showTicket } from "../blocks/tickets.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";
import { showNotes } from "../review/notes.ts";
import { postponedCard } from "../review/postponed.ts";
import { describeCredential } from "./approval-timeline.ts";
import { nameApproval } from "./approve-button.ts";
import { type Links, partsCard } from "./release-card.ts";
import { windowsBeforeApproval } from "./windows.ts";

export interface Card {
  readonly request: Request;
  readonly tenant: Tenant;
  /** The one that its account was filled from; absent where there is none. */
  readonly recipe?: Recipe | undefined;
  /** How much of the lists is shown: 1 for all that usually fits. */
  readonly scale: number;
  /** Where the words are for this moment; absent where they stand for days. */
  readonly now?: Instant;
  /** Of other requests that are named. */
  readonly links?: Links;
  /** It stands in a list of requests, without what is asked for and why. */
  readonly isListed?: true;
}

type WaitForApproval = Extract<Phase, { kind: "waiting-for-approval" }>;

const listLimit = 3000;
const inThread = "all of them are in this request's thread";

/** The reason as the top of a request's message has it. */
export function cutReason({ draft }: Request, scale: number): string {
  return cutToWeight(draft.reason, Math.floor(400 * scale));
}

/** What an approver decides on. */
export function approvalCard(
  { request, tenant, scale, links, isListed }: Card,
  wait: WaitForApproval,
): Block[] {
  const isReasonWhole = isListed !== true && cutReason(request, scale) === request.draft.reason;
  const { asked, given, standIns, postponed } = wait;
  const most = Math.min(listLimit, Math.floor(listLimit * scale));
  const unseen = request.facts.unseen ?? [];
  const lists = listApproval(request, { asked, unseen, tenant })
    .filter(({ isOnCard }) => isOnCard !== false || !isReasonWhole)
    .map((list) => {
      const { toBlock, title, lines } = setList(list, tenant);
      return toBlock([title, cutLines(lines, most - 200, inThread)].join("\n").trimEnd());
    });
  return [
    ...productionBanner(tenant),
    section(
      `${describeWho(asked, hasOneList(request, tenant, { asked, given: [] }))} ${describePeople(approversOf(request, tenant), standIns)}. ${describeAsker(request, asked)}`,
    ),
    ...windowsBeforeApproval(tenant, asked),
    ...describeProgress(asked, given),
    ...showNotes(given),
    ...postponedCard(postponed),
    ...partsCard(request, wait, links),
    ...lists,
  ];
}

function describeAsker({ askedBy, members }: Request, { parts }: ApprovalAsked): string {
  if (members !== undefined)
    return "Whoever asked for one of its requests cannot decide on that one.";
  const what = parts === undefined ? "" : " on that part";
  return `${mention(askedBy)} asked for it and cannot decide${what}.`;
}

function describeWho({ needed }: ApprovalAsked, isOneList: boolean): string {
  if (!isOneList) return `*Who may decide (${needed} at least, on each part its own approvers):*`;
  return needed === 1 ? "*Who may decide:*" : `*Who may decide (${needed}, each another person):*`;
}

function describeProgress(asked: ApprovalAsked, given: readonly GivenApproval[]): Block[] {
  if (given.length === 0) return [];
  if (asked.parts !== undefined) return [section(`*Approved by ${describeGiven(given)}.*`)];
  const { step, needed } = asked;
  const missing = needed - given.length;
  const what = isOfPlan(step) ? "done" : "activated";
  return [
    section(
      `*Approved by ${describeGiven(given)}.* ${count(missing, "more approval")} ${missing === 1 ? "is" : "are"} needed before anything is ${what}.`,
    ),
  ];
}

/** Who has approved, and when. */
export function describeGiven(given: readonly GivenApproval[]): string {
  return given
    .map((one) => `${mentionBoth(one)}${describeCredential(one.credential)}, ${moment(one.at)}`)
    .join("; ");
}

/** Everything that an approver decides on, for the thread: the card may have cut some. */
export function wholeApproval(request: Request, shown: ApprovalContent): Block[] {
  return listApproval(request, shown).flatMap((list) => {
    const { toBlock, title, lines } = setList(list, shown.tenant);
    return packLines([title, ...lines], sectionLimit).map(toBlock);
  });
}

/** Plain text, but where people are named or something has to stand out. */
function setList(
  { title, lines, people, tickets, isDanger }: TitledList,
  tenant: Tenant,
): {
  readonly toBlock: (text: string) => Block;
  readonly title: string;
  readonly lines: readonly string[];
} {
  if (people === undefined && isDanger === undefined)
    return { toBlock: plainSection, title, lines };
  const named = lines.map((line, at) => {
    const person = people?.[at];
    const ticket = tickets?.[at];
    const whose = person === undefined ? "" : ` ${mention(person)}`;
    return `${escape(line)}${whose}${ticket === undefined ? "" : ` (${showTicket(ticket, tenant)})`}`;
  });
  return isDanger === true
    ? { toBlock: expandedSection, title: `⚠️ *${escape(title)}*`, lines: named }
    : { toBlock: section, title: escape(title), lines: named };
}

/** The danger of an approval, for the top of the request's message. */
export function dangerOf({ draft, phase }: Request, tenant: Tenant): Block[] {
  if (phase.kind !== "waiting-for-approval") return [];
  const danger = describeDanger(draft, tenant, phase.asked);
  return danger === undefined ? [] : [expandedSection(`⚠️ *${danger}.*`)];
}

/** What decides on it: yes, no, or a question first. */
export function approvalButtons(
  { request, tenant }: Pick<Card, "request" | "tenant">,
  { asked, given }: Pick<WaitForApproval, "asked" | "given">,
): readonly ButtonSpec[] {
  const isLast = mayBeLast(request, tenant, { asked, given });
  const value = serializeMetadata({ request: request.id, digest: asked.digest });
  return [
    {
      id: actions.approve,
      text: nameApproval(request, asked),
      value,
      style: "primary",
      // A window that asks for the production tenant's name stands in place of the dialog.
      ...(!tenant.production && {
        confirm: {
          title:
            isLast && !isOfPlan(asked.step)
              ? askToActivate(request, tenant, asked)
              : `Approve ${request.id}?`,
          text: warnBefore(request, tenant, { asked, given }),
          yes: asked.follows === true ? "Approve and activate" : "Approve",
        },
      }),
    },
    ...(request.members === undefined ? [denyButton(value)] : []),
    { id: actions.sendBack, text: "Ask a question", value },
  ];
}

/** What an approver does with it now and then. */
export function rareApprovals(
  { request, tenant }: Pick<Card, "request" | "tenant">,
  { asked }: Pick<WaitForApproval, "asked">,
): readonly RareSpec[] {
  const value = serializeMetadata({ request: request.id, digest: asked.digest });
  return [
    // The window of a production tenant has a field for it already.
    ...(tenant.production
      ? []
      : [{ id: actions.approveWithNote, text: "Approve with a note", value }]),
    ...(isOfPlan(asked.step) ? [] : [{ id: actions.postpone, text: "Not now", value }]),
  ];
}

/** Whether one more approval may be the last: of a card in parts, where one person may give all that are missing. */
function mayBeLast(
  request: Request,
  tenant: Tenant,
  { asked, given }: Pick<WaitForApproval, "asked" | "given">,
): boolean {
  return isLastNeeded(asked, given) && hasOneList(request, tenant, { asked, given });
}

/** What an approval leads to, and what it still takes. */
export function warnBefore(
  request: Request,
  tenant: Tenant,
  { asked, given }: Pick<WaitForApproval, "asked" | "given">,
): string {
  const before = mayBeLast(request, tenant, { asked, given }) ? "" : `${notYet} `;
  return `${before}${describeEffect(request, tenant, asked)}${describeNext(tenant)}`;
}

/** What goes live with others can be denied by itself. */
export function denyWaiting({ id, closing }: Request): readonly ButtonSpec[] {
  if (closing !== undefined) return [];
  return [denyButton(serializeMetadata({ request: id, digest: "release" }))];
}

/** Also what waits for an answer. */
export function denyBack({ id }: Request, { back }: AnswerWait): readonly ButtonSpec[] {
  return [denyButton(serializeMetadata({ request: id, digest: back?.asked.digest ?? "release" }))];
}

/** What is approved can be denied until the change window opens. */
export function denyApproved({ id, approval }: Request): readonly ButtonSpec[] {
  return approval === undefined
    ? []
    : [denyButton(serializeMetadata({ request: id, digest: approval.digest }))];
}

function denyButton(value: string): ButtonSpec {
  return { id: actions.deny, text: "Deny", value, style: "danger" };
}

function describeNext({ approvals }: Tenant): string {
  return approvals.secondFactor === undefined ? "" : " Next, the bot asks for your passkey.";
}

const notYet = "Others have to approve it too.";
