import type { Request } from "../../flows/request/request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { code, escape, moment } from "../blocks/mrkdwn.ts";
import { describeAbout } from "../blocks/request-titles.ts";
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

/** A request in a list, by a name that may be a link. */
export function describeListed({ request, tenant }: Listed, name: string = request.id): string {
  const { draft, openedAt } = request;
  return `*${name}* ${describeAbout(draft)} in ${escape(tenant.label)}, ${moment(openedAt)}: *${describePhase(request)}*`;
}

/**
 * A request that goes on only when its tenant is configured again. The configuration holds no label of it any more, so its
 * name stands there.
 */
export function describeResting({ id, draft, openedAt }: Request): string {
  return `*${id}* ${describeAbout(draft)} in ${code(draft.tenant)}, ${moment(openedAt)}: *at rest*, because this tenant is not in the bot's configuration any more. Nothing is lost: ask the bot's operators to put the tenant back, and the request goes on where it stood. Its deadlines run on.`;
}

function filled(lists: readonly List[]): readonly List[] {
  return lists.filter(({ listed }) => listed.length > 0);
}
