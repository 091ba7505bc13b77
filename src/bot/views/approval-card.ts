import { approversOf } from "../../flows/approvers.ts";
import { cut } from "../../flows/cut.ts";
import type { Draft } from "../../flows/draft.ts";
import type { ApprovalAsked } from "../../flows/event.ts";
import { listExpected, splitPending } from "../../flows/expected-changes.ts";
import type { GivenApproval, Phase } from "../../flows/phase.ts";
import type { Recipe } from "../../flows/recipe.ts";
import type { Request } from "../../flows/request.ts";
import { alsoAllowing, listAllowed } from "../../flows/say-allowing.ts";
import { listApproval, type Shown } from "../../flows/say-approval.ts";
import { sayAtOnce } from "../../flows/say-at-once.ts";
import { count } from "../../flows/say-step.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { actions } from "../action-ids.ts";
import { write } from "../button-value.ts";
import { mention, moment } from "../escape.ts";
import { sayCredential } from "./approval-story.ts";
import { type Block, type ButtonSpec, plainSection, plainSections, section } from "./block.ts";
import { warnOfImplementation } from "./implementation.ts";
import { cutLines } from "./limit.ts";
import { mentionBoth, sayPeople } from "./people.ts";
import { productionBanner } from "./production.ts";
import { windowsBeforeApproval } from "./windows.ts";

export interface Card {
  readonly request: Request;
  readonly tenant: Tenant;
  /** The one that its account was filled from; absent where there is none. */
  readonly recipe?: Recipe | undefined;
  /** How much of the lists is shown: 1 for all that usually fits. */
  readonly scale: number;
}

type WaitForApproval = Extract<Phase, { kind: "waiting-for-approval" }>;

const listLimit = 3000;
const inThread = "all of them stand in this request's thread";

/** What an approver decides on. */
export function approvalCard(
  { request, tenant, scale }: Card,
  { asked, given }: WaitForApproval,
): Block[] {
  const most = Math.min(listLimit, Math.floor(listLimit * scale));
  const unseen = request.facts.unseen ?? [];
  const lists = listApproval(request.draft, { asked, unseen, tenant }).map(({ title, lines }) =>
    plainSection(`${title}\n${cutLines(lines, most - 200, inThread)}`.trimEnd()),
  );
  return [
    ...productionBanner(tenant),
    section(
      `*${sayWho(asked.needed)} until ${moment(asked.expiresAt)}.* Asked by ${mention(request.askedBy)}, who cannot decide it.\nWho may decide: ${sayPeople(approversOf(request, tenant))}`,
    ),
    ...windowsBeforeApproval(tenant, asked.opensAt),
    ...sayProgress(asked, given),
    ...warnOfImplementation(request.plan),
    ...lists,
    ...(asked.step === "approve" && asked.pending.kind !== "authentication-policies"
      ? listAllowed(request).map(({ title }) => plainSection(title))
      : []),
  ];
}

function sayWho(needed: number): string {
  return needed === 1 ? "An approver decides" : `${needed} approvers decide, each another person,`;
}

function sayProgress({ step, needed }: ApprovalAsked, given: readonly GivenApproval[]): Block[] {
  if (given.length === 0) return [];
  const missing = needed - given.length;
  const what = step === "approve" ? "activated" : "done";
  return [
    section(
      `*Approved by ${sayGiven(given)}.* ${count(missing, "more approval")} ${missing === 1 ? "is" : "are"} needed before anything is ${what}.`,
    ),
  ];
}

/** Who has approved, and when. */
export function sayGiven(given: readonly GivenApproval[]): string {
  return given
    .map((one) => `${mentionBoth(one)}${sayCredential(one.credential)}, ${moment(one.at)}`)
    .join("; ");
}

/** The same lists in full, for the thread. */
export function wholeApproval(draft: Draft, shown: Shown): Block[] {
  return listApproval(draft, shown).flatMap(({ title, lines }) => plainSections([title, ...lines]));
}

export function approvalButtons(
  { request, tenant }: Pick<Card, "request" | "tenant">,
  { asked, given }: Pick<WaitForApproval, "asked" | "given">,
): readonly ButtonSpec[] {
  const isLast = given.length + 1 >= asked.needed;
  const value = write({ request: request.id, digest: asked.digest });
  const warning = warn(request.draft, tenant, asked);
  return [
    {
      id: actions.approve,
      text: "Approve",
      value,
      style: "primary",
      // A window that asks for the production tenant's name stands in place of the dialog.
      ...(!tenant.production && {
        confirm: {
          title:
            isLast && asked.step === "approve"
              ? `Approve ${request.id}, and activate?`
              : `Approve ${request.id}?`,
          text: `${isLast ? "" : `${notYet} `}${warning}${sayNext(tenant)}`,
          yes: "Approve",
        },
      }),
    },
    denyButton(value),
  ];
}

/** What is approved can be denied until the change window opens. */
export function denyApproved({ id, approval }: Request): readonly ButtonSpec[] {
  return approval === undefined
    ? []
    : [denyButton(write({ request: id, digest: approval.digest }))];
}

function denyButton(value: string): ButtonSpec {
  return { id: actions.deny, text: "Deny", value, style: "danger" };
}

function sayNext({ approvals }: Tenant): string {
  return approvals.secondFactor === undefined ? "" : " Next, the bot asks for your passkey.";
}

const notYet = "Others have to approve it too.";

/** What an approval leads to. */
export function warn(draft: Draft, tenant: Tenant, { pending }: ApprovalAsked): string {
  const where = `${cut(tenant.label, 80)}${tenant.production ? " (PRODUCTION)" : ""}`;
  if (pending.kind === "authentication-policies") {
    return `This activates everything that is pending in the authentication policies of ${where}, at once. The bot cannot see what that is.`;
  }
  if (pending.kind === "not-activated" && draft.kind === "create") {
    return `This lets the account be made in ${where}. Nothing goes live yet.`;
  }
  if (pending.kind === "not-activated") {
    return `The plan is carried out in ${where}. ${sayAtOnce(draft)}`.trimEnd();
  }
  if (pending.kind === "cannot-see") {
    return `This activates everything that is pending in ${where}, at once. The bot cannot see what else that is.${alsoAllowing(draft)}`;
  }
  const { ours, others } = splitPending(pending.changes, listExpected(draft));
  return `This activates everything that is pending in ${where}, at once: ${count(ours.length, "change")} of this request and ${count(others.length, "change")} of others.${alsoAllowing(draft)}`;
}
