import { z } from "zod";
import { isTicketNumber, ticketPlace } from "../flows/tenant/ticket-rule.ts";
import { Pattern } from "./pattern.ts";

/** How a tenant's tickets are numbered, and where each is. */
export const TicketsEntry = z
  .strictObject({
    pattern: Pattern.describe("A regular expression that the whole of a ticket's number matches."),
    example: z
      .string()
      .min(1)
      .max(60)
      .describe("A number that matches: whoever types another is told so with it."),
    url: z
      .string()
      .max(300)
      .refine(isAddress, `an https address with ${ticketPlace} once, behind its host`)
      .describe("Where a ticket is, with {ticket} in place of its number, behind the host."),
  })
  .refine(({ pattern, example }) => isTicketNumber(example, { pattern }), {
    error: "a number that the pattern matches",
    path: ["example"],
  });

/** The number has its place behind the host: no ticket leads to another one. */
function isAddress(text: string): boolean {
  const parts = text.split(ticketPlace);
  const [one, other] = ["1", "2"].map((number) => URL.parse(parts.join(number)));
  const isOne = parts.length === 2 && !/[\s<>|"`{}\\]/.test(parts.join(""));
  return isOne && one?.protocol === "https:" && one.username === "" && one.host === other?.host;
}
