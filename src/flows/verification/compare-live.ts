import { findActivated, readBefore, readShown } from "../lifecycle/activation-timeline.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import {
  type ActivationEffects,
  compareLive,
  type LivePermission,
} from "../model/activation-effects.ts";
import { listNamed } from "../model/activations.ts";
import type { Instant } from "../model/ids.ts";
import { toNameKey } from "../model/names.ts";
import { seenIn } from "../model/pending.ts";
import { groupsOf } from "../model/segments.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { activatesPolicies } from "../step-kinds/facts.ts";
import { type Comparison, expectThat, found } from "./expectation.ts";

/**
 * Whether an activation made live what its card had shown, and nothing of anybody's besides: what was compared
 * right afterwards counts, unless nobody could see then. Changes nothing.
 */
export async function compareLiveEffects({ deps, request }: StepContext): Promise<Comparison> {
  if (!request.plan.some(({ name }) => activatesPolicies(name))) {
    return { expected: [], findings: [] };
  }
  const what = "Whether nothing else went live with it";
  const activated = await findActivated(deps, request);
  const told = await readTold(deps, activated);
  const live = told?.kind === "seen" ? told : await compareNow(deps, activated);
  return {
    expected: [expectThat("went-live", what, noReport)],
    findings: [found("went-live", describeLive(what, live))],
  };
}

/** What was seen right after the activation. */
async function readTold(deps: FlowDeps, { id }: Request): Promise<ActivationEffects | undefined> {
  const story = await deps.store.readStory(id);
  return story.flatMap(({ event }) => (event.kind === "went-live" ? [event.live] : [])).at(-1);
}

function describeLive(what: string, live: ActivationEffects): readonly VerificationItem[] {
  if (live.kind === "cannot-see") return [unseen(what, live.words)];
  const { strange, gone } = live;
  if (strange.count + gone === 0) return [];
  if (live.isShared) return [unseen(what, "Somebody else activated meanwhile.")];
  const more = strange.count - strange.lines.length;
  return [
    ...strange.lines.map((line) =>
      toItem("too-much", `${line} went live, and nobody was shown it.`),
    ),
    ...(more > 0 ? [toItem("too-much", `${more} more went live, and nobody was shown them.`)] : []),
    ...(gone > 0
      ? [toItem("missing", `Other groups lost ${gone} permissions that the card did not name.`)]
      : []),
  ];
}

/**
 * Characters of a digest that stand for one permission. Among 10,000 old ones, a new one is taken for one of them once in
 * 400,000 times.
 */
const keyLength = 8;

export const noReport = "The tenant has no report of what its groups may do.";
const nobodyLooked = "Nobody looked right before the activation was handed over.";

/** What other groups may do now that they could not right before the activation. Changes nothing, and never fails. */
export async function compareNow(deps: FlowDeps, request: Request): Promise<ActivationEffects> {
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

export async function readActivations(
  deps: FlowDeps,
  tenant: Request["draft"]["tenant"],
): Promise<readonly SecurityTimestamp[] | undefined> {
  const { workday } = deps.contextOf(tenant);
  const read = await retryRead(deps.clock, () => workday.readTimestamps());
  return read.ok && read.value.kind === "seen" ? read.value.timestamps : undefined;
}

/** None for a request without a group: then all that goes live is others'. */
export function ownGroups(draft: Draft): readonly string[] {
  const account = accountOf(draft);
  return account === undefined ? [] : groupsOf(account);
}

export function keyOf(
  { random }: FlowDeps,
  { securityGroup, access, domain }: LivePermission,
): string {
  return random
    .digest(JSON.stringify([securityGroup, access, toNameKey(domain)]))
    .slice(-keyLength);
}
