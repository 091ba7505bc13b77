import type { BeforeActivation } from "../model/activation-effects.ts";
import type { RequestId } from "../model/ids.ts";
import type { PendingChanges } from "../model/pending.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Event } from "../request/event.ts";

/**
 * What was pending when the approval was last asked for, or followed from that of the plan; an approval that nobody was
 * shown saw nothing.
 */
export async function readShown(
  deps: Pick<FlowDeps, "store">,
  id: RequestId,
): Promise<PendingChanges> {
  let shown: PendingChanges = { kind: "cannot-see" };
  for (const { event } of await deps.store.readStory(id)) {
    if (event.kind === "approval-asked") shown = event.asked.pending;
    if (event.kind === "approval-followed") shown = event.pending;
  }
  return shown;
}

/** What the tenant's groups could do right before the activation was last handed over, if anybody looked. */
export async function readBefore(
  deps: FlowDeps,
  id: RequestId,
): Promise<BeforeActivation | undefined> {
  const story = await deps.store.readStory(id);
  return story.map(({ event }) => beforeOf(event)).findLast((before) => before !== undefined);
}

function beforeOf(event: Event): BeforeActivation | undefined {
  return "before" in event ? event.before : undefined;
}
