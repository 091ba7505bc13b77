import { type InventoryEntry, listDue, listInventory } from "../inventory/list-inventory.ts";
import { dayMs, type Instant } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Tally } from "../ports/figures.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Notice } from "../request/notice.ts";
import type { Tenant } from "../tenant/tenant.ts";

const weekMs = 7 * dayMs;

/**
 * Says which passwords are due: each of the configured times once, and what is overdue once a week. One
 * replica does it for all. A rotation that is under way is not asked for again, and one that is done begins
 * anew. Safe to repeat: a notice has one key and is posted once.
 */
export async function remindRotation(deps: FlowDeps, everyMs: number): Promise<void> {
  const now = deps.clock.now();
  if (!(await deps.watch.takeTurn({ name: "rotation", everyMs, now }))) return;
  const [done, unfinished] = [await deps.store.listDone(), await deps.store.listUnfinished()];
  const entries = listInventory({ done, unfinished, tenants: deps.tenants });
  await deps.watch.keepTallies(deps.tenants.flatMap((tenant) => tally(tenant, entries, now)));
  await deps.watch.queue(entries.flatMap((entry) => toNotices(entry, now)));
}

/** How many passwords are overdue, and how many are due within 30 days. */
function tally(
  { name: tenant }: Tenant,
  entries: readonly InventoryEntry[],
  now: Instant,
): readonly Tally[] {
  const own = listDue(entries, now).filter((entry) => entry.tenant.name === tenant);
  const overdue = own.filter(({ password }) => password !== undefined && password.dueAt <= now);
  const at = { tenant, at: now };
  return [
    { name: "password-overdue", count: overdue.length, ...at },
    { name: "password-due", count: own.length - overdue.length, ...at },
  ];
}

function toNotices(entry: InventoryEntry, now: Instant): readonly Notice[] {
  const { request, tenant, password, underWay } = entry;
  if (password === undefined || underWay !== undefined) return [];
  const stage = findStage({ ...password, now, before: tenant.rotation.remindBeforeDays });
  if (stage === undefined) return [];
  const { userName } = accountIn(request);
  const account = `${tenant.name} ${userName.toLowerCase()} ${password.issuedAt}`;
  const { id, askedBy: owner } = request;
  const { dueAt } = password;
  return [
    {
      key: `rotation ${account} ${stage}`,
      tenant: tenant.name,
      madeAt: now,
      matter: { kind: "rotation", request: id, userName, owner, dueAt, isOverdue: now >= dueAt },
    },
  ];
}

/**
 * The last of the times that have come: one of those before it is due, or the how-manieth week since.
 *
 * @param before days before it is due, falling; none turns all of it off
 * @returns `undefined` where none has come
 */
export function findStage({
  dueAt,
  now,
  before,
}: {
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly before: readonly number[];
}): string | undefined {
  if (before.length === 0) return undefined;
  const lateMs = now - dueAt;
  if (lateMs >= 0) return `overdue ${(lateMs - (lateMs % weekMs)) / weekMs}`;
  const come = before.filter((days) => now >= dueAt - days * dayMs).at(-1);
  return come === undefined ? undefined : `before ${come}`;
}
