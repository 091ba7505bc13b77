import { parseRequestId, type RequestId } from "../model/ids.ts";
import { type FlowDeps } from "../ports/deps.ts";
import { type Request } from "../request/request.ts";

/**
 * Starts the work on a request, or does nothing when it is under way: the version names the workflow. A request whose
 * tenant is not configured rests, and the sweep starts its work when the tenant is back.
 */
export async function startWork(deps: FlowDeps, request: Request): Promise<void> {
  if (request.phase.kind !== "working" || !deps.isConfigured(request.draft.tenant)) return;
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

/** One stretch of work: from the version at which a request began to work to its next wait. */
export interface Work {
  readonly id: RequestId;
  readonly since: number;
}
