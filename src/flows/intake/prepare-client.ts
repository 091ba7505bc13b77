import { ok, type Result } from "../../result.ts";
import { type ApiClient, clientValues } from "../model/api-client.ts";
import type { DraftSources, DraftSourcesWithVault } from "../ports/draft-sources.ts";
import type { Account, Asked } from "../request/draft.ts";
import type { RawChange, RawClient, TenantCheck } from "../request/raw-draft.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { checkSecrets } from "./check-secret-names.ts";
import { findAskedAccount } from "./find-asked-account.ts";
import { parseClient } from "./parse-client.ts";
import { refuseFields } from "./refuse-fields.ts";

/** A draft about a client, of the kind that the form was of. */
type OfKind<Kind> = Asked & Account & { readonly kind: Kind; readonly client: ApiClient };

/** One client an account: what the bot stores has one name for each value. */
export async function prepareClient(
  ground: DraftSourcesWithVault,
  raw: RawClient,
  tenant: Tenant,
): Promise<Result<OfKind<RawClient["kind"]>, TenantCheck>> {
  const client = parseClient(raw);
  if (!client.ok) return refuseFields(client.error);
  const found = await findAskedAccount(ground, raw, tenant);
  if (!found.ok) return found;
  const { asked } = found.value;
  if (asked.client !== undefined) {
    return refuseFields({ userName: describeHasClient(raw.userName, asked.client.name) });
  }
  const free = await checkSecrets(ground, found.value, { tenant, kinds: clientValues });
  if (!free.ok) return free;
  return ok({ kind: raw.kind, ...asked, client: client.value });
}

/** What is about a client that is there: another token for it, or its end. */
export async function prepareClientChange<Kind>(
  ground: DraftSources,
  raw: RawChange & { readonly kind: Kind },
  tenant: Tenant,
): Promise<Result<OfKind<Kind>, TenantCheck>> {
  const found = await findAskedAccount(ground, raw, tenant);
  if (!found.ok) return found;
  const { asked } = found.value;
  return asked.client === undefined
    ? refuseFields({ userName: describeNoClient(raw.userName) })
    : ok({ kind: raw.kind, ...asked, client: asked.client });
}

function describeNoClient(userName: string): string {
  return `The bot knows of no API client of ${userName}. \`/workday-isu api-client ${userName}\` asks for one.`;
}

function describeHasClient(userName: string, name: string): string {
  return `${userName} has the API client ${name} already. \`/workday-isu api-client ${userName}\` replaces its token or disables it.`;
}
