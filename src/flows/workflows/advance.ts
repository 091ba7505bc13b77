import type { Acted, Acting } from "../lifecycle/step-context.ts";
import { activate } from "./activate.ts";
import { approvalAt, listUnseen, lookAtPending } from "../approval/approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { disableClientSecrets, disableOldClientSecrets } from "../steps/client-secrets.ts";
import { createIntegrationSystem } from "../steps/create-integration-system.ts";
import { createUser } from "../steps/create-user.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { disableOldVersions, disableSecret } from "../steps/disable-secret.ts";
import { enableTokenSignOn } from "../steps/enable-token-sign-on.ts";
import { handToRunner } from "../steps/hand-over.ts";
import { handToImplementation } from "../steps/implementation-service/hand-to-implementation.ts";
import { parseRequestId, type RequestId } from "../model/ids.ts";
import { inspect, reconcile } from "../cleanup/find-leftovers.ts";
import { issueCredential } from "../steps/issue-credential.ts";
import { lookAtLive } from "./check-activation-effects.ts";
import { makeSegments } from "../steps/make-segments.ts";
import { mayAct } from "./step-preconditions.ts";
import { type Move, nextMove } from "./next-move.ts";
import type { Durable } from "../ports/ports.ts";
import { neededFor } from "../authorization/quorum.ts";
import { begin, conclude, fail, failWith, load, record } from "../lifecycle/append-events.ts";
import type { Request } from "../request/request.ts";
import { retryRead } from "../ports/retry.ts";
import { rollBack } from "./hand-over-rollback.ts";
import { scrambleUser } from "../steps/randomize-password.ts";
import { deadline } from "../approval/decide.ts";
import { readStandIns, withStandIns } from "../authorization/authorize.ts";
import type { OwnStep } from "../tasks/step.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { handForValues } from "../steps/detect-stored-values.ts";
import { tellAfter, tellBefore } from "../steps/notify-affected.ts";
import { verify } from "../verification/verify.ts";

/** One stretch of work: from the version at which a request began to work to its next wait. */
export interface Work {
  readonly id: RequestId;
  readonly since: number;
}

/**
 * Starts the work on a request, or does nothing when it is under way: the version names the workflow. A request whose
 * tenant is not configured rests, and the sweep starts its work when the tenant is back.
 */
export async function startWork(deps: FlowDeps, request: Request): Promise<void> {
  if (request.phase.kind !== "working" || !deps.hasPlace(request.draft.tenant)) return;
  const work = `${request.id}:${request.phase.since}`;
  await deps.engine.start("advance", work, work);
}

/** Reads what `startWork` wrote. */
export function parseWork(text: string): Work {
  const [raw = "", since = ""] = text.split(":");
  const id = parseRequestId(raw);
  if (!id.ok || !/^\d+$/.test(since)) throw new Error("A workflow was started for no request");
  return { id: id.value, since: Number(since) };
}

/**
 * Carries a request forward until it is somebody else's turn. Every turn is two checkpoints: one move, and
 * showing it. Each move is an *ensure*, because after a crash it runs again. Work that a crash left, and whose tenant
 * is not configured any more, breaks: what broke runs again from its beginning once the sweep asks for it.
 */
export async function advance(deps: FlowDeps, durable: Durable, work: Work): Promise<void> {
  const { id } = work;
  let isShown = await durable.step("0: show", () => showFirst(deps, id));
  if (!isShown) await durable.step("0: hold", () => holdUnseen(deps, id));
  for (let turn = 1; ; turn += 1) {
    const isOver = await durable.step(`${turn}: move`, () => makeMove(deps, work));
    if (isOver) break;
    isShown = await durable.step(`${turn}: show`, () => show(deps, id));
  }
  if (!isShown) await durable.step("say that nobody saw it", () => tellUnseen(deps, id));
}

/** Breaks where it would otherwise be kept that nobody could see a request whose tenant is only away. */
async function showFirst(deps: FlowDeps, id: RequestId): Promise<boolean> {
  const { tenant } = (await load(deps, id)).draft;
  if (!deps.hasPlace(tenant)) throw new Error(`${id} rests: its tenant is not configured any more`);
  return show(deps, id);
}

/**
 * Makes the channel current. A channel that cannot be reached stops nothing: the sweep tries again. Nobody knows the
 * channel of a tenant that is not configured any more.
 */
export async function show(deps: FlowDeps, id: RequestId): Promise<boolean> {
  const request = await load(deps, id);
  if (!deps.hasPlace(request.draft.tenant)) return false;
  const story = await deps.store.readStory(id);
  const shown = await retryRead(deps.clock, () => deps.announcer.announce(request, story));
  if (shown.ok) return true;
  const { error } = shown;
  if (error.kind === "rejected" && error.isLogged === true) return false;
  const { outside, kind: fault } = error;
  deps.log.warn({ request: id, outside, fault }, "cannot show the request in its channel");
  return false;
}

