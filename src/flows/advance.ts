import { ok } from "../result.ts";
import type { Acted, Acting, Stopped } from "./act.ts";
import { type Look, listUnseen, lookAtPending } from "./approval.ts";
import { createIntegrationSystem } from "./create-integration-system.ts";
import { createUser } from "./create-user.ts";
import type { FlowDeps } from "./deps.ts";
import { disableSecret } from "./disable-secret.ts";
import type { Fault } from "./fault.ts";
import { type Handed, handActivation, handToRunner, verifyActivation } from "./hand-over.ts";
import { parseRequestId, type RequestId } from "./ids.ts";
import { inspect, reconcile } from "./inspect.ts";
import { issueCredential } from "./issue-credential.ts";
import { type Move, nextMove } from "./next-move.ts";
import type { OwnStep, StepName } from "./plan.ts";
import type { Durable } from "./ports.ts";
import type { Event, Request } from "./request.ts";
import { retryRead } from "./retry.ts";
import { scrambleUser } from "./scramble-user.ts";
import { deadline, differ } from "./settle.ts";
import type { Task, TaskHand } from "./task.ts";

/** One stretch of work: from the version at which a request began to work to its next wait. */
export interface Work {
  readonly id: RequestId;
  readonly since: number;
}

/** Starts the work on a request, or does nothing when it is under way: the version names the workflow. */
export async function startWork(deps: FlowDeps, request: Request): Promise<void> {
  if (request.phase.kind !== "working") return;
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
 * showing it. Each move is an *ensure*, because after a crash it runs again.
 */
export async function advance(deps: FlowDeps, durable: Durable, work: Work): Promise<void> {
  const { id } = work;
  let isShown = await durable.step("0: show", () => show(deps, id));
  if (!isShown) await durable.step("0: hold", () => holdUnseen(deps, id));
  for (let turn = 1; ; turn += 1) {
    const isOver = await durable.step(`${turn}: move`, () => makeMove(deps, work));
    if (isOver) break;
    isShown = await durable.step(`${turn}: show`, () => show(deps, id));
  }
  if (!isShown) await durable.step("say that nobody saw it", () => tellUnseen(deps, id));
}

/** Makes the channel current. A channel that cannot be reached stops nothing: the sweep tries again. */
export async function show(deps: FlowDeps, id: RequestId): Promise<boolean> {
  const request = await load(deps, id);
  const story = await deps.store.readStory(id);
  const shown = await retryRead(deps.clock, () => deps.announcer.announce(request, story));
  if (shown.ok) return true;
  deps.log.warn(
    { request: id, outside: shown.error.outside, fault: shown.error.kind },
    "cannot show the request in its channel",
  );
  return false;
}

/** Nothing is begun that nobody can watch: a request whose channel is gone waits at its first step. */
async function holdUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const request = await load(deps, id);
  const [first] = request.plan;
  if (request.phase.kind !== "working" || request.closing !== undefined) return;
  if (request.begun.length > 0 || first === undefined) return;
  const words =
    "The tenant's channel cannot be reached, so nothing was begun. Ask the bot's operator to invite it or to name another channel, then press Try again.";
  await fail(deps, request, { step: first.name, words, isAnswered: false });
}

async function tellUnseen(deps: FlowDeps, id: RequestId): Promise<void> {
  const { askedBy } = await load(deps, id);
  const words = `I cannot post in the channel of ${id}. Nothing is lost: \`/workday-isu status ${id}\` shows where it stands, with its buttons.`;
  await deps.announcer.tell(askedBy, words);
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
    case "finish":
      await record(deps, request, { label: "finish", events: () => [{ kind: "done" }] });
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
  "scramble-user": scrambleUser,
  "disable-secret": disableSecret,
};

async function act(deps: FlowDeps, request: Request, step: OwnStep): Promise<void> {
  const acting = await begin(deps, request, step);
  if (acting !== undefined) await conclude(acting, step, await ownSteps[step](acting));
}

async function handOver(
  deps: FlowDeps,
  request: Request,
  { task, hand }: Extract<Move, { kind: "hand-over" }>,
): Promise<void> {
  if (task.name === "activate") return activate(deps, request, { task, hand });
  if (hand === "person") return handToPerson(deps, request, task.name);
  const acting = await begin(deps, request, task.name);
  if (acting !== undefined) await conclude(acting, task.name, await handToRunner(acting, task));
}

/**
 * The set of pending changes is read once more: only what was approved is handed over. A runner that has
 * the task already may have activated, which changes what is pending: it is asked again under its key.
 */
async function activate(
  deps: FlowDeps,
  request: Request,
  { task, hand }: { readonly task: Task; readonly hand: TaskHand },
): Promise<void> {
  if (hand === "person" || !request.begun.includes("activate")) {
    const look = await lookAtPending(deps, request);
    if (!look.ok) return failWith(deps, request, { step: "activate", error: look.error });
    if (look.value.digest !== request.approval?.digest) {
      return voidApproval(deps, request, look.value);
    }
  }
  if (hand === "person") return handToPerson(deps, request, "activate");
  const acting = await begin(deps, request, "activate");
  if (acting === undefined) return;
  const handed = await handActivation(acting, task, await readShown(deps, request.id));
  if (isVoided(handed)) return lookAgain(deps, acting.request);
  await conclude(acting, "activate", handed.ok ? await verifyActivation(acting) : handed);
}

function isVoided(handed: Handed): handed is Extract<Handed, { error: { kind: "voided" } }> {
  return !handed.ok && handed.error.kind === "voided";
}

