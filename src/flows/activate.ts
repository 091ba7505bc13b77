import { type Look, lookAtPending } from "./approval.ts";
import type { FlowDeps } from "./deps.ts";
import { type Handed, handActivation, verifyActivation } from "./hand-over.ts";
import type { RequestId } from "./ids.ts";
import { begin, conclude, failWith, handToPerson, record } from "./record.ts";
import type { Request } from "./request.ts";
import { differ } from "./settle.ts";
import type { Task, TaskHand } from "./task.ts";

/**
 * The set of pending changes is read once more: only what was approved is handed over. A runner that has
 * the task already may have activated, which changes what is pending: it is asked again under its key.
 */
export async function activate(
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
