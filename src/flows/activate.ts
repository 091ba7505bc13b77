import { type Look, lookAtPending } from "./approval.ts";
import type { FlowDeps } from "./deps.ts";
import type { Lapsed } from "./event.ts";
import { type Handed, handActivation, verifyActivation } from "./hand-over.ts";
import type { RequestId } from "./ids.ts";
import { neededFor } from "./quorum.ts";
import { recheckApprovers } from "./recheck-approvers.ts";
import { begin, conclude, fail, failWith, handToPerson, record } from "./record.ts";
import type { Request } from "./request.ts";
import { differ } from "./settle.ts";
import type { Task, TaskHand } from "./task.ts";

/**
 * Who approved is asked for once more, and the set of pending changes is read once more: only what was approved is handed over. A runner that has
 * the task already may have activated, which changes what is pending: it is asked again under its key.
 */
export async function activate(
  deps: FlowDeps,
  request: Request,
  { task, hand }: { readonly task: Task; readonly hand: TaskHand },
): Promise<void> {
  if (hand === "person" || !request.begun.includes("activate")) {
    if (!(await isStillApproved(deps, request))) return;
  }
  if (hand === "person") return handToPerson(deps, request, "activate");
  const acting = await begin(deps, request, "activate");
  if (acting === undefined) return;
  const handed = await handActivation(acting, task, await readShown(deps, request.id));
  if (isVoided(handed)) return lookAgain(deps, acting.request);
  await conclude(acting, "activate", handed.ok ? await verifyActivation(acting) : handed);
}

/** Right before the hand-over. What does not count any more is written down, and then nothing is handed over. */
async function isStillApproved(deps: FlowDeps, request: Request): Promise<boolean> {
  const people = await recheckApprovers(deps, request);
  if (!people.ok) {
    await fail(deps, request, { step: "activate", words: people.error, isAnswered: false });
    return false;
  }
  if (people.value.length > 0) {
    await lapse(deps, request, people.value);
    return false;
  }
  const look = await lookAtPending(deps, request);
  if (!look.ok) {
    await failWith(deps, request, { step: "activate", error: look.error });
    return false;
  }
  if (look.value.digest !== request.approval?.digest) {
    await voidApproval(deps, request, look.value);
    return false;
  }
  const { tenant } = deps.placeOf(request.draft.tenant);
  const needed = neededFor(tenant, request.draft, look.value.pending);
  if (request.approval.given.length >= needed) return true;
  await lapse(deps, request, []);
  return false;
}

async function lapse(deps: FlowDeps, request: Request, people: readonly Lapsed[]): Promise<void> {
  await record(deps, request, {
    label: "lapse",
    events: () => [{ kind: "approval-lapsed", people }],
  });
}

function isVoided(handed: Handed): handed is Extract<Handed, { error: { kind: "voided" } }> {
  return !handed.ok && handed.error.kind === "voided";
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
