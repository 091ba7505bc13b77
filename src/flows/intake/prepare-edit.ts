import { type Result } from "../../result.ts";
import type { RequestId } from "../model/ids.ts";
import { listPerhapsDone } from "../planning/one-go.ts";
import type { DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type { Store } from "../ports/store.ts";
import type { Draft } from "../request/draft.ts";
import type { Raw, TenantCheck } from "../request/raw-draft.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { prepare, prepareMade, withTicket } from "./prepare.ts";

/** An open request, and what its requester typed instead. */
export interface EditContent {
  readonly request: Request;
  readonly raw: Raw;
  readonly tenant: Tenant;
}

/**
 * What exactly an open request would ask for once it is edited, or why it cannot. Where nothing of it is made yet, it is
 * prepared as a new one is, but for the names that it holds itself. Otherwise only what its groups may do, its reason and
 * its ticket can be others, whatever the tenant shows of what this very request has made. Changes nothing.
 */
export async function prepareEdit(
  ground: DraftSourcesWithVault,
  { request, raw, tenant }: EditContent,
): Promise<Result<Draft, TenantCheck>> {
  const { kind, tenant: name } = request.draft;
  if (raw.kind !== kind || raw.tenant !== name)
    throw new Error(`${request.id} is edited as something else than it is`);
  const store = withoutOwn(ground.store, request.id);
  if (request.begun.length === 0) return prepare({ ...ground, store }, raw, tenant);
  const done = listPerhapsDone(request);
  return withTicket({ raw, tenant }, (typed) =>
    prepareMade(ground, { draft: request.draft, raw: typed, tenant, done }),
  );
}

/** What the request itself holds does not stand in its way. */
function withoutOwn(store: Store, except: RequestId): Store {
  return {
    ...store,
    findReservation: (names) => store.findReservation({ ...names, except }),
    findGroupReservation: (names) => store.findGroupReservation({ ...names, except }),
  };
}
