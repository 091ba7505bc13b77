import { readOthers } from "../inventory/read-others.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Instant, RequestId, TenantName } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Recording } from "../ports/store.ts";
import { type LookedFor, listToGoOn, listWaitingByHand } from "../release/decide-turn.ts";
import { settleMember } from "../release/settle-member.ts";
import { listSeenPending } from "../request/other-request.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * Lets the requests of a tenant go on that waited for others: those whose release is over, and those whose turn it is by
 * now. Safe to repeat, and safe on several replicas at once.
 */
export async function goOnWaiting(deps: FlowDeps, tenant: TenantName): Promise<void> {
  if (!(await deps.store.isReleaseAwaited(tenant))) return;
  const rules = deps.contextOf(tenant).tenant;
  const now = deps.clock.now();
  const gone = await readEnded(deps, tenant);
  const looked = await lookForWaiting(deps, tenant);
  let releases: readonly Request[] = [];
  const recorded = await deps.store.decideTogether({ tenant, now }, (all) => {
    releases = all.filter(({ members }) => members !== undefined);
    const settled = settleMembers([...all, ...gone], all, { tenant: rules, now });
    return settled.length > 0 ? settled : listDueOf(all, { tenant: rules, now }, looked);
  });
  // Whoever opened a release may have died before its work was started.
  for (const one of [...recorded, ...releases]) await startWork(deps, one);
}

/** Of which requests something is pending still, for those that wait for what a person may have half made. */
async function lookForWaiting(deps: FlowDeps, tenant: TenantName): Promise<LookedFor> {
  const all = (await deps.store.listUnfinished()).filter(({ draft }) => draft.tenant === tenant);
  const looked = new Map<RequestId, readonly RequestId[]>();
  const waiting = listWaitingByHand(all);
  if (waiting.length === 0) return looked;
  const { workday } = deps.contextOf(tenant);
  const pending = await retryRead(deps.clock, () => workday.readPendingChanges());
  if (!pending.ok) return looked;
  for (const one of waiting) {
    const others = await readOthers(deps, one, pending.value);
    looked.set(one.id, listSeenPending(others));
  }
  return looked;
}

/** Releases that are over while a request waits for them still: a process died in between. */
async function readEnded({ store }: FlowDeps, tenant: TenantName): Promise<readonly Request[]> {
  const waiting = (await store.listUnfinished()).filter(({ draft }) => draft.tenant === tenant);
  const releases = new Set(waiting.flatMap(({ phase }) => releaseOf(phase) ?? []));
  const ended = [...releases].filter((id) => waiting.every((one) => one.id !== id));
  const found = await Promise.all(ended.map((id) => store.find(id)));
  return found.filter((release) => release !== undefined);
}

function releaseOf(phase: Request["phase"]): RequestId | undefined {
  return phase.kind === "waiting-for-release" ? phase.release : undefined;
}

interface Deciding {
  readonly tenant: Tenant;
  readonly now: Instant;
}

function settleMembers(
  releases: readonly Request[],
  all: readonly Request[],
  deciding: Deciding,
): readonly Recording[] {
  return all.flatMap((one) => {
    const id = releaseOf(one.phase);
    if (id === undefined || one.closing !== undefined) return [];
    const release = releases.find((other) => other.id === id);
    const event = settleMember(one, release, deciding);
    return event === undefined
      ? []
      : [{ id: one.id, key: `${one.version}: settle`, events: [event] }];
  });
}

function listDueOf(
  all: readonly Request[],
  { tenant, now }: Deciding,
  looked: LookedFor,
): readonly Recording[] {
  const due = listToGoOn({ all, now, isEach: tenant.releases !== "together" }, looked);
  return due.map(({ id, version }) => ({
    id,
    key: `${version}: go on`,
    events: [{ kind: "resumed" }],
  }));
}
