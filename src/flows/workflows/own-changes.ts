import { isSameName } from "../model/names.ts";
import { type PendingChange, type PendingChanges, seenIn } from "../model/pending.ts";
import type { GroupPermission } from "../model/tenant-reports.ts";
import { describeExpected } from "../planning/describe-expected.ts";
import {
  type ExpectedChange,
  isNamedAnew,
  lacksItsOwn,
  listExpected,
  missingFrom,
} from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";

/**
 * Why an approval is not asked for: of the request's own changes none is pending. Where an activation whose approver was
 * shown them has made them live, the approval is for what follows; where they are live without one, the channel hears
 * of it. Told once a request, however often it is tried.
 */
export async function withholdEmptyCard(
  deps: FlowDeps,
  request: Request,
  pending: PendingChanges,
): Promise<string | undefined> {
  const { draft } = request;
  if (!lacksItsOwn(request, pending)) return undefined;
  const expected = listExpected(draft).filter((one) => !isNamedAnew(one, draft));
  if (missingFrom(await listApproved(deps, request), expected).length === 0) return undefined;
  if (!(await isInForce(deps, request, expected))) return nothingPending;
  await raiseAlarm(deps, request, expected);
  return liveAlready;
}

/** What approvers of the tenant were shown of activations that were carried out; and of this request, in any case. */
async function listApproved(deps: FlowDeps, request: Request): Promise<readonly PendingChange[]> {
  const { tenant } = request.draft;
  const all = [...(await deps.store.listDone()), ...(await deps.store.listUnfinished())];
  const released = all.filter(
    ({ draft, finished, id }) =>
      id !== request.id && draft.tenant === tenant && finished.some(activatesPolicies),
  );
  const others = released
    .map(({ approval }) => approval)
    .filter((approval) => approval !== undefined)
    .flatMap(({ pending }) => seenIn(pending));
  return [...others, ...(await listOwnApproved(deps, request))];
}

async function listOwnApproved(deps: FlowDeps, { id }: Request): Promise<readonly PendingChange[]> {
  const story = (await deps.store.readStory(id)).map(({ event }) => event);
  const digests = new Set(
    story.flatMap((event) => (event.kind === "approved" ? event.digest : [])),
  );
  return story.flatMap((event) => {
    if (event.kind === "approval-followed") return seenIn(event.pending);
    return event.kind === "approval-asked" && digests.has(event.asked.digest)
      ? seenIn(event.asked.pending)
      : [];
  });
}

/** Whether every permission is as the request expects it. Of business processes no report tells, nor where there is none. */
async function isInForce(
  deps: FlowDeps,
  { draft }: Request,
  expected: readonly ExpectedChange[],
): Promise<boolean> {
  const domains = expected.filter(({ kind }) => kind === "domain");
  if (domains.length === 0) return false;
  const { workday } = deps.contextOf(draft.tenant);
  const held = await retryRead(deps.clock, () => workday.readGroupPermissions());
  if (!held.ok || held.value.kind === "cannot-see") return false;
  const lines = held.value.permissions.filter(({ status }) => status === "active");
  return domains.every((one) => isThere(one, lines) === (one.change === "Added"));
}

function isThere(one: ExpectedChange, lines: readonly GroupPermission[]): boolean {
  return (
    one.kind === "domain" &&
    lines.some(
      ({ access, securityGroup, domain }) =>
        access === one.access &&
        isSameName(securityGroup, one.securityGroup) &&
        isSameName(domain, one.domain),
    )
  );
}

const mostLines = 50;

async function raiseAlarm(
  deps: FlowDeps,
  { id, draft }: Request,
  live: readonly ExpectedChange[],
): Promise<void> {
  const lines = live.slice(0, mostLines).map((one) => describeExpected(one, draft));
  await deps.watch.queue([
    {
      key: `live-unapproved ${id}`,
      tenant: draft.tenant,
      madeAt: deps.clock.now(),
      matter: { kind: "live-unapproved", request: id, live: { count: live.length, lines } },
    },
  ]);
}

const nothingPending =
  "Nobody is asked to approve: of the changes that this request expects none is pending in the tenant, so an activation would make live only what others left. Look whether its permissions were made, for the right group. Make them, then press Try again; or withdraw the request.";

const liveAlready =
  "Nobody is asked to approve: the changes of this request are live already, and no approver was shown them before. Somebody activated outside of the bot; the channel was told. An approver should look at it. To take them back, withdraw the request: its clean-up revokes them.";
