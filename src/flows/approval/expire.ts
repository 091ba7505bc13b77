import { hasChanged, mayBeLive } from "../lifecycle/has-changed.ts";
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
  const expiresAt = deadlineOf(request) ?? deadlineOfOutage(request, tenant);
  if (expiresAt === undefined || at < expiresAt) return undefined;
  if (closing === undefined) return [beginEnd(request, { kind: "expired" }, tenant)];
  return "step" in phase ? [{ kind: "gave-up", step: phase.step }] : undefined;
}

/**
 * When a wait for something that is away is over. A clean-up waits no longer than a person would: a tenant may be gone for
 * good. Nor does what is half made, or a release, because nothing else of its tenant is activated meanwhile; but for Workday
 * itself, without which nobody can do anything. `undefined`: it goes on for as long as it takes.
 */
export function deadlineOfOutage(request: Request, tenant: Tenant): Instant | undefined {
  const { phase, closing, members } = request;
  if (phase.kind !== "waiting-for-outside") return undefined;
  const hasPending = members !== undefined || hasChanged(request);
  const isHolding = !phase.outside.startsWith("Workday") && hasPending && !mayBeLive(request);
  return closing !== undefined || isHolding ? deadline(phase.since, tenant) : undefined;
}

/** When this request runs out, if anybody is being waited for. */
export function deadlineOf({ phase }: Request): Instant | undefined {
  if (phase.kind === "waiting-for-approval") return phase.asked.expiresAt;
  return "expiresAt" in phase ? phase.expiresAt : undefined;
}
