import type { Result } from "../../result.ts";
import type { DraftOf, RawOf } from "../kinds/kind.ts";
import type { DraftKind } from "../request/draft.ts";
import type { TenantCheck } from "../request/raw-draft.ts";
import type { StepName } from "../tasks/step.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { refuseFields } from "./refuse-fields.ts";

/** An edit of a request of which something is made already. */
export interface MadeEdit<K extends DraftKind = DraftKind> {
  readonly draft: DraftOf<K>;
  readonly raw: RawOf<K>;
  readonly tenant: Tenant;
  /** Steps that may be done by now. */
  readonly done: readonly StepName[];
}

/** @param fields what was typed differently; absent: it can be edited in nothing by then */
export function refuseAsMade(fields: readonly string[] = []): Result<never, TenantCheck> {
  const which = fields.length === 0 ? "" : ` Put this back as it was: ${fields.join(", ")}.`;
  return refuseFields({
    reason: `A part of this request is made in Workday already, and stays as it is. Only permissions, business processes, reason and ticket can be edited by now.${which}`,
  });
}
