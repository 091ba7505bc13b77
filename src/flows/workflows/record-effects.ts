import { readBefore, readShown } from "../lifecycle/activation-timeline.ts";
import { appendEvents } from "../lifecycle/append-events.ts";
import {
  type ActivationEffects,
  type BeforeActivation,
  compareLive,
  isStrange,
  type LivePermission,
  listOthers,
  mostCompared,
} from "../model/activation-effects.ts";
import { listNamed, toSeen } from "../model/activations.ts";
import type { Instant } from "../model/ids.ts";
import { toNameKey } from "../model/names.ts";
import { seenIn } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import type { Notice } from "../request/notice.ts";
import type { Request } from "../request/request.ts";
import { findWhoActivated } from "./find-who-activated.ts";

/**
 * Characters of a digest that stand for one permission. Among 10,000 old ones, a new one is taken for one of them once in
 * 400,000 times.
 */
const keyLength = 8;

/** What the tenant's other groups may do right before an activation. Changes nothing, and never fails. */
export async function captureBaseline(
  deps: FlowDeps,
  { draft }: Request,
): Promise<BeforeActivation> {
  const { workday } = deps.contextOf(draft.tenant);
  const read = await retryRead(deps.clock, () => workday.readGroupPermissions());
  if (!read.ok) return { kind: "cannot-see", words: read.error.words };
  if (read.value.kind === "cannot-see") return { kind: "cannot-see", words: noReport };
  const others = listOthers(read.value.permissions, ownGroups(draft));
  if (others.length > mostCompared) return { kind: "cannot-see", words: tooMany };
  const lines = others.map((one) => keyOf(deps, one)).join("");
  const timestamps = await readActivations(deps, draft.tenant);
  return { kind: "seen", lines, ...(timestamps && { activatedAt: toSeen(timestamps).at }) };
}

const noReport = "The tenant has no report of what its groups may do.";
const tooMany = `The tenant's groups hold more permissions than the bot compares (${mostCompared}).`;
const nobodyLooked = "Nobody looked right before the activation was handed over.";

/**
 * Tells what an activation made live beside the request's own, once: in the story, and in the channel where
 * the card did not show it. The notice comes first: after a crash the same version makes the same one again.
 */
export async function recordEffects(deps: FlowDeps, request: Request): Promise<void> {
  const live = await compareNow(deps, request);
  const { id, version, draft } = request;
  if (isStrange(live) && !live.isShared) {
    const { strange, gone } = live;
    const notice: Notice = {
      key: `went-live ${id} ${version}`,
      tenant: draft.tenant,
      madeAt: deps.clock.now(),
      matter: { kind: "went-live", request: id, strange, gone },
    };
    await deps.watch.queue([notice]);
  }
  const who = await findWhoActivated(deps, request);
  await appendEvents(deps, request, {
    label: "went live",
    events: () => [{ kind: "went-live", live, ...(who && { who }) }],
  });
}

async function compareNow(deps: FlowDeps, request: Request): Promise<ActivationEffects> {
  const before = await readBefore(deps, request.id);
  if (before === undefined) return { kind: "cannot-see", words: nobodyLooked };
  if (before.kind === "cannot-see") return before;
  const { tenant } = request.draft;
  const { workday } = deps.contextOf(tenant);
  const read = await retryRead(deps.clock, () => workday.readGroupPermissions());
  if (!read.ok) return { kind: "cannot-see", words: read.error.words };
  if (read.value.kind === "cannot-see") return { kind: "cannot-see", words: noReport };
  const shown = await readShown(deps, request.id);
  const compared = compareLive({
    before: new Set(before.lines.match(new RegExp(`.{${keyLength}}`, "g"))),
    after: read.value.permissions,
    card: seenIn(shown),
    own: ownGroups(request.draft),
    keyOf: (one) => keyOf(deps, one),
  });
  return { kind: "seen", ...compared, isShared: await isShared(deps, request, before.activatedAt) };
}

/** Whether there was an activation in between that does not name this request. */
async function isShared(
  deps: FlowDeps,
  { id, draft }: Request,
  since: Instant | undefined,
): Promise<boolean> {
  const timestamps = await readActivations(deps, draft.tenant);
  if (since === undefined || timestamps === undefined) return false;
  return timestamps.some(({ at, comment }) => at > since && !listNamed(comment).includes(id));
}

async function readActivations(
  deps: FlowDeps,
  tenant: Request["draft"]["tenant"],
): Promise<readonly SecurityTimestamp[] | undefined> {
  const { workday } = deps.contextOf(tenant);
  const read = await retryRead(deps.clock, () => workday.readTimestamps());
  return read.ok && read.value.kind === "seen" ? read.value.timestamps : undefined;
}

/** None for a request without a group: then all that goes live is others'. */
function ownGroups(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  return account === undefined ? [] : groupsOf(account);
}

function keyOf({ random }: FlowDeps, { securityGroup, access, domain }: LivePermission): string {
  return random
    .digest(JSON.stringify([securityGroup, access, toNameKey(domain)]))
    .slice(-keyLength);
}
