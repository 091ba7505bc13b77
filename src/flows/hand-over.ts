import { ok } from "../result.ts";
import { type Acted, type Acting, stopped } from "./act.ts";
import { toRunnerDigest } from "./approval.ts";
import type { PendingChanges } from "./pending.ts";
import { retryUnreachable } from "./retry.ts";
import { isOursPending } from "./settle.ts";
import type { Task } from "./task.ts";

/** What the runner was asked for turned out to rest on an outdated approval. */
export type Handed = Acted | { readonly ok: false; readonly error: { readonly kind: "voided" } };

/**
 * Hands one task to the runner and waits for its end. The key is the same for every repeat until the
 * runner has answered no, so a task runs once however often it is asked for.
 */
export async function handToRunner(
  { deps, place, request }: Acting,
  task: Task,
  pending?: PendingChanges,
): Promise<Handed> {
  const { runner, tenant } = place;
  if (runner === undefined) throw new Error(`${tenant.name} has no runner for ${task.name}`);
  const pendingDigest = pending === undefined ? undefined : toRunnerDigest(deps, pending);
  const answer = await retryUnreachable(deps.clock, () =>
    runner.perform({
      key: `${request.id}:${task.name}:${request.failures[task.name] ?? 0}`,
      tenant: tenant.name,
      request: request.id,
      task,
      ...(pendingDigest !== undefined && { pendingDigest }),
    }),
  );
  if (!answer.ok) return answer;
  if (answer.value.kind === "done") return ok({});
  const isVoided = task.name === "activate" && answer.value.reason === "pending-changed";
  return isVoided ? { ok: false, error: { kind: "voided" } } : stopped(answer.value.words);
}

/** Looks whether an activation took: nothing of this request's group may be pending any more. */
export async function verifyActivation({ place, request }: Acting): Promise<Acted> {
  const after = await place.workday.readPendingChanges();
  if (!after.ok) return after;
  return isOursPending(request, after.value)
    ? stopped(
        "The activation was reported as done, and Workday still lists this request's changes as pending. Look at Domain Security Policies with Pending Changes, then press Try again.",
      )
    : ok({});
}