/** Nothing is begun that nobody can watch: a request whose channel is gone waits at its first step. */
async function holdUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await load(deps, id);
  const first = request.plan.find(({ name }) => !request.finished.includes(name));
  if (request.phase.kind !== "working" || request.closing !== undefined) return;
  if (request.begun.length > 0 || first === undefined) return;
  const words =
    "Nothing can be posted in the tenant's channel, so nothing was begun. Ask the bot's operator to look at the channel or to name another one, then press Try again.";
  await fail(deps, request, { step: first.name, words, isAnswered: false });
}

/** With the reason, as it is by now: the requester may be the one to mend it. */
async function tellUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await load(deps, id);
  const shown = await deps.announcer.announce(request, await deps.store.readStory(id));
  if (shown.ok) return;
  const { askedBy } = request;
  const words = `I cannot post in the channel of ${id}. ${shown.error.words} Nothing is lost: \`/workday-isu status ${id}\` shows where it stands, with its buttons.`;
  const told = await deps.announcer.tell(askedBy, words);
  if (!told.ok) deps.log.warn({ request: id, fault: told.error.kind }, "nobody could be told");
}

/** @returns true when there is nothing more to do for now. */
async function makeMove(deps: FlowDeps, { id, since }: Work): Promise<boolean> {
  const request = await load(deps, id);
  // Somebody decided while this workflow still showed its wait: the next one is at it already.
  if (request.phase.kind === "working" && request.phase.since !== since) return true;
  const move = nextMove(request);
  switch (move.kind) {
    case "stop":
      return true;
    case "act":
      await act(deps, request, move.step);
      return false;
    case "hand-over":
      await handOver(deps, request, move);
      return false;
    case "ask-approval":
      await askApproval(deps, request);
      return false;
    case "look-at-live":
      await lookAtLive(deps, request);
      return false;
    case "finish":
      await finish(deps, request);
      return false;
    case "inspect":
      await endWith(deps, request);
      return false;
  }
}

const ownSteps: Record<OwnStep, (acting: Acting) => Promise<Acted>> = {
  "create-integration-system": createIntegrationSystem,
  "create-user": createUser,
  "issue-credential": issueCredential,
  verify,
  "scramble-user": scrambleUser,
  "disable-secret": disableSecret,
  "tell-before": tellBefore,
  "tell-after": tellAfter,
  "disable-old-versions": disableOldVersions,
  "enable-token-sign-on": enableTokenSignOn,
  "disable-old-client-secrets": disableOldClientSecrets,
  "disable-client-secrets": disableClientSecrets,
  "make-segments": makeSegments,
};

async function act(deps: FlowDeps, request: Request, step: OwnStep): Promise<void> {
  if (!(await mayAct(deps, request, step))) return;
  const acting = await begin(deps, request, step);
  if (acting !== undefined) await conclude(acting, step, await ownSteps[step](acting));
}

async function handOver(
  deps: FlowDeps,
  request: Request,
  { task, hand }: Extract<Move, { kind: "hand-over" }>,
): Promise<void> {
  if (task.name === "activate-previous-timestamp") return rollBack(deps, request, { task, hand });
  if (!(await mayAct(deps, request, task.name))) return;
  const isService = hand === "implementation";
  if (task.name === "activate" && !isService) return activate(deps, request, { task, hand });
  if (hand === "person") return handForValues(deps, request, task.name);
  const acting = await begin(deps, request, task.name);
  if (acting === undefined) return;
  const handTo = isService ? handToImplementation : handToRunner;
  await conclude(acting, task.name, await handTo(acting, task));
}

async function askApproval(deps: FlowDeps, request: Request): Promise<void> {
  const look = await lookAtPending(deps, request);
  if (!look.ok) return failWith(deps, request, { step: approvalAt(request), error: look.error });
  if (look.value.isOutdated === true) {
    return fail(deps, request, { step: approvalAt(request), words: outdated, isAnswered: false });
  }
  const tenant = rulesFor(request, deps.placeOf(request.draft.tenant).tenant);
  const askedAt = deps.clock.now();
  const standIns = await readStandIns({ ...deps, now: askedAt }, request, tenant);
  const needed = neededFor(tenant, request.draft, look.value.pending);
  const step = approvalAt(request);
  const opensAt = findOpening(request, step, { tenant, at: askedAt });
  const asked = {
    step,
    ...look.value,
    needed,
    askedAt,
    expiresAt: deadline(askedAt, tenant),
    ...(opensAt !== undefined && { opensAt }),
  };
  const unseen = listUnseen(request, look.value.pending);
  await record(deps, request, {
    label: "ask approval",
    events: () => [withStandIns({ kind: "approval-asked", asked, unseen }, standIns)],
  });
}

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";

/** The end carries what the verification came to: nothing is simply done. */
async function finish(deps: FlowDeps, request: Request): Promise<void> {
  const { verification } = request.facts;
  await record(deps, request, {
    label: "finish",
    events: () => [{ kind: "done", ...(verification && { verification }) }],
  });
}

async function endWith(deps: FlowDeps, request: Request): Promise<void> {
  const found = await inspect(deps, request);
  await record(deps, request, {
    label: "end",
    events: (now) => [...reconcile(now, found), { kind: "ended" }],
  });
}
