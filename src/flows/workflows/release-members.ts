import { ok } from "../../result.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Instant, RequestId, TenantName } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Recording } from "../ports/store.ts";
import { listToGoOn } from "../release/decide-turn.ts";
import { settleMember } from "../release/settle-member.ts";
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
  let releases: readonly Request[] = [];
  const recorded = await deps.store.decideTogether({ tenant, now }, (all) => {
    releases = all.filter(({ members }) => members !== undefined);
    const settled = settleMembers([...all, ...gone], all, { tenant: rules, now });
    return ok(settled.length > 0 ? settled : listDueOf(all, { tenant: rules, now }));
  });
  if (!recorded.ok) return;
  // Whoever opened a release may have died before its work was started.
  for (const one of [...recorded.value, ...releases]) await startWork(deps, one);
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

function listDueOf(all: readonly Request[], { tenant, now }: Deciding): readonly Recording[] {
  // Where the configuration does not say so any more, nobody waits for anybody.
  const due =
    tenant.releases === "together"
      ? listToGoOn({ all, now })
      : all.filter(
          ({ phase }) => phase.kind === "waiting-for-release" && releaseOf(phase) === undefined,
        );
  return due.map(({ id, version }) => ({
    id,
    key: `${version}: go on`,
    events: [{ kind: "resumed" }],
  }));
}
