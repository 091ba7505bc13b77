import { ok } from "../../result.ts";
import { lapseStart } from "../approval/decide-start.ts";
import { expire } from "../approval/expire.ts";
import { remind } from "../approval/remind.ts";
import { listWindowTransitions } from "../approval/window-transitions.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates, withDelegates } from "../authorization/authorize.ts";
import { findLeftovers, reconcile } from "../cleanup/find-leftovers.ts";
import { isWaitShown } from "../lifecycle/card-shown.ts";
import { startWork } from "../lifecycle/start-work.ts";
import type { Instant } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";
import type { Event } from "../request/event.ts";
import type { Outage } from "../request/outage.ts";
import type { Request } from "../request/request.ts";
import { completeStored, offerCommands } from "../steps/detect-stored-values.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { goOnWaiting } from "../workflows/release-members.ts";
import { isResting, moveDeadline, resume } from "./outage-rules.ts";
import { watchOutages } from "./watch-outages.ts";

/**
 * Watches what nobody else does: reminds, ends what ran out of time, and picks up work that a crash left between two
 * statements. Safe to repeat, and safe on several replicas at once.
 */
export async function sweep(deps: FlowDeps): Promise<void> {
  const unfinished = await deps.store.listUnfinished();
  const requests = unfinished.filter(({ draft }) => deps.isConfigured(draft.tenant));
  const outages = await watchOutages(deps, requests);
  for (const request of requests) {
    const own = outages.filter(({ tenant }) => tenant === request.draft.tenant);
    await sweepOne(deps, request, own);
  }
  for (const { name } of deps.tenants) await goOnWaiting(deps, name);
}

async function sweepOne(deps: FlowDeps, found: Request, outages: readonly Outage[]): Promise<void> {
  const request = await completeStored(deps, await offerCommands(deps, found));
  const { tenant } = deps.contextOf(request.draft.tenant);
  const now = deps.clock.now();
  const rules = { tenant, outages };
  if (findDue(request, now, rules).length === 0) return startWork(deps, request);
  const find = (await isWaitShown(deps, request)) ? findDue : findUnseenDue;
  const card = { ...request, ...cardOf(request) };
  const standIns = await readDelegates({ ...deps, now }, card, tenant);
  const decided = await deps.store.decide(
    { id: request.id, key: `sweep ${request.version}`, now },
    (current, at) => ok(find(current, at, rules).map((event) => withDelegates(event, standIns))),
  );
  if (decided.ok) await startWork(deps, decided.value.request);
}

/** Nobody is mentioned where no card waits. */
function cardOf({ phase }: Request): Pick<ApprovalAsked, "others" | "parts"> {
  return phase.kind === "waiting-for-approval" ? phase.asked : { others: [] };
}

interface DueRules {
  readonly tenant: Tenant;
  /** Of that tenant. */
  readonly outages: readonly Outage[];
}

/** A wait that Slack does not show yet neither expires nor is anybody reminded of it. */
function findUnseenDue(
  request: Request,
  at: Instant,
  { tenant, outages }: DueRules,
): readonly Event[] {
  const windows = listWindowTransitions(request, at, rulesFor(request, tenant));
  const lapsed = lapseStart(request, at);
  return [
    ...moveDeadline(request, outages),
    ...windows,
    ...lapsed,
    ...resume(request, at, outages),
  ];
}

/** What has come due by now; once recorded it is not due any more, so replicas do not say it twice. */
function findDue(request: Request, at: Instant, { tenant, outages }: DueRules): readonly Event[] {
  const rules = rulesFor(request, tenant);
  const windows = listWindowTransitions(request, at, rules);
  const moved = moveDeadline(request, outages);
  if (moved.length > 0 || isResting(request, outages)) return [...moved, ...windows];
  return (
    expire(request, at, rules) ?? [
      ...windows,
      ...lapseStart(request, at),
      ...remind(request, at, tenant),
      ...resume(request, at, outages),
    ]
  );
}

/** Looks again for what ended requests left behind, and takes off the list what is verified gone. */
export async function sweepLeftBehind(deps: FlowDeps): Promise<void> {
  for (const request of await deps.store.listLeftBehind()) {
    if (deps.isConfigured(request.draft.tenant)) await recheck(deps, request);
  }
}

async function recheck(deps: FlowDeps, request: Request): Promise<void> {
  const found = await findLeftovers(deps, request);
  if (reconcile(request, found).length === 0) return;
  const now = deps.clock.now();
  await deps.store.decide({ id: request.id, key: `recheck ${request.version}`, now }, (current) =>
    ok(current.version === request.version ? reconcile(current, found) : []),
  );
}
