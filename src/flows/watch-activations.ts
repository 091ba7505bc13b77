import { listNamed, listNewer, rankOf, toKey, toSeen } from "./activations.ts";
import type { FlowDeps } from "./deps.ts";
import { comparePermissions } from "./expectations.ts";
import type { RequestId, TenantName } from "./ids.ts";
import type { Notice } from "./notice.ts";
import { retryRead } from "./retry.ts";
import type { SecurityTimestamp } from "./tenant-shown.ts";
import { lookAtGroups, toExpected } from "./verify.ts";

/**
 * Raises an alarm for every activation that no request of ours explains. The first look at a tenant only
 * remembers. Safe to repeat, and safe on several replicas at once: a notice has one key and is posted once.
 */
export async function watchActivations(deps: FlowDeps): Promise<void> {
  for (const { name } of deps.tenants) await watchTenant(deps, name);
}

async function watchTenant(deps: FlowDeps, tenant: TenantName): Promise<void> {
  const { workday } = deps.placeOf(tenant);
  // Before the report: what another replica remembers meanwhile must not hide what this one reads.
  const seen = await deps.watch.findSeen(tenant);
  const read = await retryRead(deps.clock, () => workday.readTimestamps());
  if (!read.ok) {
    const { outside, kind: fault } = read.error;
    deps.log.warn({ tenant, outside, fault }, "cannot see who activated");
    return;
  }
  if (read.value.kind === "cannot-see") return;
  const { timestamps } = read.value;
  const newer = seen === undefined ? [] : listNewer(timestamps, seen);
  const strange: SecurityTimestamp[] = [];
  for (const one of newer) {
    if (!(await isExplained(deps, tenant, { one, timestamps }))) strange.push(one);
  }
  const groups = strange.length === 0 ? [] : await listAffected(deps, tenant);
  const notices = strange.map((one) => toNotice(deps, tenant, { one, groups }));
  await deps.watch.keepSeen(tenant, toSeen(timestamps, seen), notices);
}

/**
 * Whether a request of this tenant was handed over for this activation. A comment can be copied, so each
 * hand-over explains one activation and no more.
 */
async function isExplained(
  deps: FlowDeps,
  tenant: TenantName,
  {
    one,
    timestamps,
  }: { readonly one: SecurityTimestamp; readonly timestamps: readonly SecurityTimestamp[] },
): Promise<boolean> {
  for (const id of listNamed(one.comment)) {
    const orders = await countOrders(deps, tenant, id);
    if (rankOf(timestamps, one, id) <= orders) return true;
  }
  return false;
}

async function countOrders(deps: FlowDeps, tenant: TenantName, id: RequestId): Promise<number> {
  const request = await deps.store.find(id);
  if (request?.draft.tenant !== tenant) return 0;
  const story = await deps.store.readStory(id);
  return story.filter(
    ({ event }) =>
      (event.kind === "step-begun" || event.kind === "handed-over") && event.step === "activate",
  ).length;
}

/** Groups of the inventory that do not hold exactly what was asked, as far as a report shows. */
async function listAffected(deps: FlowDeps, tenant: TenantName): Promise<readonly string[]> {
  const { permissions } = await lookAtGroups(deps, deps.placeOf(tenant));
  if (permissions.kind === "cannot-see") return [];
  const done = await deps.store.listDone();
  return done
    .filter((request) => request.draft.tenant === tenant)
    .filter((request) => comparePermissions(toExpected(request), permissions).length > 0)
    .map(({ draft }) => draft.groupName);
}

function toNotice(
  deps: FlowDeps,
  tenant: TenantName,
  { one, groups }: { readonly one: SecurityTimestamp; readonly groups: readonly string[] },
): Notice {
  const { at, by, comment } = one;
  return {
    key: `activation ${deps.dice.digest(`${tenant} ${toKey(one)}`)}`,
    tenant,
    madeAt: deps.clock.now(),
    matter: { kind: "activation", at, by, comment, groups },
  };
}
