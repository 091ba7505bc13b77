import { isAboutSegments } from "../../flows/kinds/facts.ts";
import { kindOf } from "../../flows/kinds/kinds.ts";
import { describeClientScope } from "../../flows/model/api-client.ts";
import type { Instant } from "../../flows/model/ids.ts";
import { type AccountDraft, accountOf } from "../../flows/request/draft.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { describePlanned, listGivenUp } from "../../flows/wording/step-text.ts";
import {
  type Block,
  type ButtonSpec,
  buttons,
  header,
  type Message,
  plainSection,
  section,
} from "../blocks/block.ts";
import { code, escape, mention, moment } from "../blocks/mrkdwn.ts";
import { showPermissions, showProcesses } from "../blocks/permissions.ts";
import { describeSystem } from "../blocks/request-titles.ts";
import { cutToWeight, messageLimit } from "../blocks/slack-limits.ts";
import {
  approvalButtons,
  approvalCard,
  type Card,
  dangerOf,
  denyApproved,
  denyWaiting,
  describeGiven,
} from "./approval-card.ts";
import { describeAlsoInGroup, describeStays } from "./group.ts";
import { outageCard } from "./outages.ts";
import {
  askAgainButton,
  cleanUpButton,
  closingNote,
  describePhase,
  describeWhich,
  doneCard,
  endedCard,
  retryButton,
  stuckCard,
  withdrawButton,
} from "./outcome-cards.ts";
import { describeAdopted, showDifference } from "./permission-difference.ts";
import { type Links, releaseWaitCard } from "./release-card.ts";
import { showSegments } from "./segments.ts";
import { describeSessions } from "./sessions.ts";
import { showSettings } from "./settings-difference.ts";
import { showSignOn } from "./sign-on.ts";
import { taskButtons, taskCard } from "./task-card.ts";
import { verdictButtons } from "./verdict.ts";
import { windowCard } from "./windows.ts";

export interface RequestContent {
  readonly request: Request;
  readonly tenant: Tenant;
  readonly story: readonly Recorded[];
  /** The one that its account was filled from; absent where there is none. */
  readonly recipe?: Recipe | undefined;
  /** Where the words are for this moment; absent where they stand for days. */
  readonly now?: Instant;
  /** Of other requests that are named. */
  readonly links?: Links;
}

/** A request's one message. Buttons are there only while they can count. */
export function requestMessage(content: RequestContent): Message {
  const { request } = content;
  return {
    text: `${describeWhich(request)}: ${describePhase(request)}`,
    blocks: fit((scale) => [...introduce(content, scale), ...showPhase({ ...content, scale })]),
  };
}

/** Only what waits for somebody, with its buttons: for lists. */
export function requestCard(content: RequestContent): Block[] {
  return showPhase({ ...content, scale: 0.3 });
}

/** Shows as much of the lists as a message holds. */
function fit(build: (scale: number) => Block[]): Block[] {
  for (const scale of [1, 0.7, 0.5, 0.35, 0.2]) {
    const blocks = build(scale);
    if (JSON.stringify(blocks).length <= messageLimit) return blocks;
  }
  return build(0.1);
}

function introduce(content: RequestContent, scale: number): Block[] {
  const { request, tenant } = content;
  const most = Math.max(200, Math.floor(1500 * scale));
  return [
    header(toTitle(request, tenant)),
    section(`*Now: ${describePhase(request)}.*`),
    ...dangerOf(request, tenant),
    section(describeFacts(request, tenant)),
    ...showSignOn(accountOf(request.draft) ?? {}, Math.floor(1500 * scale)),
    plainSection(`Reason: ${cutToWeight(request.draft.reason, Math.floor(3000 * scale))}`),
    ...showAsked(request, most),
    plainSection(listPlan(content)),
    ...closingNote(request),
  ];
}

