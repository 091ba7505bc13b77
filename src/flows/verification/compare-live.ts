import { findActivated, readBefore, readShown } from "../lifecycle/activation-timeline.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import {
  type Acting,
  type ActivationEffects,
  compareActing,
  compareLive,
  type LivePermission,
  listActing,
  uniteLiveLists,
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
  const ofProcesses = "Whether no other group may act in more business processes by it";
  const activated = await findActivated(deps, request);
  const told = await readTold(deps, activated);
  const live = await findLive(deps, activated, told);
  return {
    expected: [
      expectThat("went-live", what, noReport),
      expectThat("went-live-processes", ofProcesses, noProcesses),
    ],
    findings: [
      found("went-live", describeLive(what, live)),
      ...(seesProcesses(live) ? [found("went-live-processes", [])] : []),
    ],
  };
}

/** What was told counts; what was not seen then is compared now, unless somebody else has activated since. */
async function findLive(
  deps: FlowDeps,
  activated: Request,
  told: ActivationEffects | undefined,
): Promise<ActivationEffects> {
  if (told?.kind !== "seen") return compareNow(deps, activated);
  if (told.seesProcesses === true) return told;
  const before = await readBefore(deps, activated.id);
  const since = before?.kind === "seen" ? before.activatedAt : undefined;
  return (await isShared(deps, activated, since)) ? told : addProcesses(deps, activated, told);
}

const noProcesses =
  "Nothing showed the business processes of its groups right before and after. Look at View Business Process Security Policy.";

/** What of them is strange is told with the rest. Where somebody else activated as well, nobody can tell. */
function seesProcesses(live: ActivationEffects): boolean {
  return live.kind === "seen" && live.seesProcesses === true;
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
  const compared = compareLive({
    before: toKeys(before.lines),
    after: read.value.permissions,
    card: seenIn(await readShown(deps, request.id)),
    own: ownGroups(request.draft),
    keyOf: (one) => keyOf(deps, one),
  });
  const shared = await isShared(deps, request, before.activatedAt);
  return addProcesses(deps, request, { kind: "seen", ...compared, isShared: shared });
}

/** Adds the business processes of other groups, where something showed them before, and does now. */
async function addProcesses(
  deps: FlowDeps,
  { id, draft }: Request,
  live: Extract<ActivationEffects, { kind: "seen" }>,
): Promise<ActivationEffects> {
  const before = await readBefore(deps, id);
  const acting = before?.kind === "seen" ? before.acting : undefined;
  const after = acting === undefined ? undefined : await readActing(deps, draft);
  if (acting === undefined || after === undefined) return live;
  const processes = compareActing({
    before: toKeys(acting),
    after,
    card: seenIn(await readShown(deps, id)),
    keyOf: (one) => toActingKey(deps, one),
  });
  return {
    ...live,
    strange: uniteLiveLists(live.strange, processes.strange),
    gone: live.gone + processes.gone,
    seesProcesses: true,
  };
}

function toKeys(lines: string): ReadonlySet<string> {
  return new Set(lines.match(new RegExp(`.{${keyLength}}`, "g")));
}

/** In which business processes other groups may act; `undefined` where nothing shows it. Never fails. */
export async function readActing(
  deps: FlowDeps,
  draft: Draft,
): Promise<readonly Acting[] | undefined> {
  const { workday } = deps.contextOf(draft.tenant);
  const read = await retryRead(deps.clock, () => workday.readSecurityGroups());
  return read.ok && read.value ? listActing(read.value, ownGroups(draft)) : undefined;
}

export function toActingKey({ random }: FlowDeps, { securityGroup, policy }: Acting): string {
  return random
    .digest(JSON.stringify(["process", toNameKey(securityGroup), toNameKey(policy)]))
    .slice(-keyLength);
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
