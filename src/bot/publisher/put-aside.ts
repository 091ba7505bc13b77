import { describeError } from "../../describe-error.ts";
import type { HearUnreadable, OutboxRow } from "../../flows/ports/outbox.ts";
import type { PublisherParts } from "./parts.ts";

/** Lets a row rest that cannot be read or rendered, so that everything else goes on. Safe to repeat. */
export async function putAside(
  { ledger, log }: Pick<PublisherParts, "ledger" | "log">,
  row: OutboxRow,
  error: unknown,
): Promise<void> {
  await ledger.setAside(row);
  const facts = { ...row, error: describeError(error) };
  log.error(facts, "something cannot be read or rendered for Slack, and is set aside");
}

/** Takes down which rows of lists cannot be read, until they are put aside. */
export function collectUnreadable(): {
  readonly hear: HearUnreadable;
  readonly rows: readonly { readonly row: OutboxRow; readonly error: unknown }[];
} {
  const rows: { row: OutboxRow; error: unknown }[] = [];
  return { hear: (row, error) => rows.push({ row, error }), rows };
}
