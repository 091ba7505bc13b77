import type { Instant } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { lookAtEffects } from "../tenant/effect-times.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * What the passing of time means to a request that has to do with a change window: it opens, by what the
 * configuration says now; or it closes while a person has the activation, once.
 */
export function listWindowTransitions(
  { phase }: Request,
  at: Instant,
  tenant: Tenant,
): readonly Event[] {
  if (phase.kind === "waiting-for-window") {
    const { kind } = lookAtEffects(tenant, at);
    return kind === "open" ? [{ kind: "window-opened" }] : [];
  }
  if (phase.kind !== "waiting-for-person" || phase.windowClosesAt === undefined) return [];
  const isNews = at >= phase.windowClosesAt && phase.isWindowOver === undefined;
  return isNews ? [{ kind: "window-closed" }] : [];
}
