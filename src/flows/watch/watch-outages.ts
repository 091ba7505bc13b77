import type { Result } from "../../result.ts";
import { waitMs } from "../lifecycle/delay.ts";
import { type Fault, isAway, type Outside } from "../model/fault.ts";
import { dayMs, later, type TenantName } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Outage } from "../request/outage.ts";
import type { OutsideWait } from "../request/phase.ts";
import type { Request } from "../request/request.ts";
import { isResting, readsTenant, toOutageNotice } from "./outage-rules.ts";

/** Where nobody waits for a tenant's reports but approvers, they are looked at so often. */
const lookEveryMs = 300_000;

/**
 * Finds out what is away and what is back, and queues what the channels hear of it. Requests that wait for something
 * tell by their own tries; where only people wait, the bot looks itself. Safe to repeat, and on several replicas at once.
 *
 * @param requests everything unfinished of tenants that are configured
 * @returns what is known afterwards
 */
export async function watchOutages(
  deps: FlowDeps,
  requests: readonly Request[],
): Promise<readonly Outage[]> {
  await noteWaits(deps, requests);
  const known = await deps.watch.listOutages();
  for (const { name } of deps.tenants) {
    const own = {
      requests: requests.filter(({ draft }) => draft.tenant === name),
      outages: known.filter(({ tenant }) => tenant === name),
    };
    await lookForReturn(deps, name, own);
    await lookForOutage(deps, name, own);
  }
  const outages = await deps.watch.listOutages();
  await queueNotices(deps, requests, outages);
  return outages;
}

interface OfTenant {
  readonly requests: readonly Request[];
  readonly outages: readonly Outage[];
}

async function noteWaits(deps: FlowDeps, requests: readonly Request[]): Promise<void> {
  const known = await deps.watch.listOutages();
  for (const { phase, draft } of requests) {
    if (phase.kind !== "waiting-for-outside" || isNoOutage(phase)) continue;
    const { outside, since, triedAt } = phase;
    const { tenant } = draft;
    const last = known.find((one) => one.tenant === tenant && one.outside === outside);
    const overAt = last?.overAt;
    // Tried in vain after that one was over: this is another.
    const isNew = last === undefined || (overAt !== undefined && overAt < triedAt);
    const from = overAt !== undefined && overAt > since ? triedAt : since;
    if (isNew) await deps.watch.beginOutage({ tenant, outside, since: from });
  }
}

/** Slack cannot be told of its own; and what is only silent about something that was sent is there. */
function isNoOutage({ outside, sentAt }: OutsideWait): boolean {
  return outside === "Slack" || sentAt !== undefined;
}

/** Looks whether something is back that no request tries for any more, at the intervals of a request. */
async function lookForReturn(
  deps: FlowDeps,
  tenant: TenantName,
  { requests, outages }: OfTenant,
): Promise<void> {
  const now = deps.clock.now();
  for (const { outside, since, overAt } of outages) {
    const isTried = requests.some(
      ({ delay, phase }) =>
        delay?.outside === outside && !(phase.kind === "waiting-for-outside" && isNoOutage(phase)),
    );
    if (overAt !== undefined || isTried) continue;
    const everyMs = now - since < lookEveryMs ? waitMs(1) : lookEveryMs;
    const name = `outage ${tenant} ${outside}`;
    if (!(await deps.watch.takeTurn({ name, everyMs, now }))) continue;
    const read = await look(deps, tenant, outside);
    if (read === undefined) await deps.watch.dropOutage({ tenant, outside });
    else if (read.ok || !isAway(read.error))
      await deps.watch.endOutage({ tenant, outside, at: deps.clock.now() });
  }
}

/** A harmless read; `undefined` where there is none, as of a runner. */
async function look(
  { contextOf, vault, nameSecret }: FlowDeps,
  name: TenantName,
  outside: Outside,
): Promise<Result<unknown, Fault> | undefined> {
  const { workday, tenant } = contextOf(name);
  switch (outside) {
    case "Workday":
      return workday.findIntegrationSystem("the-bot-looks-whether-workday-answers");
    case "Workday reports":
      return workday.readPendingChanges();
    case "Key Vault":
      return vault.listVersions(nameSecret(tenant, "the-bot-looks-whether-the-vault-answers"));
    case "runner":
    case "Slack":
      return undefined;
  }
}

/** An approval counts only while the tenant's reports answer, so they are looked at while one is waited for. */
async function lookForOutage(
  deps: FlowDeps,
  tenant: TenantName,
  { requests, outages }: OfTenant,
): Promise<void> {
  const isKnown = outages.some(({ overAt, outside }) => overAt === undefined && isWorkday(outside));
  const now = deps.clock.now();
  if (isKnown || !requests.some(readsTenant)) return;
  const turn = { name: `outage ${tenant}`, everyMs: lookEveryMs, now };
  if (!(await deps.watch.takeTurn(turn))) return;
  const { workday } = deps.contextOf(tenant);
  const read = await retryRead(deps.clock, () => workday.readPendingChanges());
  if (read.ok || !isAway(read.error)) return;
  await deps.watch.beginOutage({ tenant, outside: "Workday reports", since: now });
}

function isWorkday(outside: Outside): boolean {
  return outside === "Workday" || outside === "Workday reports";
}

async function queueNotices(
  { watch, clock, isConfigured }: FlowDeps,
  requests: readonly Request[],
  outages: readonly Outage[],
): Promise<void> {
  const recent = outages.filter(
    ({ tenant, overAt }) =>
      isConfigured(tenant) && (overAt === undefined || clock.now() < later(overAt, dayMs)),
  );
  await watch.queue(recent.map((outage) => toOutageNotice(outage, countWaiting(requests, outage))));
}

/** Those that wait for it themselves, and those whose people cannot act meanwhile. */
function countWaiting(requests: readonly Request[], outage: Outage): number {
  const { tenant, outside } = outage;
  return requests.filter(
    (request) =>
      request.draft.tenant === tenant &&
      (request.delay?.outside === outside || isResting(request, [outage])),
  ).length;
}
