import { matchesWhole } from "../../pattern.ts";

/** How a company's tickets are numbered, and where each is. An operator wrote it. */
export interface TicketRule {
  /** A regular expression that a whole number matches. */
  readonly pattern: string;
  /** A number that matches, for people who are told what is meant. */
  readonly example: string;
  /** The address of a ticket, with `{ticket}` once, behind its host. */
  readonly url: string;
}

export const ticketPlace = "{ticket}";

/** Longer ones are no number. */
const mostLetters = 60;

export function isTicketNumber(text: string, { pattern }: Pick<TicketRule, "pattern">): boolean {
  return text.length <= mostLetters && matchesWhole(text, pattern);
}

/** Where a ticket is. Nothing of the number reaches beyond its place in the address. */
export function toTicketAddress(number: string, { url }: Pick<TicketRule, "url">): string {
  return url.replace(ticketPlace, () => encodeURIComponent(number));
}

/** The number of the ticket that is at this very address; `undefined` where none of the company's is. */
export function findTicketNumber(address: string, rule: TicketRule): string | undefined {
  const [before = "", after = ""] = rule.url.split(ticketPlace);
  if (!address.startsWith(before) || !address.endsWith(after)) return undefined;
  const number = decode(address.slice(before.length, address.length - after.length));
  const isTheirs = isTicketNumber(number, rule) && toTicketAddress(number, rule) === address;
  return isTheirs ? number : undefined;
}

/** A ticket as people read it, and where it leads. */
export interface ShownTicket {
  readonly text: string;
  /** An https address. Absent: it leads nowhere that is safe to follow. */
  readonly address?: string;
}

/**
 * A ticket is called by its number where it is one of the tenant's own, whose address an operator wrote. Any other address
 * is shown whole: nobody can hide behind other words where it leads.
 */
export function describeTicket(
  ticket: string,
  { tickets }: { readonly tickets?: TicketRule },
): ShownTicket {
  const number = tickets && findTicketNumber(ticket, tickets);
  if (number !== undefined) return { text: number, address: ticket };
  return isAddress.test(ticket) ? { text: ticket, address: ticket } : { text: ticket };
}

const isAddress = /^https:\/\/[^\s<>|"`]+$/;

/** What cannot be decoded is left as it is: it is no number then. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
