import type { Result } from "../../result.ts";
import type { DraftOf, RawOf } from "../kinds/kind.ts";
import type { DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type { Draft, DraftKind } from "../request/draft.ts";
import type { Raw, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { prepareActivate } from "./prepare-activate.ts";
import { prepareActivateGroup } from "./prepare-activate-group.ts";
import { prepareClient, prepareClientChange } from "./prepare-client.ts";
import { prepareCreate } from "./prepare-create.ts";
import { preparePermissions } from "./prepare-permissions.ts";
import { prepareRetire } from "./prepare-retire.ts";
import { prepareRollback } from "./prepare-rollback.ts";
import { prepareRotate } from "./prepare-rotate.ts";
import { prepareEndSegments, prepareSegment } from "./prepare-segments.ts";
import { prepareSettings } from "./prepare-settings.ts";
import { refuseFields } from "./refuse-fields.ts";

/** Reads what was typed for one kind of request, and looks at the tenant. */
type Prepare<K extends DraftKind> = (
  ground: DraftSourcesWithVault,
  raw: RawOf<K>,
  tenant: Tenant,
) => Promise<Result<DraftOf<K>, TenantCheck>>;

/** It stands apart from the table of kinds, since it looks at the tenant and at what was asked before. */
const preparations: { readonly [K in DraftKind]: Prepare<K> } = {
  create: prepareCreate,
  rotate: prepareRotate,
  retire: prepareRetire,
  activate: prepareActivate,
  "activate-group": prepareActivateGroup,
  rollback: prepareRollback,
  permissions: preparePermissions,
  settings: prepareSettings,
  "api-client": prepareClient,
  "replace-token": prepareClientChange,
  "disable-client": prepareClientChange,
  segment: prepareSegment,
  "end-segments": prepareEndSegments,
};

/**
 * Reads what was typed and looks at the tenant: what exactly would be asked for, or why it cannot be.
 * Changes nothing. It is done for the plan, and once more when the plan is confirmed.
 */
export async function prepare(
  ground: DraftSourcesWithVault,
  raw: Raw,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  const prepared = await preparationOf(raw)(ground, raw, tenant);
  if (tenant.needsTicket !== true || raw.ticket.trim() !== "") return prepared;
  if (prepared.ok) return refuseFields(ticketNeeded);
  const { error } = prepared;
  return error.kind === "problems"
    ? refuseFields({ ...error.problems, ...ticketNeeded })
    : prepared;
}

const ticketNeeded = {
  ticket: "Every request for this tenant names a ticket. Paste its whole address here.",
} as const;

function preparationOf<K extends DraftKind>({ kind }: { readonly kind: K }): Prepare<K> {
  return preparations[kind];
}
