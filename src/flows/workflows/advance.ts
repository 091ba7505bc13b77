import { approvalAt, listUnseen, lookAtPending } from "../approval/approval.ts";
import { findOpening } from "../approval/recheck-approval.ts";
import { rulesFor } from "../authorization/approvers.ts";
import { readDelegates, withDelegates } from "../authorization/authorize.ts";
import { neededFor } from "../authorization/quorum.ts";
import { findLeftovers, reconcile } from "../cleanup/find-leftovers.ts";
import {
  appendEvents,
  beginStep,
  endStep,
  failStep,
  failStepWith,
} from "../lifecycle/append-events.ts";
import { loadRequest } from "../lifecycle/load-request.ts";
import { showRequest } from "../lifecycle/show-request.ts";
import { type Work } from "../lifecycle/start-work.ts";
import type { StepContext, StepResult } from "../lifecycle/step-context.ts";
import { type RequestId } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Durable } from "../ports/ports.ts";
import type { Request } from "../request/request.ts";
import { disableClientSecrets, disableOldClientSecrets } from "../steps/client-secrets.ts";
import { createIntegrationSystem } from "../steps/create-integration-system.ts";
import { createUser } from "../steps/create-user.ts";
import { handForValues } from "../steps/detect-stored-values.ts";
import { disableOldVersions, disableSecret } from "../steps/disable-secret.ts";
import { enableTokenSignOn } from "../steps/enable-token-sign-on.ts";
import { handToRunner } from "../steps/hand-over.ts";
import { handToImplementation } from "../steps/implementation-service/hand-to-implementation.ts";
import { issueCredential } from "../steps/issue-credential.ts";
import { makeSegments } from "../steps/make-segments.ts";
import { notifyAfter, notifyBefore } from "../steps/notify-affected.ts";
import { scrambleUser } from "../steps/randomize-password.ts";
import type { OwnStep } from "../tasks/step.ts";
import { deadline } from "../tenant/deadline.ts";
import { verify } from "../verification/verify.ts";
import { activate } from "./activate.ts";
import { checkEffects } from "./check-activation-effects.ts";
import { handOverRollback } from "./hand-over-rollback.ts";
import { type Move, nextMove } from "./next-move.ts";
import { mayAct } from "./step-preconditions.ts";

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
    isShown = await durable.step(`${turn}: show`, () => showRequest(deps, id));
  }
  if (!isShown) await durable.step("say that nobody saw it", () => tellUnseen(deps, id));
}

/** Breaks where it would otherwise be kept that nobody could see a request whose tenant is only away. */
async function showFirst(deps: FlowDeps, id: RequestId): Promise<boolean> {
  const { tenant } = (await loadRequest(deps, id)).draft;
  if (!deps.isConfigured(tenant))
    throw new Error(`${id} rests: its tenant is not configured any more`);
  return showRequest(deps, id);
}

/** Nothing is begun that nobody can watch: a request whose channel is gone waits at its first step. */
async function holdUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await loadRequest(deps, id);
  const first = request.plan.find(({ name }) => !request.finished.includes(name));
  if (request.phase.kind !== "working" || request.closing !== undefined) return;
  if (request.begun.length > 0 || first === undefined) return;
  const words =
    "Nothing can be posted in the tenant's channel, so nothing was begun. Ask the bot's operator to look at the channel or to name another one, then press Try again.";
  await failStep(deps, request, { step: first.name, words, isAnswered: false });
}

/** With the reason, as it is by now: the requester may be the one to mend it. */
async function tellUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await loadRequest(deps, id);
  const shown = await deps.announcer.announce(request, await deps.store.readStory(id));
  if (shown.ok) return;
  const { askedBy } = request;
  const words = `I cannot post in the channel of ${id}. ${shown.error.words} Nothing is lost: \`/workday-isu status ${id}\` shows where it stands, with its buttons.`;
  const told = await deps.announcer.tell(askedBy, words);
  if (!told.ok) deps.log.warn({ request: id, fault: told.error.kind }, "nobody could be told");
}

/** @returns true when there is nothing more to do for now. */
async function makeMove(deps: FlowDeps, { id, since }: Work): Promise<boolean> {
  const request = await loadRequest(deps, id);
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
      await checkEffects(deps, request);
      return false;
    case "finish":
      await finish(deps, request);
      return false;
    case "inspect":
      await endWith(deps, request);
      return false;
  }
}

const ownSteps: Record<OwnStep, (acting: StepContext) => Promise<StepResult>> = {
  "create-integration-system": createIntegrationSystem,
  "create-user": createUser,
  "issue-credential": issueCredential,
  verify,
  "scramble-user": scrambleUser,
  "disable-secret": disableSecret,
  "tell-before": notifyBefore,
  "tell-after": notifyAfter,
  "disable-old-versions": disableOldVersions,
  "enable-token-sign-on": enableTokenSignOn,
  "disable-old-client-secrets": disableOldClientSecrets,
  "disable-client-secrets": disableClientSecrets,
  "make-segments": makeSegments,
};

async function act(deps: FlowDeps, request: Request, step: OwnStep): Promise<void> {
  if (!(await mayAct(deps, request, step))) return;
  const acting = await beginStep(deps, request, step);
  if (acting !== undefined) await endStep(acting, step, await ownSteps[step](acting));
}

async function handOver(
  deps: FlowDeps,
  request: Request,
  { task, hand }: Extract<Move, { kind: "hand-over" }>,
): Promise<void> {
  if (task.name === "activate-previous-timestamp")
    return handOverRollback(deps, request, { task, hand });
  if (!(await mayAct(deps, request, task.name))) return;
  const isService = hand === "implementation";
  if (task.name === "activate" && !isService) return activate(deps, request, { task, hand });
  if (hand === "person") return handForValues(deps, request, task.name);
  const acting = await beginStep(deps, request, task.name);
  if (acting === undefined) return;
  const handTo = isService ? handToImplementation : handToRunner;
  await endStep(acting, task.name, await handTo(acting, task));
}

async function askApproval(deps: FlowDeps, request: Request): Promise<void> {
  const look = await lookAtPending(deps, request);
  if (!look.ok)
    return failStepWith(deps, request, { step: approvalAt(request), error: look.error });
  if (look.value.isOutdated === true) {
    return failStep(deps, request, {
      step: approvalAt(request),
      words: outdated,
      isAnswered: false,
    });
  }
  const tenant = rulesFor(request, deps.contextOf(request.draft.tenant).tenant);
  const askedAt = deps.clock.now();
  const standIns = await readDelegates({ ...deps, now: askedAt }, request, tenant);
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
  await appendEvents(deps, request, {
    label: "ask approval",
    events: () => [withDelegates({ kind: "approval-asked", asked, unseen }, standIns)],
  });
}

const outdated =
  "The newest activation in the tenant is not the one that this request was planned with: somebody activated or rolled back since. Nothing was rolled back. Withdraw this request, and ask again with the list as it is now.";

/** The end carries what the verification came to: nothing is simply done. */
async function finish(deps: FlowDeps, request: Request): Promise<void> {
  const { verification } = request.facts;
  await appendEvents(deps, request, {
    label: "finish",
    events: () => [{ kind: "done", ...(verification && { verification }) }],
  });
}

async function endWith(deps: FlowDeps, request: Request): Promise<void> {
  const found = await findLeftovers(deps, request);
  await appendEvents(deps, request, {
    label: "end",
    events: (now) => [...reconcile(now, found), { kind: "ended" }],
  });
}
