import type { Log } from "./flows/ports/log.ts";
import type { TenantContexts } from "./tenant-contexts.ts";

/** Says at every start where the implementation service is switched on, and for what. */
export function warnOfImplementation({ tenants, contextOf }: TenantContexts, log: Log): void {
  for (const { name, hands } of tenants) {
    if (contextOf(name).implementation === undefined) continue;
    const tasks = Object.entries(hands).filter(([, hand]) => hand === "implementation");
    const named = tasks.map(([task]) => task).join(", ");
    log.warn(
      { tenant: name, count: tasks.length },
      `WORKDAY'S IMPLEMENTATION SERVICE IS SWITCHED ON. It is not a public service and can write whole security policies. It is used for: ${named === "" ? "nothing" : named}`,
    );
  }
}