/** What an account may do; of an edit, what it changes. What is open in segments only stands on the card. */
function showAsked({ draft, phase }: Request, most: number): Block[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const segments = phase.kind === "waiting-for-approval" ? [] : showSegments(account, most);
  if (isAboutSegments(account)) return [...describeAdopted(account), ...segments];
  const whose = [
    ...describeAdopted(account),
    ...describeStays(account),
    ...describeAlsoInGroup(account, most),
  ];
  if ("change" in account) return [...whose, ...showSettings(account, most), ...segments];
  return "before" in account
    ? [...whose, ...showDifference(account, most), ...segments]
    : [
        ...whose,
        ...showPermissions(account.permissions, most, "all in the thread"),
        ...showProcesses(account, most),
        ...segments,
      ];
}

function describeFacts({ askedBy, openedAt, draft, approval }: Request, tenant: Tenant): string {
  const { ticket } = draft;
  return [
    `*Asked by:* ${mention(askedBy)}, ${moment(openedAt)}`,
    `*Tenant:* ${escape(tenant.label)}`,
    ...describeAccount(accountOf(draft)),
    ...(ticket === undefined ? [] : [`*Ticket:* ${code(ticket)}`]),
    ...(approval === undefined ? [] : [`*Approved by:* ${describeGiven(approval.given)}`]),
  ].join("\n");
}

function toTitle({ id, draft, members }: Request, { production }: Tenant): string {
  const title = members === undefined ? kindOf(draft).title : "Release";
  return production
    ? `PRODUCTION: ${title.charAt(0).toLowerCase()}${title.slice(1)} ${id}`
    : `${title} ${id}`;
}

function describeAccount(account: AccountDraft | undefined): readonly string[] {
  if (account === undefined) return [];
  const { userName, system, groupName, client } = account;
  return [
    `*Account:* ${code(userName)}, ${describeSessions(account)}`,
    `*Integration system:* ${describeSystem(system, code)}`,
    `*Security group:* ${code(groupName)}`,
    ...(client === undefined
      ? []
      : [
          `*API client:* ${code(client.name)} (${escape(truncate(describeClientScope(client), 600))})`,
        ]),
    ...("tell" in account && account.tell.length > 0
      ? [`*Told of the moment:* ${account.tell.map(mention).join(", ")}`]
      : []),
  ];
}

function listPlan({ request, story }: RequestContent): string {
  const givenUp = listGivenUp(story);
  const lines = request.plan.map(
    (step, index) => `${index + 1}. ${describePlanned(step, request, givenUp)}`,
  );
  const title = request.closing === undefined ? "Plan:" : "Clean-up:";
  return cutToWeight([title, ...(lines.length === 0 ? ["nothing"] : lines)].join("\n"), 2600);
}

function showPhase(card: Card): Block[] {
  const specs = buttonsOf(card);
  return [...cardOf(card), ...(specs.length === 0 ? [] : [buttons(specs)])];
}

function cardOf(card: Card): Block[] {
  const { phase } = card.request;
  switch (phase.kind) {
    case "working":
      return [];
    case "waiting-for-person":
      return taskCard(card, phase);
    case "waiting-for-approval":
      return approvalCard(card, phase);
    case "waiting-for-window":
      return windowCard(card.tenant, phase);
    case "waiting-for-release":
      return releaseWaitCard(phase, card.links);
    case "waiting-for-outside":
      return outageCard(card, phase);
    case "stuck":
      return stuckCard(card, phase);
    case "done":
      return doneCard(card);
    case "ended":
      return endedCard(card);
  }
}

function buttonsOf(card: Card): readonly ButtonSpec[] {
  const { request } = card;
  const { phase } = request;
  const withdraw = withdrawButton(request);
  switch (phase.kind) {
    case "working":
      return withdraw;
    case "done":
      return verdictButtons(request, card.now);
    case "waiting-for-window":
      return [...denyApproved(request), ...withdraw];
    case "waiting-for-release":
      return [...denyWaiting(request), ...withdraw];
    case "waiting-for-person":
      return [...taskButtons(request, phase), ...withdraw];
    case "waiting-for-approval":
      return [...approvalButtons(card, phase), ...withdraw];
    case "waiting-for-outside":
    case "stuck":
      return [retryButton(request), ...withdraw];
    case "ended":
      return [...cleanUpButton(request), ...askAgainButton(request)];
  }
}
