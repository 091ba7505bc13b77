import { ok } from "../../result.ts";
import { refuse, type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import { isAway } from "../model/fault.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";
import { accountIn } from "../request/account-of-request.ts";
import { toSystemId } from "../request/workday-ids.ts";

/**
 * Ensures the request's own integration system. Its id names the request, so one that is there already is
 * this request's. Safe to repeat.
 */
export async function createIntegrationSystem({
  deps,
  place,
  request,
}: StepContext): Promise<StepResult> {
  const { workday, tenant } = place;
  const { system } = accountIn(request);
  const id = toSystemId(request.id);
  const there = await retryRead(deps.clock, () => workday.findIntegrationSystem(id));
  if (!there.ok) return there;
  if (there.value !== undefined) return ok({ systemId: id, systemWid: there.value.wid });
  const template = tenant.integrationTemplate;
  const made = await retryUnreachable(deps.clock, () =>
    workday.putIntegrationSystem({
      id,
      name: system.name,
      ...(template !== undefined && { template }),
    }),
  );
  if (made.ok) return ok({ systemId: id, systemWid: made.value.wid });
  if (made.error.kind !== "unknown") return made;
  const after = await retryRead(deps.clock, () => workday.findIntegrationSystem(id));
  if (!after.ok) return after;
  if (after.value !== undefined) return ok({ systemId: id, systemWid: after.value.wid });
  return isAway(made.error)
    ? made
    : refuse("Workday gave no readable answer and shows no new integration system. Try again.");
}
