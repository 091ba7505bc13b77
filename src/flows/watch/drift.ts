import { ok } from "../../result.ts";
import { toInventory } from "../inventory/inventory.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { TenantName } from "../model/ids.ts";
import { isSameList, listDifferences, type VerificationItem } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { accountIn } from "../request/account-of-request.ts";
import { accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { compareAccount } from "../verification/compare-account.ts";
import { ignoreInFlight } from "../verification/ignore-in-flight.ts";
import { findLostPassword } from "../verification/look-at-password.ts";
import { lookAtGroups, lookAtUser, toExpected } from "../verification/look-at-tenant.ts";
import type { Observed } from "../verification/observed.ts";
import { listAge } from "../verification/password-age.ts";

/** One account of the inventory, as the tenant shows it now. */
interface Looked {
  readonly request: Request;
  readonly isGone: boolean;
  readonly items: readonly VerificationItem[];
}

/**
 * Compares every account of the inventory with the tenant, and tells what has drifted: once for each
 * distinct difference, in the request's thread and in a line in the channel. One replica does it for all.
 */
export async function watchDrift(deps: FlowDeps, everyMs: number): Promise<void> {
  const now = deps.clock.now();
  if (!(await deps.watch.takeTurn({ name: "drift", everyMs, now }))) return;
  const done = await deps.store.listDone();
  for (const { name } of deps.tenants) {
    await watchTenant(
      deps,
      name,
      done.filter(({ draft }) => draft.tenant === name),
    );
  }
}

async function watchTenant(
  deps: FlowDeps,
  tenant: TenantName,
  done: readonly Request[],
): Promise<void> {
  const inventory = toInventory(done);
  if (inventory.length === 0) return keepDrifted(deps, tenant, []);
  const unfinished = await deps.store.listUnfinished();
  const underWay = unfinished.filter(({ draft }) => draft.tenant === tenant);
  const groups = ignoreInFlight(await lookAtGroups(deps, deps.contextOf(tenant), done), underWay);
  const looked: Looked[] = [];
  for (const request of inventory.filter((one) => !isBeingEnded(one, underWay))) {
    const one = await look(deps, request, { ...groups, done });
    if (one === undefined) deps.log.warn({ tenant, request: request.id }, "cannot look for drift");
    else looked.push(one);
  }
  await keepDrifted(deps, tenant, looked);
  const gone = looked.filter(({ isGone }) => isGone);
  if (gone.length > 1 && gone.length > inventory.length / 2) {
    return tellRefreshed(deps, tenant, { gone, of: inventory.length });
  }
  for (const one of looked) await tellDrift(deps, one);
}

/** Whether an open request has begun to end its account: what that takes away is no drift, and is looked at when it ends. */
function isBeingEnded(request: Request, underWay: readonly Request[]): boolean {
  const { userName } = accountIn(request);
  return underWay.some(({ draft, begun }) => {
    const account = accountOf(draft);
    if (account === undefined || begun.length === 0) return false;
    return kindOf(account).ends === "account" && isSameAccount(account.userName, userName);
  });
}

async function keepDrifted(
  { watch, clock }: FlowDeps,
  tenant: TenantName,
  looked: readonly Looked[],
): Promise<void> {
  const count = looked.filter(({ items }) => items.length > 0).length;
  await watch.keepTallies([{ name: "drifted", tenant, count, at: clock.now() }]);
}

/** `undefined` where a read failed: what cannot be read today has not changed back. */
async function look(
  deps: FlowDeps,
  request: Request,
  { done, ...groups }: Omit<Observed, "user"> & { readonly done: readonly Request[] },
): Promise<Looked | undefined> {
  const expected = toExpected(request, done);
  const place = deps.contextOf(request.draft.tenant);
  const user = await lookAtUser(deps, place, expected.systemId);
  const sights = [user, groups.groups, groups.permissions, groups.exemptions, groups.accounts];
  if (sights.some((sight) => sight.kind === "cannot-see" && sight.isFailed)) return undefined;
  const { items } = compareAccount(expected, { user, ...groups });
  const isGone = user.kind === "seen" && user.part === undefined;
  const lost = await findLostPassword({ deps, place, request });
  if (lost === undefined) return undefined;
  const age = await listAge(deps, request);
  return { request, isGone, items: [...listDifferences(items), ...lost, ...age] };
}

/** The notice comes first: after a crash in between, the same version makes the same notice again. */
async function tellDrift(deps: FlowDeps, { request, items }: Looked): Promise<void> {
  if (isSameList(items, request.drift)) return;
  const { id, version, draft } = request;
  const now = deps.clock.now();
  const { userName } = accountIn(request);
  await deps.watch.queue([
    {
      key: `drift ${id} ${version}`,
      tenant: draft.tenant,
      madeAt: now,
      matter: { kind: "drift", request: id, userName, items },
    },
  ]);
  await deps.store.decide({ id, key: `drift ${version}`, now }, (current) =>
    ok(current.version === version ? [{ kind: "drifted", items }] : []),
  );
}

/** Most accounts gone at once: the tenant was filled from another one, and that is one thing to say. */
async function tellRefreshed(
  deps: FlowDeps,
  tenant: TenantName,
  { gone, of }: { readonly gone: readonly Looked[]; readonly of: number },
): Promise<void> {
  const ids = gone.map(({ request }) => request.id).join(" ");
  await deps.watch.queue([
    {
      key: `refreshed ${deps.random.digest(`${tenant} ${ids}`)}`,
      tenant,
      madeAt: deps.clock.now(),
      matter: { kind: "refreshed", missing: gone.length, of },
    },
  ]);
}
