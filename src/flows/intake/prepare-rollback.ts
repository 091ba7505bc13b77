import { err, ok, type Result } from "../../result.ts";
import { toInventory } from "../inventory/inventory.ts";
import { readShown } from "../lifecycle/activation-timeline.ts";
import { findRequestOfActivation } from "../lifecycle/attribute-activation.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import type { RequestId } from "../model/ids.ts";
import type { PendingChange } from "../model/pending.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import { type ExpectedChange, listExpected } from "../planning/expected-changes.ts";
import type { DraftSources } from "../ports/draft-sources.ts";
import type { Store } from "../ports/store.ts";
import type { RollbackDraft, UndoneActivation } from "../request/draft.ts";
import { parseJustification } from "../request/justification.ts";
import type { RawRollback, TenantCheck } from "../request/raw-draft.ts";
import { listAffected, sortNewestFirst, toNetChanges } from "../request/rollback.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkWhy } from "./parse-draft.ts";
import { refuseFields } from "./refuse-fields.ts";

/**
 * What a roll back would undo, as far as anybody can see. The newest activation has to be the one that was
 * shown with the list. Changes nothing.
 */
export async function prepareRollback(
  { workday, store }: DraftSources,
  raw: RawRollback,
  tenant: Tenant,
): Promise<Result<RollbackDraft, TenantCheck>> {
  const why = checkWhy(raw);
  if (Object.keys(why).length > 0) return refuseFields(why);
  const read = await workday.readTimestamps();
  if (!read.ok) return err({ kind: "fault", fault: read.error });
  if (read.value.kind === "cannot-see") return refuseFields({ timestamp: noTimestamps });
  const sorted = sortNewestFirst(read.value.timestamps);
  const found = findTarget(sorted, raw, tenant);
  if (!found.ok) return found;
  const { to, after } = found.value;
  const undone = await nameRequests(store, tenant, { after, timestamps: sorted });
  const again = await listAgain(store, undone);
  const inventory = toInventory(await store.listDone());
  const here = inventory.filter(({ draft }) => draft.tenant === tenant.name);
  const affected = listAffected(here, again);
  return ok({
    kind: "rollback",
    tenant: tenant.name,
    to,
    undone,
    again,
    affected,
    ...parseJustification(raw),
  });
}

/** Without the report nobody sees what would be undone, and nobody could say afterwards that it was. */
export const noTimestamps =
  "The bot cannot see this tenant's activations, so it rolls nothing back: nobody could see what would be undone. Ask the bot's operators to configure reports.securityTimestamps, or have a security administrator do it in Workday with Activate Previous Security Timestamp.";

interface Target {
  readonly to: SecurityTimestamp;
  readonly after: readonly SecurityTimestamp[];
}

function findTarget(
  sorted: readonly SecurityTimestamp[],
  { timestamp, newest, tenant: name }: RawRollback,
  { label }: Tenant,
): Result<Target, TenantCheck> {
  const begin = `Type \`/workday-isu rollback ${name}\` to see the list as it is now.`;
  if (String(sorted[0]?.at) !== newest) {
    return refuseFields({
      timestamp: `Somebody activated or rolled back in ${label} since the list was shown. ${begin}`,
    });
  }
  const [to, ...others] = sorted.filter(({ at }) => String(at) === timestamp);
  if (to === undefined || timestamp === newest) {
    return refuseFields({ timestamp: `There is no earlier activation of this moment. ${begin}` });
  }
  if (others.length > 0) {
    return refuseFields({
      timestamp:
        "Several activations are of this very moment, and nobody could tell them apart. Choose another one.",
    });
  }
  return ok({ to, after: sorted.filter(({ at }) => at > to.at) });
}

async function nameRequests(
  store: Store,
  tenant: Tenant,
  {
    after,
    timestamps,
  }: Pick<Target, "after"> & { readonly timestamps: readonly SecurityTimestamp[] },
): Promise<readonly UndoneActivation[]> {
  const named: UndoneActivation[] = [];
  for (const one of after) {
    const request = await findRequestOfActivation(store, tenant.name, { one, timestamps });
    named.push(request === undefined ? one : { ...one, request });
  }
  return named;
}

/** What the requests' cards showed, oldest first; where a card saw nothing, what was asked for. */
async function listAgain(
  store: Store,
  undone: readonly UndoneActivation[],
): Promise<readonly PendingChange[]> {
  const lists: (readonly PendingChange[])[] = [];
  for (const { request } of undone.toReversed()) {
    if (request !== undefined) lists.push(await listMade(store, request));
  }
  return toNetChanges(lists);
}

async function listMade(store: Store, id: RequestId): Promise<readonly PendingChange[]> {
  const shown = await readShown({ store }, id);
  if (shown.kind === "seen") return shown.changes;
  const { draft } = await loadRequest({ store }, id);
  return listExpected(draft).map(toPending);
}

function toPending(one: ExpectedChange): PendingChange {
  const { kind, securityGroup, change } = one;
  return one.kind === "domain"
    ? { kind, policy: one.domain, action: "", securityGroup, access: one.access, change }
    : { kind, policy: one.policy, action: one.action ?? "", securityGroup, access: "", change };
}
