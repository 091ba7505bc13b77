import { planCleanUp } from "../planning/plan-clean-up.ts";
import type { Closing, Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Begins the end of a request: its plan from here on is its clean-up. */
export function beginEnd(
  request: Request,
  closing: Closing,
  tenant: Tenant,
): Extract<Event, { kind: "closing" }> {
  const begun = new Set(request.begun);
  const { draft, earlier } = request;
  return { kind: "closing", closing, plan: planCleanUp({ draft, earlier, begun }, tenant) };
}

/** Whether its end has begun, or is reached. */
export function isOver({ closing, phase }: Request): boolean {
  return closing !== undefined || phase.kind === "done" || phase.kind === "ended";
}
