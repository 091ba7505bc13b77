import { approversOf } from "../../flows/approvers.ts";
import type { Draft } from "../../flows/draft.ts";
import type { ApprovalAsked } from "../../flows/event.ts";
import { type PendingChange, splitPending } from "../../flows/pending.ts";
import { listPermissions } from "../../flows/permissions.ts";
import type { GivenApproval, Phase, Request } from "../../flows/request.ts";
import type { Tenant } from "../../flows/tenant.ts";
import { actions } from "../action-ids.ts";
import { write } from "../button-value.ts";
import { mention, moment } from "../escape.ts";
import { type Block, type ButtonSpec, plainSection, plainSections, section } from "./block.ts";
import { cut, cutLines } from "./limit.ts";
import { sayPeople } from "./people.ts";
import { count } from "./steps.ts";

export interface Card {
  readonly request: Request;
  readonly tenant: Tenant;
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
  const lists = listApproval(request.draft, { asked, unseen }).map(({ title, lines }) =>
    plainSection(`${title}\n${cutLines(lines, most - 200, inThread)}`.trimEnd()),
  );
  return [
    section(
      `*${sayWho(asked.needed)} until ${moment(asked.expiresAt)}.* Asked by ${mention(request.askedBy)}, who cannot decide it.\nWho may decide: ${sayPeople(approversOf(request, tenant))}`,
    ),
    ...sayProgress(asked.needed, given),
    ...lists,
  ];
}

function sayWho(needed: number): string {
  return needed === 1 ? "An approver decides" : `${needed} approvers decide, each another person,`;
}

function sayProgress(needed: number, given: readonly GivenApproval[]): Block[] {
  if (given.length === 0) return [];
  const missing = needed - given.length;
  return [
    section(
      `*Approved by ${sayGiven(given)}.* ${count(missing, "more approval")} ${missing === 1 ? "is" : "are"} needed before anything is activated.`,
    ),
  ];
}

/** Who has approved, and when. */
export function sayGiven(given: readonly GivenApproval[]): string {
  return given.map(({ by, at }) => `${mention(by)}, ${moment(at)}`).join("; ");
}

/** The same lists in full, for the thread. */
export function wholeApproval(draft: Draft, shown: Shown): Block[] {
  return listApproval(draft, shown).flatMap(({ title, lines }) => plainSections([title, ...lines]));
}

interface List {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Shown {
  readonly asked: ApprovalAsked;
  /** Permissions asked for that the pending changes do not show. */
  readonly unseen: readonly string[];
}

function listApproval(draft: Draft, { asked: { pending }, unseen }: Shown): readonly List[] {
  if (pending.kind === "cannot-see") {
    const asked = listPermissions(draft.permissions);
    return [
      {
        title: `Goes live for this request, as it was asked for (${asked.length}):`,
        lines: asked.map(({ access, domain }) => `${access}: ${domain}`),
      },
      {
        title:
          "The bot cannot see what else is pending in this tenant. The activation makes everything live that is pending, from whomever it is. Before you approve, look at the reports Domain Security Policies with Pending Changes and Business Process Security Policies with Pending Changes.",
        lines: [],
      },
    ];
  }
  const { ours, others } = splitPending(pending.changes, draft);
  return [
    { title: `Goes live for this request (${ours.length}):`, lines: ours.map(sayChange) },
    listOthers(others),
    ...(unseen.length === 0
      ? []
      : [{ title: `Asked for, but not seen pending (${unseen.length}):`, lines: unseen }]),
  ];
}

function listOthers(others: readonly PendingChange[]): List {
  return others.length === 0
    ? { title: "Nothing else is pending in the tenant.", lines: [] }
    : {
        title: `Goes live as well, though this request did not ask for it (${others.length}):`,
        lines: others.map(sayOthersChange),
      };
}

function sayChange({ access, policy, change }: PendingChange): string {
  return cut(`${access === "" ? "" : `${access}: `}${policy} (${change})`, 400);
}

export function sayOthersChange(change: PendingChange): string {
  const { policy, action, securityGroup, access, changedBy } = change;
  const what = [policy, action, access].filter((part) => part !== "").join(", ");
  const by = changedBy === undefined ? "" : `, by ${changedBy}`;
  return cut(`${what}: ${change.change} for ${securityGroup}${by}`, 500);
}

export function approvalButtons(
  { request, tenant }: Pick<Card, "request" | "tenant">,
  { asked, given }: Pick<WaitForApproval, "asked" | "given">,
): readonly ButtonSpec[] {
  const isLast = given.length + 1 >= asked.needed;
  const value = write({ request: request.id, digest: asked.digest });
  return [
    {
      id: actions.approve,
      text: "Approve",
      value,
      style: "primary",
      confirm: {
        title: isLast ? `Approve ${request.id}, and activate?` : `Approve ${request.id}?`,
        text: isLast ? warn(request, tenant, asked) : `${notYet} ${warn(request, tenant, asked)}`,
        yes: "Approve",
      },
    },
    { id: actions.deny, text: "Deny", value, style: "danger" },
  ];
}

const notYet = "Others have to approve it too.";

function warn({ draft }: Request, tenant: Tenant, { pending }: ApprovalAsked): string {
  const where = `${cut(tenant.label, 80)}${tenant.production ? " (PRODUCTION)" : ""}`;
  if (pending.kind === "cannot-see") {
    return `This activates everything that is pending in ${where}, at once. The bot cannot see what else that is.`;
  }
  const { ours, others } = splitPending(pending.changes, draft);
  return `This activates everything that is pending in ${where}, at once: ${count(ours.length, "change")} of this request and ${count(others.length, "change")} of others.`;
}
