import type { RequestId } from "../model/ids.ts";
import type { Asked, ReleaseMember } from "../request/draft.ts";
import { truncate } from "../text/truncate.ts";

/** Characters. How much Workday's field takes is not documented. */
const mostComment = 500;

/**
 * The comment of an activation: which request it is of, what the bot says of it, then the ticket and the reason that
 * somebody typed, on one line and cut to the field.
 *
 * An activation is taken for that of the request whose id its comment names, so nothing that people type names another one:
 * not the reason, and no account's or group's name.
 */
export function toComment(
  id: RequestId,
  words: string,
  { reason, ticket }: Pick<Asked, "reason" | "ticket">,
): string {
  const why = [...(ticket === undefined ? [] : [`Ticket: ${ticket}`]), `Reason: ${reason}`];
  return truncate(`${id}: ${withoutIds([words, ...why].join(" "))}`, mostComment);
}

/** The comment of an activation by itself: its id, then the requester's own words and the ticket. */
export function toOwnComment(
  id: RequestId,
  { reason, ticket }: Pick<Asked, "reason" | "ticket">,
): string {
  const words = ticket === undefined ? reason : `${reason} (ticket ${ticket})`;
  return truncate(`${id}: ${withoutIds(words)}`, mostComment);
}

/**
 * The comment of a release: its own id first, then its requests with their tickets, as many as the field holds, and how
 * many more there are.
 */
export function toReleaseComment(id: RequestId, members: readonly ReleaseMember[]): string {
  const names = members.map((member) =>
    member.ticket === undefined ? member.id : `${member.id} (${withoutIds(member.ticket)})`,
  );
  for (let named = names.length; ; named -= 1) {
    const more = names.length - named;
    const list = [...names.slice(0, named), ...(more > 0 ? [`${more} more`] : [])].join(", ");
    const comment = `${id}: everything that is pending, as approved. Releases ${list}.`;
    if (comment.length <= mostComment || named === 0) return truncate(comment, mostComment);
  }
}

/** On one line, and naming no request. */
function withoutIds(typed: string): string {
  return typed.replace(/\s+/g, " ").replace(/ISU-(?=[0-9A-Z]{8})/gi, "ISU ");
}
