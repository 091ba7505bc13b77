import { isDeniableAside } from "../../flows/approval/decide.ts";
import { isAboutSegments } from "../../flows/kinds/facts.ts";
import type { Instant } from "../../flows/model/ids.ts";
import { accountOf } from "../../flows/request/draft.ts";
import type { Recorded } from "../../flows/request/event.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { listsAccess } from "../../flows/wording/describe-plan-approval.ts";
import {
  type Block,
  type ButtonSpec,
  context,
  header,
  type Message,
  plainSection,
  section,
} from "../blocks/block.ts";
import { buttonRow, type RareSpec } from "../blocks/button-row.ts";
import { showPermissions, showProcesses } from "../blocks/permissions.ts";
import { messageLimit } from "../blocks/slack-limits.ts";
import { editButton } from "../forms/edits.ts";
import { showNotes } from "../review/notes.ts";
import { answerButton, answerCard } from "../review/questions.ts";
import { showFacts } from "./account-facts.ts";
import {
  approvalButtons,
  approvalCard,
  type Card,
  cutReason,
  dangerOf,
  denyApproved,
  denyBack,
  denyWaiting,
  rareApprovals,
} from "./approval-card.ts";
import { detailsButton } from "./details.ts";
import { describeAlsoInGroup, describeStays } from "./group.ts";
import { describeFoot, describeHeadline, toTitle } from "./headline.ts";
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
import { describeAdopted, showDifference, showUnchanged } from "./permission-difference.ts";
import { type Links, releaseWaitCard } from "./release-card.ts";
import { showSegments } from "./segments.ts";
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
    blocks: fit((scale) => layOut({ ...content, scale })),
  };
}

/** Only what waits for somebody, with its buttons: for lists, which say themselves where it stands. */
export function requestCard(content: RequestContent): Block[] {
  return showPhase({ ...content, scale: 0.3, isListed: true });
}

/** Shows as much of the lists as a message holds. */
function fit(build: (scale: number) => Block[]): Block[] {
  for (const scale of [1, 0.7, 0.5, 0.35, 0.2]) {
    const blocks = build(scale);
    if (JSON.stringify(blocks).length <= messageLimit) return blocks;
  }
  return build(0.1);
}

/** First the outcome or whose turn it is; then what somebody decides on, or what came of it; what is for the record last. */
function layOut(card: Card): Block[] {
  const { request, tenant } = card;
  const [first, then] = isOverWhatIsAsked(request.phase)
    ? [showAsked(card), showPhase(card)]
    : [showPhase(card), showFacts(request, tenant)];
  return [
    header(toTitle(request, tenant)),
    section(describeHeadline(request)),
    ...dangerOf(request, tenant),
    ...closingNote(request),
    ...showNotes(request.approval?.given ?? []),
    ...first,
    ...then,
    context(describeFoot(request, tenant)),
  ];
}

const overAsked: ReadonlySet<Request["phase"]["kind"]> = new Set([
  "working",
  "waiting-for-approval",
  "waiting-for-window",
]);

/** While it is decided, or at work, what is asked for stands first. */
function isOverWhatIsAsked({ kind }: Request["phase"]): boolean {
  return overAsked.has(kind);
}

function showAsked({ request, tenant, scale }: Card): Block[] {
  const most = Math.max(200, Math.floor(700 * scale));
  return [
    ...showFacts(request, tenant),
    plainSection(`Reason: ${cutReason(request, scale)}`),
    ...showSignOn(accountOf(request.draft) ?? {}, Math.floor(1500 * scale)),
    ...showAccess(request, most, tenant),
  ];
}

/** What an account may do; of an edit, what it changes. An approver's card lists what goes live itself. */
function showAccess({ draft, phase }: Request, most: number, tenant: Tenant): Block[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const segments = phase.kind === "waiting-for-approval" ? [] : showSegments(account, most);
  if (isAboutSegments(account)) return [...describeAdopted(account), ...segments];
  const whose = [
    ...describeAdopted(account),
    ...describeStays(account),
    ...describeAlsoInGroup(account, most),
  ];
  const isListed = listsWhatGoesLive(phase);
  if ("before" in account) {
    const shown = isListed ? showUnchanged(account) : showDifference(account, most);
    return [...whose, ...shown, ...segments];
  }
  if (isListed && listsAccess(draft, tenant)) return [...whose, ...segments];
  return "change" in account
    ? [...whose, ...showSettings(account, most), ...segments]
    : [
        ...whose,
        ...showPermissions(account.permissions, most, "all in the thread"),
        ...showProcesses(account, most),
        ...segments,
      ];
}

/** Whether the approver's card lists what is asked for: each thing is said once. */
function listsWhatGoesLive(phase: Request["phase"]): boolean {
  if (phase.kind !== "waiting-for-approval") return false;
  return phase.asked.pending.kind !== "authentication-policies";
}

function showPhase(card: Card): Block[] {
  const { deciding, rare } = buttonsOf(card);
  return [...cardOf(card), buttonRow(deciding, rare)];
}

// oxlint-disable-next-line complexity -- one arm for each phase
function cardOf(card: Card): Block[] {
  const { phase } = card.request;
  switch (phase.kind) {
    case "working":
      return [];
    case "waiting-for-person":
      return taskCard(card, phase);
    case "waiting-for-approval":
      return approvalCard(card, phase);
    case "waiting-for-answer":
      return answerCard(card.request, phase);
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

/** What stands still can be denied: what is half made holds the others of its tenant. */
function denyAside(request: Request): readonly ButtonSpec[] {
  return isDeniableAside(request) ? denyWaiting(request) : [];
}

/** The two or three that decide, by whose turn it is; and what is rare, the most harmless first. */
interface Buttons {
  readonly deciding: readonly ButtonSpec[];
  readonly rare: readonly RareSpec[];
}

// oxlint-disable-next-line complexity -- one arm for each phase
function buttonsOf(card: Card): Buttons {
  const { request } = card;
  const { phase } = request;
  const details = detailsButton(request);
  const withdraw = withdrawButton(request);
  const rare = [details, ...editButton(request), ...withdraw];
  switch (phase.kind) {
    case "working":
      return { deciding: [], rare };
    case "done":
      return { deciding: verdictButtons(request, card.now), rare: [details] };
    case "waiting-for-window":
      return { deciding: denyApproved(request), rare };
    case "waiting-for-release":
      return { deciding: denyWaiting(request), rare };
    case "waiting-for-person":
      return { deciding: taskButtons(request, phase), rare };
    case "waiting-for-approval":
      return {
        deciding: approvalButtons(card, phase),
        rare: [...rareApprovals(card, phase), ...rare],
      };
    case "waiting-for-answer":
      return { deciding: [answerButton(request), ...denyBack(request, phase)], rare };
    case "waiting-for-outside":
      return { deciding: [retryButton(request), ...denyAside(request)], rare };
    case "stuck":
      return {
        deciding: [retryButton(request), ...editButton(request), ...denyAside(request)],
        rare: [details, ...withdraw],
      };
    case "ended":
      return { deciding: [...cleanUpButton(request), ...askAgainButton(request)], rare: [details] };
  }
}