async function handToPerson(deps: FlowDeps, request: Request, step: StepName): Promise<void> {
  const { tenant } = deps.placeOf(request.draft.tenant);
  const expiresAt = deadline(deps.clock.now(), tenant);
  await record(deps, request, {
    label: `hand ${step}`,
    events: () => [{ kind: "handed-over", step, expiresAt }],
  });
}

async function askApproval(deps: FlowDeps, request: Request): Promise<void> {
  const look = await lookAtPending(deps, request);
  if (!look.ok) return failWith(deps, request, { step: "approve", error: look.error });
  const { tenant } = deps.placeOf(request.draft.tenant);
  const askedAt = deps.clock.now();
  const asked = { ...look.value, askedAt, expiresAt: deadline(askedAt, tenant) };
  const unseen = listUnseen(request, look.value.pending);
  await record(deps, request, {
    label: "ask approval",
    events: () => [{ kind: "approval-asked", asked, unseen }],
  });
}

/** The runner found other changes pending than the approved ones, and did nothing. */
async function lookAgain(deps: FlowDeps, request: Request): Promise<void> {
  const look = await lookAtPending(deps, request);
  if (!look.ok) return failWith(deps, request, { step: "activate", error: look.error });
  return voidApproval(deps, request, look.value);
}

async function voidApproval(deps: FlowDeps, request: Request, { pending }: Look): Promise<void> {
  const difference = differ(await readShown(deps, request.id), pending);
  await record(deps, request, {
    label: "void",
    events: () => [{ kind: "approval-voided", difference }],
  });
}

/** What was pending when the approval was last asked for; an approval that nobody was shown saw nothing. */
async function readShown(deps: FlowDeps, id: RequestId): Promise<Look["pending"]> {
  let shown: Look["pending"] = { kind: "cannot-see" };
  for (const { event } of await deps.store.readStory(id)) {
    if (event.kind === "approval-asked") shown = event.asked.pending;
  }
  return shown;
}

async function endWith(deps: FlowDeps, request: Request): Promise<void> {
  const found = await inspect(deps, request);
  await record(deps, request, {
    label: "end",
    events: (now) => [...reconcile(now, found), { kind: "ended" }],
  });
}

/** Writes the intent down before the act. `undefined` when somebody withdrew the request meanwhile. */
async function begin(
  deps: FlowDeps,
  request: Request,
  step: StepName,
): Promise<Acting | undefined> {
  const begun = await record(deps, request, {
    label: `begin ${step}`,
    events: () => [{ kind: "step-begun", step }],
  });
  if (isOvertaken(request, begun)) return undefined;
  const place = deps.placeOf(request.draft.tenant);
  return { deps, place, request: begun, wasBegun: request.begun.includes(step) };
}

/** Somebody closed the request while a move was being made: its clean-up goes first. */
function isOvertaken(before: Request, now: Request): boolean {
  return before.closing === undefined && now.closing !== undefined;
}

/** Writes down how a step ended. In a clean-up a step that fails is given up, so that the rest is done. */
async function conclude(acting: Acting, step: StepName, acted: Acted): Promise<void> {
  const { deps, request } = acting;
  if (acted.ok) {
    await record(deps, request, {
      label: `finish ${step}`,
      events: () => [{ kind: "step-finished", step, facts: acted.value }],
    });
    return;
  }
  await failWith(deps, request, { step, error: acted.error });
}

async function failWith(
  deps: FlowDeps,
  request: Request,
  { step, error }: { readonly step: StepName; readonly error: Fault | Stopped },
): Promise<void> {
  deps.log.warn({ request: request.id, step, fault: error.kind }, "a step failed");
  const isAnswered =
    error.kind === "stopped" || (error.kind === "rejected" && error.outside === "runner");
  await fail(deps, request, { step, words: error.words, isAnswered });
}

async function fail(
  deps: FlowDeps,
  request: Request,
  failed: { readonly step: StepName; readonly words: string; readonly isAnswered: boolean },
): Promise<void> {
  const { tenant } = deps.placeOf(request.draft.tenant);
  const expiresAt = deadline(deps.clock.now(), tenant);
  await record(deps, request, {
    label: `fail ${failed.step}`,
    events: (now) => toFailure(now, { ...failed, expiresAt }),
  });
}

function toFailure(
  now: Request,
  failed: Omit<Extract<Event, { kind: "step-failed" }>, "kind">,
): readonly Event[] {
  if (now.closing === undefined) return [{ kind: "step-failed", ...failed }];
  const isOfCleanUp = now.plan.some(({ name }) => name === failed.step);
  return isOfCleanUp ? [{ kind: "gave-up", step: failed.step, words: failed.words }] : [];
}

/**
 * Writes down what happened, once: the key is made of the request's version before the move, so a move that
 * runs again after a crash writes nothing new.
 */
async function record(
  deps: FlowDeps,
  request: Request,
  {
    label,
    events,
  }: { readonly label: string; readonly events: (now: Request) => readonly Event[] },
): Promise<Request> {
  const decided = await deps.store.decide(
    { id: request.id, key: `${request.version}: ${label}`, now: deps.clock.now() },
    (now) => ok(isOvertaken(request, now) ? events(now).filter(isFinding) : events(now)),
  );
  if (!decided.ok) throw new Error(`${request.id} is gone from the store`);
  return decided.value.request;
}

/** What a closed request still has to know: what a step in flight made, or gave up. */
function isFinding({ kind }: Event): boolean {
  return kind === "step-finished" || kind === "gave-up";
}

async function load(deps: FlowDeps, id: RequestId): Promise<Request> {
  const request = await deps.store.find(id);
  if (request === undefined) throw new Error(`${id} is not in the store`);
  return request;
}
