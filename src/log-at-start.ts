import type { Log } from "./flows/ports/log.ts";
import { lookAtEyes } from "./look-at-eyes.ts";
import type { TenantContexts } from "./tenant-contexts.ts";
import { warnOfImplementation } from "./warn-of-implementation.ts";

/** Logs what an operator should know of the tenants; what has to be asked of Workday follows when it answers. */
export function logAtStart(places: TenantContexts, log: Log): void {
  warnOfImplementation(places, log);
  void lookAtEyes(places, log);
}
