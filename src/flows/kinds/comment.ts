import type { RequestId } from "../model/ids.ts";
import type { Asked } from "../request/draft.ts";
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
  const typed = [words, ...why].join(" ").replace(/\s+/g, " ");
  return truncate(`${id}: ${typed.replace(/ISU-(?=[0-9A-Z]{8})/gi, "ISU ")}`, mostComment);
}
