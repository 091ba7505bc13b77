import type { Instant } from "../model/ids.ts";
import type { Event } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { deadline } from "../tenant/deadline.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { beginEnd } from "./begin-end.ts";

/**
 * Ends what nobody decided or did in time. `undefined` when its time has not come.
 * A clean-up that nobody carries out is left behind, and says so.
 */
export function expire(
  request: Request,
  at: Instant,
  tenant: Tenant,
): readonly Event[] | undefined {
  const { phase, closing } = request;
  const expiresAt = deadlineOf(request) ?? deadlineOfCleanUp(request, tenant);
  if (expiresAt === undefined || at < expiresAt) return undefined;
  if (closing === undefined) return [beginEnd(request, { kind: "expired" }, tenant)];
  return "step" in phase ? [{ kind: "gave-up", step: phase.step }] : undefined;
}

/** A clean-up waits no longer for what is away than for a person: a tenant may be gone for good. */
function deadlineOfCleanUp({ phase, closing }: Request, tenant: Tenant): Instant | undefined {
  const isWaiting = closing !== undefined && phase.kind === "waiting-for-outside";
  return isWaiting ? deadline(phase.since, tenant) : undefined;
}

/** When this request runs out, if anybody is being waited for. */
export function deadlineOf({ phase }: Request): Instant | undefined {
  if (phase.kind === "waiting-for-approval") return phase.asked.expiresAt;
  return "expiresAt" in phase ? phase.expiresAt : undefined;
}
