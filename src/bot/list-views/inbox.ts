import { approversOf, rulesFor } from "../../flows/authorization/approvers.ts";
import type { RequestId } from "../../flows/model/ids.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { capitalize } from "../../flows/text/capitalize.ts";
import { code, escape, formatDay, link, mention, moment } from "../blocks/mrkdwn.ts";
import { describePeople } from "../blocks/people.ts";
import { describeAbout } from "../blocks/request-titles.ts";
import { showTicket } from "../blocks/tickets.ts";
import { describePhase } from "../request-views/outcome-cards.ts";

export interface Listed {
  readonly request: Request;
  readonly tenant: Tenant;
}

/** What concerns one person. */
export interface Inbox {
  readonly toApprove: readonly Listed[];
  /** Their requests that were sent back with a question. */
  readonly toAnswer: readonly Listed[];
  /** A task in Workday that is a person's. */
  readonly toCarryOut: readonly Listed[];
  readonly stuck: readonly Listed[];
  /** Approved, and waiting for the change window: they can be denied until it opens. */
  readonly toDeny: readonly Listed[];
  /** Their open requests, and those that ended with something left behind. */
  readonly mine: readonly Listed[];
  /** Others' requests that ended with something left behind, where this person works. */
  readonly leftBehind: readonly Listed[];
  /** Theirs, of a tenant that is not configured any more. */
  readonly resting: readonly Request[];
}

export interface List {
  readonly title: string;
  readonly listed: readonly Listed[];
}

/** What a person can do something about with a button, in the order in which it is shown. */
export function listTurns(work: Inbox): readonly List[] {
  return filled([
    { title: "Yours to approve", listed: work.toApprove },
    { title: "Yours to answer", listed: work.toAnswer },
    { title: "Yours to carry out", listed: work.toCarryOut },
    { title: "Stuck, and yours to try again", listed: work.stuck },
    { title: "Approved, and yours to deny", listed: work.toDeny },
  ]);
}

/** What they only look at. */
export function listStanding({ mine, leftBehind }: Inbox): readonly List[] {
  return filled([
    { title: "Your open requests", listed: mine },
    { title: "Left behind by requests of others", listed: leftBehind },
  ]);
}

/** Where a request's message is; `undefined` where it has none yet, or where that is not known. */
export type AddressOf = (request: RequestId) => string | undefined;

/** A request in a list: first whose turn it is and until when, then what it is, with the way to its message. */
export function describeListed(listed: Listed, addressOf: AddressOf): string {
  const { request, tenant } = listed;
  return `${describeStanding(request)}${describeWhose(request, tenant)}\n${describeWhat(listed, addressOf)}`;
}

/** One that is the reader's turn: its list says so. */
export function describeTurn(listed: Listed, addressOf: AddressOf): string {
  return `${describeStanding(listed.request)}\n${describeWhat(listed, addressOf)}`;
}

/** Until when it waits; of what waits for no moment, since when it is there. */
function describeStanding(request: Request): string {
  return `*${capitalize(describePhase(request))}*${describeUntil(request)}`;
}

function describeWhat({ request, tenant }: Listed, addressOf: AddressOf): string {
  const { id, draft } = request;
  const address = addressOf(id);
  const name = address === undefined ? id : link(address, id);
  const ticket = draft.ticket === undefined ? "" : `, ticket ${showTicket(draft.ticket, tenant)}`;
  return `${name} ${describeAbout(draft)} in ${escape(tenant.label)}${ticket}`;
}

function describeUntil({ phase, openedAt }: Request): string {
  if (phase.kind === "waiting-for-approval") return ` until ${moment(phase.asked.expiresAt)}`;
  const isBounded = phase.kind === "waiting-for-person" || phase.kind === "waiting-for-answer";
  if (isBounded) return ` until ${moment(phase.expiresAt)}`;
  return phase.kind === "waiting-for-window" ? "" : `, opened ${formatDay(openedAt)}`;
}

function describeWhose(request: Request, tenant: Tenant): string {
  const { phase } = request;
  if (phase.kind === "waiting-for-approval") {
    return `, for ${describePeople(approversOf(request, tenant), phase.standIns)}`;
  }
  if (phase.kind === "waiting-for-answer") return `, for ${mention(request.askedBy)}`;
  return phase.kind === "waiting-for-person"
    ? `, for ${describePeople(rulesFor(request, tenant).doers)}`
    : "";
}

/** What lists of requests can be narrowed to. */
export type InboxFilter =
  | { readonly kind: "waiting" }
  | { readonly kind: "mine" }
  | { readonly kind: "tenant"; readonly tenant: Tenant };

/** What of an inbox a filter leaves. */
export function filterInbox(work: Inbox, filter: InboxFilter): Inbox {
  switch (filter.kind) {
    case "waiting":
      return { ...work, mine: [], leftBehind: [], resting: [] };
    case "mine":
      return { ...none, mine: work.mine, resting: work.resting };
    case "tenant":
      return ofTenant(work, filter.tenant);
  }
}

function ofTenant(work: Inbox, { name }: Tenant): Inbox {
  function narrow(listed: readonly Listed[]): readonly Listed[] {
    return listed.filter(({ tenant }) => tenant.name === name);
  }
  return {
    toApprove: narrow(work.toApprove),
    toAnswer: narrow(work.toAnswer),
    toCarryOut: narrow(work.toCarryOut),
    stuck: narrow(work.stuck),
    toDeny: narrow(work.toDeny),
    mine: narrow(work.mine),
    leftBehind: narrow(work.leftBehind),
    resting: [],
  };
}

const none: Inbox = {
  toApprove: [],
  toAnswer: [],
  toCarryOut: [],
  stuck: [],
  toDeny: [],
  mine: [],
  leftBehind: [],
  resting: [],
};

/**
 * A request that goes on only when its tenant is configured again. The configuration holds no label of it any more, so its
 * name stands there.
 */
export function describeResting({ id, draft, openedAt }: Request): string {
  return `*${id}* ${describeAbout(draft)} in ${code(draft.tenant)}: *at rest*, opened ${formatDay(openedAt)}. This tenant is not in the bot's configuration any more: ask the bot's operators to put the tenant back. Deadlines run on.`;
}

function filled(lists: readonly List[]): readonly List[] {
  return lists.filter(({ listed }) => listed.length > 0);
}
