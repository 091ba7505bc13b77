import type { Raw } from "./raw-draft.ts";

/** Why it is asked for, as it is kept: without spaces around it, and without a ticket where none was named. */
export function parseJustification({ reason, ticket }: Pick<Raw, "reason" | "ticket">): {
  readonly reason: string;
  readonly ticket?: string;
} {
  const link = ticket.trim();
  return { reason: reason.trim(), ...(link !== "" && { ticket: link }) };
}
