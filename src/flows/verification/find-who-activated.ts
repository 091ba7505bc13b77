import { listNamed } from "../model/activations.ts";
import type { WhoActivated } from "../model/activity.ts";
import { type Instant, later } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { movesTimestamp } from "../step-kinds/facts.ts";

/** The tenant's clock and the bot's are not the same. */
export const marginMs = 60_000;

/**
 * Who ran the activation since it was handed over, by the tenant's activity log, and whom the report of activations names
 * for the request's comment. Nobody's word is asked. It never fails, and verifies nothing.
 *
 * @returns `undefined` where the bot has no client to ask the log with
 */
export async function findWhoActivated(
  deps: FlowDeps,
  { id, draft }: Pick<Request, "id" | "draft">,
): Promise<WhoActivated | undefined> {
  const { workday } = deps.contextOf(draft.tenant);
  const { readActivationRuns } = workday;
  if (readActivationRuns === undefined) return undefined;
  const story = await deps.store.readStory(id);
  const handedAt = story.findLast(({ event }) => isHandOver(event))?.at;
  if (handedAt === undefined) return undefined;
  const from = later(handedAt, -marginMs);
  const to = later(deps.clock.now(), marginMs);
  const read = await retryRead(deps.clock, () => readActivationRuns({ from, to }));
  if (!read.ok) return { kind: "cannot-see", words: read.error.words };
  const reported = await findReported(deps, { id, draft }, from);
  return { kind: "seen", runs: read.value, ...(reported !== undefined && { reported }) };
}

function isHandOver(event: Event): boolean {
  return (
    (event.kind === "step-begun" || event.kind === "handed-over") && movesTimestamp(event.step)
  );
}

async function findReported(
  { contextOf, clock }: FlowDeps,
  { id, draft }: Pick<Request, "id" | "draft">,
  since: Instant,
): Promise<string | undefined> {
  const { workday } = contextOf(draft.tenant);
  const read = await retryRead(clock, () => workday.readTimestamps());
  if (!read.ok || read.value.kind === "cannot-see") return undefined;
  const own = read.value.timestamps.findLast(
    ({ at, by, comment }) => at >= since && by !== "" && listNamed(comment).includes(id),
  );
  return own?.by;
}
