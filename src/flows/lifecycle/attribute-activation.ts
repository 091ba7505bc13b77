import { kindOf } from "../kinds/kinds.ts";
import { listNamed, rankOf, toKey } from "../model/activations.ts";
import type { RequestId, TenantName } from "../model/ids.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { Store } from "../ports/store.ts";
import type { Event, Recorded } from "../request/event.ts";
import { movesTimestamp } from "../step-kinds/facts.ts";

/**
 * The request of this tenant that was handed over for this activation. A comment can be copied, so each
 * hand-over explains one activation and no more; one that a roll back took off the report counts all the same.
 *
 * @returns `undefined` where no request of ours explains it
 */
export async function findRequestOfActivation(
  store: Store,
  tenant: TenantName,
  {
    one,
    timestamps,
  }: { readonly one: SecurityTimestamp; readonly timestamps: readonly SecurityTimestamp[] },
): Promise<RequestId | undefined> {
  for (const id of listNamed(one.comment)) {
    const orders = await countOrders(store, tenant, id);
    if (orders === 0) continue;
    const gone = await listRolledBack(store, tenant, timestamps);
    const rank = rankOf(timestamps, one, id) + rankOf(gone, one, id);
    if (rank <= orders) return id;
  }
  return undefined;
}

async function countOrders(store: Store, tenant: TenantName, id: RequestId): Promise<number> {
  const request = await store.find(id);
  return request?.draft.tenant === tenant ? countCarriedOut(await store.readStory(id)) : 0;
}

/**
 * Hand-overs after which the tenant's timestamp may have moved. An order that is given again before it was answered is
 * one, and what was answered with no, or found void, was not carried out.
 */
export function countCarriedOut(story: readonly Recorded[]): number {
  let count = 0;
  let isOpen = false;
  for (const { event } of story) {
    const end = endOf(event);
    if (isOrder(event) && !isOpen) count += 1;
    if (isOpen && end === "not-done") count -= 1;
    isOpen = isOrder(event) || (isOpen && end === undefined);
  }
  return count;
}

function isOrder(event: Event): boolean {
  return (
    (event.kind === "step-begun" || event.kind === "handed-over") && movesTimestamp(event.step)
  );
}

/** How an order ended by this event, where nobody knows as if it was done; `undefined` where it did not end. */
function endOf(event: Event): "done" | "not-done" | undefined {
  if (event.kind === "approval-voided") return "not-done";
  if (event.kind === "approval-lapsed") return "done";
  if (!("step" in event) || !movesTimestamp(event.step)) return undefined;
  if (event.kind === "step-finished") return "done";
  if (event.kind === "person-refused") return "not-done";
  if (event.kind !== "step-failed" || !event.isAnswered) return undefined;
  return event.isDone === true ? "done" : "not-done";
}

/** Activations that a roll back of ours undid and that the report does not list any more, each once. */
async function listRolledBack(
  store: Store,
  tenant: TenantName,
  timestamps: readonly SecurityTimestamp[],
): Promise<readonly SecurityTimestamp[]> {
  const listed = new Set(timestamps.map(toKey));
  const gone = new Map<string, SecurityTimestamp>();
  for (const { draft, begun } of [...(await store.listDone()), ...(await store.listUnfinished())]) {
    if (draft.tenant !== tenant || !begun.some(movesTimestamp)) continue;
    for (const { at, by, comment } of kindOf(draft).undoes?.(draft) ?? []) {
      const key = toKey({ at, by, comment });
      if (!listed.has(key)) gone.set(key, { at, by, comment });
    }
  }
  return [...gone.values()];
}
