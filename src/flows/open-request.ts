import { mayCommand, readIdentity } from "./access.ts";
import { checkTenant } from "./check-tenant.ts";
import type { Click } from "./click.ts";
import type { FlowDeps } from "./deps.ts";
import type { Draft } from "./draft.ts";
import { parseTenantName } from "./ids.ts";
import { parseDraft } from "./parse-draft.ts";
import { planCreate } from "./plan.ts";
import type { KeptDraft, Reply } from "./ports.ts";
import type { Tenant } from "./tenant.ts";

/**
 * Opens the request of a kept draft, when its owner confirms the plan: the same checks as for the plan,
 * once more, then the reservation. Safe to repeat: a request that is open is returned as it is.
 */
export async function openRequest(deps: FlowDeps, click: Click): Promise<Reply> {
  const open = await deps.store.find(click.request);
  if (open !== undefined && open.askedBy === click.by) return { kind: "accepted", request: open };
  const kept = await deps.store.findDraft(click.request);
  if (kept === undefined || kept.by !== click.by) {
    return { kind: "refused", refusal: "no-such-request" };
  }
  const name = parseTenantName(kept.raw.tenant);
  if (!name.ok) throw new Error("A kept draft names no tenant");
  const place = deps.placeOf(name.value);
  const identity = await readIdentity(deps.directory, click.by, place.tenant);
  if (!identity.ok) return { kind: "refused", refusal: identity.error };
  const allowed = mayCommand("open", identity.value, { by: click.by });
  if (!allowed.ok) return { kind: "refused", refusal: allowed.error };
  return openChecked(deps, click, { kept, tenant: place.tenant });
}

async function openChecked(
  deps: FlowDeps,
  click: Click,
  { kept, tenant }: { readonly kept: KeptDraft; readonly tenant: Tenant },
): Promise<Reply> {
  const draft = parseDraft(kept.raw, tenant);
  if (!draft.ok) {
    return { kind: "not-opened", check: { kind: "problems", problems: draft.error } };
  }
  const { workday } = deps.placeOf(tenant.name);
  const free = await checkTenant({ workday, store: deps.store }, draft.value, tenant);
  if (!free.ok) return { kind: "not-opened", check: free.error };
  return reserve(deps, click, { draft: draft.value, tenant });
}

async function reserve(
  deps: FlowDeps,
  { by, request: id }: Click,
  { draft, tenant }: { readonly draft: Draft; readonly tenant: Tenant },
): Promise<Reply> {
  const plan = planCreate(draft, tenant, id);
  const opened = await deps.store.open({ kind: "opened", id, by, draft, plan }, deps.clock.now());
  if (opened.ok) return { kind: "accepted", request: opened.value };
  const userName = `The request ${opened.error.by} holds this account or this integration system. Wait for it, or choose others.`;
  return { kind: "not-opened", check: { kind: "problems", problems: { userName } } };
}
