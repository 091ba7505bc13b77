import { err, ok, type Result } from "../../result.ts";
import { describeInvisible } from "../../unicode/invisible.ts";
import type { FieldProblems, Raw } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import {
  findTicketNumber,
  isTicketNumber,
  type TicketRule,
  toTicketAddress,
} from "../tenant/ticket-rule.ts";

type Asking = Pick<Tenant, "needsTicket" | "tickets">;

/**
 * The address of the ticket that was typed, empty where none was; or what is wrong with it, in a sentence. Where the
 * tenant's tickets are numbered a number becomes its address, and no other address is taken.
 */
export function readTicket(
  typed: string,
  { needsTicket, tickets }: Asking,
): Result<string, string> {
  const ticket = typed.trim();
  if (ticket === "") return needsTicket === true ? err(describeNeeded(tickets)) : ok("");
  if (tickets !== undefined) return readNumber(ticket, tickets);
  const problem = checkAddress(ticket);
  return problem === undefined ? ok(ticket) : err(problem);
}

/** What is wrong with the ticket that was typed, on its field. */
export function findTicketProblem({ ticket }: Pick<Raw, "ticket">, tenant: Asking): FieldProblems {
  const read = readTicket(ticket, tenant);
  return read.ok ? {} : { ticket: read.error };
}

function describeNeeded(rule: TicketRule | undefined): string {
  return rule === undefined
    ? "Every request for this tenant names a ticket. Paste its whole address here."
    : `Every request for this tenant names a ticket. Type its number, such as ${rule.example}.`;
}

function readNumber(ticket: string, rule: TicketRule): Result<string, string> {
  if (isTicketNumber(ticket, rule)) return ok(toTicketAddress(ticket, rule));
  if (findTicketNumber(ticket, rule) !== undefined) return ok(ticket);
  return err(
    `This is not one of this tenant's tickets. Type a number such as ${rule.example}, or paste the address of one.`,
  );
}

function checkAddress(ticket: string): string | undefined {
  const url = URL.parse(ticket);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    return "Paste the ticket's whole address, beginning with https://, or leave this empty.";
  }
  const invisible = describeInvisible(ticket);
  if (invisible !== undefined) return invisible;
  return ticket.length > 500 || /[\s<>|]/.test(ticket)
    ? "Shorten the address to 500 characters, without spaces and without < > |."
    : undefined;
}
