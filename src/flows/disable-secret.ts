import { ok, type Result } from "../result.ts";
import type { Acted, Acting } from "./act.ts";
import type { SecretReference } from "./event.ts";
import type { Fault } from "./fault.ts";
import { retryRead, retryUnreachable } from "./retry.ts";

/** Disables every version of the secret that this request stored. Safe to repeat. */
export async function disableSecret(acting: Acting): Promise<Acted> {
  const { deps, place, request } = acting;
  const name = deps.nameSecret(place.tenant, request.draft.userName);
  const disabled = await disableVersions(acting, { name });
  return disabled.ok ? ok({}) : disabled;
}

/** Disables this request's versions of one secret, but for the one that won. Safe to repeat. */
export async function disableVersions(
  { deps, request }: Acting,
  { name, except }: { readonly name: string; readonly except?: SecretReference },
): Promise<Result<void, Fault>> {
  const versions = await retryRead(deps.clock, () => deps.vault.listVersions(name));
  if (!versions.ok) return versions;
  for (const { reference, enabled, tags } of versions.value) {
    const isOurs = tags["request"] === request.id && reference.version !== except?.version;
    if (!enabled || !isOurs) continue;
    const disabled = await retryUnreachable(deps.clock, () => deps.vault.disableVersion(reference));
    if (!disabled.ok) return disabled;
  }
  return ok(undefined);
}
