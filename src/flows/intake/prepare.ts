import type { Result } from "../../result.ts";
import type { DraftOf, RawOf } from "../kinds/kind.ts";
import type { DraftSources, DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type { Draft, DraftKind } from "../request/draft.ts";
import type { Raw, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { type MadeEdit, refuseAsMade } from "./edit-made.ts";
import { prepareActivate } from "./prepare-activate.ts";
import { prepareActivateGroup } from "./prepare-activate-group.ts";
import { prepareClient, prepareClientChange } from "./prepare-client.ts";
import { editMadeCreate, prepareCreate } from "./prepare-create.ts";
import { editMadeEndSegments, prepareEndSegments } from "./prepare-end-segments.ts";
import { editMadePermissions, preparePermissions } from "./prepare-permissions.ts";
import { prepareRetire } from "./prepare-retire.ts";
import { prepareRollback } from "./prepare-rollback.ts";
import { prepareRotate } from "./prepare-rotate.ts";
import { editMadeSegment, prepareSegment } from "./prepare-segment.ts";
import { prepareSettings } from "./prepare-settings.ts";
import { readTicket } from "./read-ticket.ts";
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

type EditMade<K extends DraftKind> = (
  ground: DraftSources,
  made: MadeEdit<K>,
) => Checked<DraftOf<K>> | Promise<Checked<DraftOf<K>>>;

type Checked<Value> = Result<Value, TenantCheck>;

/** What can be edited of a request once something of it is made; where a kind is missing, nothing can. */
const madeEdits: { readonly [K in DraftKind]?: EditMade<K> } = {
  create: (_ground, made) => editMadeCreate(made),
  permissions: (_ground, made) => editMadePermissions(made),
  segment: editMadeSegment,
  "end-segments": (_ground, made) => editMadeEndSegments(made),
};

/**
 * What a request would ask for that is edited once something of it is made, or why it cannot. Nothing is looked up in the
 * tenant that this very request has made. Changes nothing.
 */
export async function prepareMade(ground: DraftSources, made: MadeEdit): Promise<Checked<Draft>> {
  return editMade(made.draft.kind, ground, made);
}

async function editMade<K extends DraftKind>(
  kind: K,
  ground: DraftSources,
  made: MadeEdit<K>,
): Promise<Checked<Draft>> {
  return madeEdits[kind]?.(ground, made) ?? refuseAsMade();
}

/**
 * Reads what was typed and looks at the tenant: what exactly would be asked for, or why it cannot be.
 * Changes nothing. It is done for the plan, and once more when the plan is confirmed.
 */
export function prepare(
  ground: DraftSourcesWithVault,
  raw: Raw,
  tenant: Tenant,
): Promise<Result<Draft, TenantCheck>> {
  return withTicket({ raw, tenant }, (typed) => preparationOf(typed)(ground, typed, tenant));
}

/** Prepares with the address of the ticket that was typed, and adds what is wrong with it. */
export async function withTicket(
  { raw, tenant }: { readonly raw: Raw; readonly tenant: Tenant },
  act: (raw: Raw) => Result<Draft, TenantCheck> | Promise<Result<Draft, TenantCheck>>,
): Promise<Result<Draft, TenantCheck>> {
  const ticket = readTicket(raw.ticket, tenant);
  if (ticket.ok) return act({ ...raw, ticket: ticket.value });
  const problem = { ticket: ticket.error };
  const prepared = await act({ ...raw, ticket: "" });
  if (prepared.ok) return refuseFields(problem);
  const { error } = prepared;
  return error.kind === "problems" ? refuseFields({ ...error.problems, ...problem }) : prepared;
}

function preparationOf<K extends DraftKind>({ kind }: { readonly kind: K }): Prepare<K> {
  return preparations[kind];
}
