import { toInventory } from "../inventory/inventory.ts";
import { findRequestOfActivation } from "../lifecycle/attribute-activation.ts";
import { listNewer, toKey, toSeen } from "../model/activations.ts";
import type { TenantName } from "../model/ids.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Notice } from "../request/notice.ts";
import { comparePermissions } from "../verification/compare-permissions.ts";
import { judge } from "../verification/expectation.ts";
import { lookAtPermissions, toExpected } from "../verification/look-at-tenant.ts";
import type { Expected, Observed } from "../verification/observed.ts";

/**
 * Raises an alarm for every activation that no request of ours explains. The first look at a tenant only
 * remembers. Safe to repeat, and safe on several replicas at once: a notice has one key and is posted once.
 */
export async function watchActivations(deps: FlowDeps): Promise<void> {
  for (const { name } of deps.tenants) await watchTenant(deps, name);
}

async function watchTenant(deps: FlowDeps, tenant: TenantName): Promise<void> {
  const { workday } = deps.contextOf(tenant);
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
    const request = await findRequestOfActivation(deps.store, tenant, { one, timestamps });
    if (request === undefined) strange.push(one);
  }
  const groups = strange.length === 0 ? [] : await listAffected(deps, tenant);
  const notices = strange.map((one) => toNotice(deps, tenant, { one, groups }));
  await deps.watch.keepSeen(tenant, toSeen(timestamps, seen), notices);
}

/** Groups of the inventory that do not hold exactly what was asked, as far as a report shows. */
async function listAffected(deps: FlowDeps, tenant: TenantName): Promise<readonly string[]> {
  const permissions = await lookAtPermissions(deps, deps.contextOf(tenant));
  if (permissions.kind === "cannot-see") return [];
  const done = await deps.store.listDone();
  const affected = toInventory(done)
    .filter((request) => request.draft.tenant === tenant)
    .map((request) => toExpected(request, done))
    .flatMap((expected) => listDifferent(expected, permissions));
  return [...new Set(affected)];
}

/** An account's own group, its segment-based one, or both. */
function listDifferent(
  { segmented, ...own }: Expected,
  permissions: Observed["permissions"],
): readonly string[] {
  const groups = segmented === undefined ? [own] : [own, { ...segmented, probes: [] }];
  return groups
    .filter((group) => judge(comparePermissions(group, permissions)).outcome !== "verified")
    .map(({ groupName }) => groupName);
}

function toNotice(
  deps: FlowDeps,
  tenant: TenantName,
  { one, groups }: { readonly one: SecurityTimestamp; readonly groups: readonly string[] },
): Notice {
  const { at, by, comment } = one;
  return {
    key: `activation ${deps.random.digest(`${tenant} ${toKey(one)}`)}`,
    tenant,
    madeAt: deps.clock.now(),
    matter: { kind: "activation", at, by, comment, groups },
  };
}
