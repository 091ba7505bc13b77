import { changesOf, processChangeOf } from "../../flows/kinds/changes.ts";
import { describeProcess } from "../../flows/model/business-process.ts";
import { accesses, type Permissions } from "../../flows/model/permissions.ts";
import type { TitledList } from "../../flows/model/titled-list.ts";
import type { Draft } from "../../flows/request/draft.ts";
import type { Event, Recorded } from "../../flows/request/event.ts";
import type { Step } from "../../flows/tasks/step.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { listApproval } from "../../flows/wording/describe-approval.ts";
import { escape, mention } from "../blocks/mrkdwn.ts";
import { cutLines } from "../blocks/slack-limits.ts";
import { showTicket } from "../blocks/tickets.ts";

/** Most characters of an entry's details: the entry's own sentence has to fit too. */
const mostDetails = 2400;

/** The request as it was when an event happened: what was asked for, and the plan at hand. */
export interface AsAsked {
  readonly draft: Draft;
  readonly plan: readonly Step[];
}

/** The request after this event; absent before it was opened. */
export function askedAfter(
  before: AsAsked | undefined,
  event: Recorded["event"],
): AsAsked | undefined {
  if (event.kind === "opened") return { draft: event.draft, plan: event.plan };
  return event.kind === "closing" && before !== undefined
    ? { ...before, plan: event.plan }
    : before;
}

/**
 * What stands behind the entry: why and what was asked for, and what an approver was shown. In `mrkdwn`, each line on its
 * own, and empty where there is nothing more. Lists are cut; `status` and the thread have them whole.
 */
export function describeDetails(event: Event, asked: AsAsked | undefined, tenant: Tenant): string {
  const lines = listDetails(event, asked, tenant);
  return lines.length === 0
    ? ""
    : `\n${cutLines(lines, mostDetails, "the thread has all of them")}`;
}

function listDetails(event: Event, asked: AsAsked | undefined, tenant: Tenant): readonly string[] {
  if (event.kind === "opened") return listOpened(event.draft, tenant);
  if (event.kind !== "approval-asked" || asked === undefined) return [];
  const shown = listApproval(asked, { asked: event.asked, unseen: event.unseen, tenant });
  return ["*The card showed:*", ...shown.flatMap((one) => listTitled(one, tenant))];
}

function listOpened(draft: Draft, tenant: Tenant): readonly string[] {
  const { reason, ticket } = draft;
  const { added, removed } = processChangeOf(draft);
  return [
    `*Reason:* ${cutEscaped(reason.replace(/\s+/g, " "), 1000)}`,
    ...(ticket === undefined ? [] : [`*Ticket:* ${showTicket(ticket, tenant)}`]),
    ...listPermissions(draft),
    ...listUnder("Business processes added", added.map(describeProcess)),
    ...listUnder("Business processes removed", removed.map(describeProcess)),
  ];
}

function listPermissions(draft: Draft): readonly string[] {
  return changesOf(draft).flatMap(({ groupName, added, removed }) => [
    ...listAccess(`Added for ${groupName}`, added),
    ...listAccess(`Removed from ${groupName}`, removed),
  ]);
}

function listAccess(title: string, permissions: Permissions): readonly string[] {
  return accesses.flatMap((access) => listUnder(`${title}, ${access}`, permissions[access]));
}

function listUnder(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`*${escape(title)} (${lines.length}):*`, ...lines.map((line) => `• ${escape(line)}`)];
}

/** So many characters as they are sent: half of an escape would be shown as what it is. */
function cutEscaped(text: string, most: number): string {
  return truncate(escape(text), most).replace(/&[a-z]*…$/, "…");
}

function listTitled(
  { title, lines, people = [], tickets = [] }: TitledList,
  tenant: Tenant,
): readonly string[] {
  const items = lines.map((line, at) => {
    const [person, ticket] = [people[at], tickets[at]];
    const whose = person === undefined ? "" : ` ${mention(person)}`;
    const more = ticket === undefined ? "" : ` (${showTicket(ticket, tenant)})`;
    return `• ${escape(truncate(line, 300))}${whose}${more}`;
  });
  return [escape(truncate(title, 500)), ...items];
}
