import type { Recorded } from "../../flows/event.ts";
import { type Request } from "../../flows/request.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { code, escape, mention, moment } from "../escape.ts";
import { approvalButtons, approvalCard, type Card, sayGiven } from "./approval-card.ts";
import {
  type Block,
  type ButtonSpec,
  buttons,
  header,
  type Message,
  plainSection,
  section,
} from "./block.ts";
import {
  cleanUpButton,
  closingNote,
  doneCard,
  endedCard,
  retryButton,
  sayPhase,
  sayWhich,
  stuckCard,
  withdrawButton,
} from "./end-cards.ts";
import { cutToWeight, messageLimit } from "./limit.ts";
import { showPermissions } from "./permissions.ts";
import { listGivenUp, sayHand, sayState, sayStep } from "./steps.ts";
import { taskButtons, taskCard } from "./task-card.ts";

export interface RequestContent {
  readonly request: Request;
  readonly tenant: Tenant;
  readonly story: readonly Recorded[];
}

/** A request's one message. Buttons are there only while they can count. */
export function requestMessage(content: RequestContent): Message {
  const { request } = content;
  return {
    text: `${sayWhich(request)}: ${sayPhase(request)}`,
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
    header(`${tenant.production ? "PRODUCTION: new" : "New"} integration user ${request.id}`),
    section(`*Now: ${sayPhase(request)}.*`),
    section(sayFacts(request, tenant)),
    plainSection(`Reason: ${cutToWeight(request.draft.reason, Math.floor(3000 * scale))}`),
    ...showPermissions(request.draft.permissions, most, "all in the thread"),
    plainSection(listPlan(content)),
    ...closingNote(request),
  ];
}

function sayFacts({ askedBy, openedAt, draft, approval }: Request, tenant: Tenant): string {
  const { userName, system, groupName, ticket } = draft;
  const minutes = draft.sessionTimeoutMinutes;
  return [
    `*Asked by:* ${mention(askedBy)}, ${moment(openedAt)}`,
    `*Tenant:* ${escape(tenant.label)}`,
    `*Account:* ${code(userName)}, UI sessions ${draft.doNotAllowUiSessions ? "not allowed" : "allowed"}, session timeout ${minutes === undefined ? "left out" : `${minutes} minutes`}`,
    `*Integration system:* ${code(system.name)}${system.kind === "new" ? " (new)" : ""}`,
    `*Security group:* ${code(groupName)}`,
    ...(ticket === undefined ? [] : [`*Ticket:* ${code(ticket)}`]),
    ...(approval === undefined ? [] : [`*Approved by:* ${sayGiven(approval.given)}`]),
  ].join("\n");
}

function listPlan({ request, story }: RequestContent): string {
  const givenUp = listGivenUp(story);
  const lines = request.plan.map((step, index) => {
    const state = sayState(step, request, givenUp);
    return `${index + 1}. ${sayStep(step.name, request.draft)} [${sayHand(step)}]: ${state}`;
  });
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
    case "done":
      return withdraw;
    case "waiting-for-person":
      return [...taskButtons(request, phase.step), ...withdraw];
    case "waiting-for-approval":
      return [...approvalButtons(card, phase), ...withdraw];
    case "stuck":
      return [retryButton(request), ...withdraw];
    case "ended":
      return cleanUpButton(request);
  }
}
