import type { FlowDeps } from "./deps.ts";
import { retryRead } from "./retry.ts";

/**
 * Posts what the channels have yet to hear. A notice is claimed for a moment, looked for in the channel and
 * posted when it is not there, so a crash between any two of these posts nothing twice and loses nothing.
 */
export async function postNotices(deps: FlowDeps): Promise<void> {
  for (;;) {
    const notice = await deps.watch.claim(deps.clock.now());
    if (notice === undefined) return;
    const posted = await retryRead(deps.clock, () => deps.announcer.post(notice));
    if (posted.ok) await deps.watch.settle(notice.key);
    else {
      const { outside, kind: fault } = posted.error;
      deps.log.warn({ tenant: notice.tenant, outside, fault }, "cannot post an alarm");
    }
  }
}
