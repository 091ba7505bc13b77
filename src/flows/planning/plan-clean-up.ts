import { kindOf } from "../kinds/kinds.ts";
import type { Draft } from "../request/draft.ts";
import type { Step, StepName } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";

/**
 * Undoes what the given steps did or may have done, last first, as far as Workday lets anybody: an
 * account and an integration system have no public service that deletes them.
 */
export function planCleanUp(
  { draft, begun }: { readonly draft: Draft; readonly begun: ReadonlySet<StepName> },
  tenant: Tenant,
): readonly Step[] {
  const undo = kindOf(draft).undo?.(draft, tenant) ?? [];
  return undo.filter(([done]) => begun.has(done)).map(([, step]) => step);
}
