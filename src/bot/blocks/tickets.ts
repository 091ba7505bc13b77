import type { Tenant } from "../../flows/tenant/tenant.ts";
import { describeTicket } from "../../flows/tenant/ticket-rule.ts";
import { code, escape, link } from "./mrkdwn.ts";

/** A ticket as a link: by its number where it is one of the tenant's own, else by its whole address. */
export function showTicket(ticket: string, tenant: Pick<Tenant, "tickets">): string {
  const { text, address } = describeTicket(ticket, tenant);
  if (address === undefined) return code(text);
  return text === address ? `<${escape(address)}>` : link(address, text);
}
