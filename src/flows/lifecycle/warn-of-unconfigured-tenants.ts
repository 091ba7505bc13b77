import type { TenantName } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";

/** Says at the start of which tenants requests rest, because the configuration does not name them any more. */
export async function warnOfUnconfiguredTenants({
  store,
  isConfigured,
  log,
}: Pick<FlowDeps, "store" | "isConfigured" | "log">): Promise<void> {
  const resting = new Map<TenantName, number>();
  for (const { draft } of await store.listUnfinished()) {
    if (isConfigured(draft.tenant)) continue;
    resting.set(draft.tenant, (resting.get(draft.tenant) ?? 0) + 1);
  }
  for (const [tenant, count] of resting) {
    log.warn(
      { tenant, count },
      "open requests rest: their tenant is not in the configuration any more; put it back, and they go on",
    );
  }
}
