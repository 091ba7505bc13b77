import { ok, type Result } from "../../result.ts";
import { kindOf } from "../kinds/kinds.ts";
import { type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import type { Fault } from "../model/fault.ts";
import { retryRead, retryUnreachable } from "../ports/retry.ts";
import { isOfAccount } from "../ports/secret-owner.ts";
import type { SecretVersion } from "../ports/vault.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import type { SecretReference } from "../request/step-facts.ts";

/**
 * Disables every version of the account's secret that this request stored; where it retires the account,
 * every version. Safe to repeat.
 */
export async function disableSecret(acting: StepContext): Promise<StepResult> {
  const isWhole = kindOf(acting.request.draft).ends === "account";
  const disabled = await disableVersions(acting, isWhole ? isOfItsAccount : isOfRequest);
  return disabled.ok ? ok({}) : disabled;
}

/** After a rotation: every version but the one that won, whichever request stored it. Safe to repeat. */
export async function disableOldVersions(acting: StepContext): Promise<StepResult> {
  const { secret } = acting.request.facts;
  if (secret === undefined) throw new Error(`${acting.request.id} has issued no password yet`);
  const disabled = await disableVersions(
    acting,
    (version, request) => isOfItsAccount(version, request) && !isSameVersion(version, secret),
  );
  return disabled.ok ? ok({}) : disabled;
}

/** Disables this request's versions but for the one that won. Safe to repeat. */
export async function disableLosers(
  acting: StepContext,
  winner: SecretReference,
): Promise<Result<void, Fault>> {
  return disableVersions(
    acting,
    (version, request) => isOfRequest(version, request) && !isSameVersion(version, winner),
  );
}

type Choice = (version: SecretVersion, request: Request) => boolean;

function isOfRequest({ tags }: SecretVersion, { id }: Request): boolean {
  return tags["request"] === id;
}

function isOfItsAccount(version: SecretVersion, request: Request): boolean {
  return isOfAccount(version, accountIn(request));
}

function isSameVersion({ reference }: SecretVersion, other: SecretReference): boolean {
  return reference.version === other.version;
}

async function disableVersions(
  { deps, place, request }: StepContext,
  isChosen: Choice,
): Promise<Result<void, Fault>> {
  const name = deps.nameSecret(place.tenant, accountIn(request).userName);
  const versions = await retryRead(deps.clock, () => deps.vault.listVersions(name));
  if (!versions.ok) return versions;
  for (const version of versions.value) {
    const { reference } = version;
    if (!version.enabled || !isChosen(version, request)) continue;
    const disabled = await retryUnreachable(deps.clock, () => deps.vault.disableVersion(reference));
    if (!disabled.ok) return disabled;
  }
  return ok(undefined);
}
