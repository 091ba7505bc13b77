import { listPerhapsDone } from "../planning/one-go.ts";
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
  const { draft, earlier, begun } = request;
  const perhaps = request.closing === undefined ? listPerhapsDone(request) : begun;
  const more = perhaps.filter((step) => !begun.includes(step));
  const plan = planCleanUp({ draft, earlier, begun: new Set(perhaps) }, tenant);
  return { kind: "closing", closing, plan, ...(more.length > 0 && { perhaps: more }) };
}

/** Whether its end has begun, or is reached. */
export function isOver({ closing, phase }: Request): boolean {
  return closing !== undefined || phase.kind === "done" || phase.kind === "ended";
}
