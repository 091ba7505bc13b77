import { type RequestId } from "../model/ids.ts";
import { type FlowDeps } from "../ports/deps.ts";
import { retryRead } from "../ports/retry.ts";
import { loadRequest } from "./load-request.ts";

/**
 * Makes the channel current. A channel that cannot be reached stops nothing: the sweep tries again. Nobody knows the
 * channel of a tenant that is not configured any more.
 */
export async function showRequest(deps: FlowDeps, id: RequestId): Promise<boolean> {
  const request = await loadRequest(deps, id);
  if (!deps.isConfigured(request.draft.tenant)) return false;
  const story = await deps.store.readStory(id);
  const shown = await retryRead(deps.clock, () => deps.announcer.announce(request, story));
  if (shown.ok) return true;
  const { error } = shown;
  if (error.kind === "rejected" && error.isLogged === true) return false;
  const { outside, kind: fault } = error;
  deps.log.warn({ request: id, outside, fault }, "cannot show the request in its channel");
  return false;
}
