import { formatUtc } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { RollbackDraft } from "../request/draft.ts";
import type { Leftover } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { sortNewestFirst } from "../request/rollback.ts";
import { movesTimestamp } from "../step-kinds/facts.ts";

/**
 * What a roll back leaves that ended after somebody was handed it: it may be done without anybody having said
 * so. It is settled when an activation is the newest that is no older than those it undoes. Changes nothing.
 */
export async function inspectRollback(
  deps: FlowDeps,
  { begun }: Pick<Request, "begun">,
  { tenant, to, undone }: RollbackDraft,
): Promise<readonly Leftover[]> {
  if (!begun.some(movesTimestamp)) return [];
  const read = await deps.contextOf(tenant).workday.readTimestamps();
  if (!read.ok || read.value.kind === "cannot-see") return [left("may have been rolled back", to)];
  const [newest] = sortNewestFirst(read.value.timestamps);
  const isThere = undone.some(({ at }) => newest !== undefined && newest.at >= at);
  return isThere ? [] : [left("was rolled back", to)];
}

function left(what: string, { at }: RollbackDraft["to"]): Leftover {
  return {
    what: "permissions",
    words: `The tenant ${what} to ${formatUtc(at)}, and the request ended without it. What was activated later is pending then: \`/workday-isu activate\` makes it live again.`,
  };
}
