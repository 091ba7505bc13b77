import type { Tenant } from "../../flows/tenant/tenant.ts";
import { findTicketNumber } from "../../flows/tenant/ticket-rule.ts";
import { code, escape, link } from "./mrkdwn.ts";

/**
 * A ticket as a link: by its number where it is one of the tenant's own, whose address an operator wrote. Any other
 * address is shown whole: nobody can hide behind other words where it leads.
 */
export function showTicket(ticket: string, { tickets }: Pick<Tenant, "tickets">): string {
  const number = tickets && findTicketNumber(ticket, tickets);
  if (number !== undefined) return link(ticket, number);
  return isAddress.test(ticket) ? `<${escape(ticket)}>` : code(ticket);
}

const isAddress = /^https:\/\/[^\s<>|"`]+$/;
