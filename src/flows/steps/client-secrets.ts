import { ok, type Result } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import { type ClientValue, clientValues } from "../model/api-client.ts";
import type { Fault } from "../model/fault.ts";
import { dayMs, type Instant, later } from "../model/ids.ts";
import type { FlowDeps } from "../ports/deps.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";
import { isOfAccount } from "../ports/secret-owner.ts";
import type { SecretTags, SecretVersion } from "../ports/vault.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import type { SecretReference } from "../request/step-facts.ts";

/** Under which name and with what one value of a request's client is stored. */
export interface SecretPlace {
  readonly name: string;
  readonly tags: SecretTags;
  readonly expiresAt: Instant;
}

export function placeFor(deps: FlowDeps, request: Request, value: ClientValue): SecretPlace {
  const { tenant } = deps.contextOf(request.draft.tenant);
  const { userName } = accountIn(request);
  return {
    name: deps.nameSecret(tenant, userName, value),
    tags: { request: request.id, isu: userName, tenant: tenant.name },
    expiresAt: later(deps.clock.now(), tenant.secrets.expiresAfterDays * dayMs),
  };
}

/** Every version of the values that this request stored, but for those that count. Safe to repeat. */
export async function disableOldClientSecrets({ deps, request }: StepContext): Promise<StepResult> {
  const stored = request.facts.client?.stored ?? [];
  for (const { value, reference } of stored) {
    const disabled = await disableAll(
      deps,
      placeFor(deps, request, value).name,
      (version) =>
        isOfAccount(version, accountIn(request)) && !isSame(version.reference, reference),
    );
    if (!disabled.ok) return disabled;
  }
  return ok({});
}

/** What this request stored; where the client or the account ends, everything of the account. Safe to repeat. */
export async function disableClientSecrets({ deps, request }: StepContext): Promise<StepResult> {
  const { ends } = kindOf(request.draft);
  const isWhole = ends === "account" || ends === "client";
  for (const value of clientValues) {
    const { name } = placeFor(deps, request, value);
    const disabled = await disableAll(deps, name, (version) =>
      isWhole ? isOfAccount(version, accountIn(request)) : isOfRequest(version, request),
    );
    if (!disabled.ok) return disabled;
  }
  return ok({});
}

export function isOfRequest({ tags }: SecretVersion, { id }: Pick<Request, "id">): boolean {
  return tags["request"] === id;
}

function isSame(one: SecretReference, other: SecretReference): boolean {
  return one.version === other.version;
}

async function disableAll(
  { clock, vault }: FlowDeps,
  name: string,
  isChosen: (version: SecretVersion) => boolean,
): Promise<Result<void, Fault>> {
  const versions = await retryRead(clock, () => vault.listVersions(name));
  if (!versions.ok) return versions;
  for (const version of versions.value) {
    if (!version.enabled || !isChosen(version)) continue;
    const disabled = await retryUnreachable(clock, () => vault.disableVersion(version.reference));
    if (!disabled.ok) return disabled;
  }
  return ok(undefined);
}
