import type { Fault } from "../../flows/model/fault.ts";
import type { SignOnLog, TimeSpan } from "../../flows/model/sign-on-log.ts";
import { ok, type Result } from "../../result.ts";
import { getWorkdayAccountSignons } from "../operations/get-workday-account-signons.ts";
import type { Sender } from "../wire/perform.ts";
import { readPagesWithin } from "../wire/read-pages.ts";

/** Of 999 lines each. The log has the sign-ons of every worker, too. */
const mostPages = 10;

/** One reading may take so many times as long as one call. */
const callsForALog = 4;

/**
 * Reads the tenant's log of sign-ons within a time. More than ten pages, or what takes longer than four calls may, is not
 * read: nothing is seen then, and a shorter time may be asked for. Changes nothing.
 */
export async function readSignOns(
  sender: Sender,
  span: TimeSpan,
  { timeoutMs, elapsedMs }: { readonly timeoutMs: number; readonly elapsedMs: () => number },
): Promise<Result<SignOnLog, Fault>> {
  const untilMs = elapsedMs() + timeoutMs * callsForALog;
  const asked = {
    operation: getWorkdayAccountSignons,
    toPage: (page: number) => ({ ...span, page }),
  };
  const read = await readPagesWithin(sender, asked, {
    mostPages,
    isOver: () => elapsedMs() >= untilMs,
  });
  if (!read.ok) return read;
  if (read.value.kind === "too-many") return ok({ kind: "too-many" });
  // Whether the criteria's ends belong to it is not documented.
  const within = read.value.items.filter(({ at }) => at >= span.from && at < span.to);
  return ok({ kind: "seen", signOns: within });
}
