import { kindOf } from "../kinds/kinds.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import { type Away, isAway } from "../model/fault.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import { retryRead } from "../ports/retry.ts";
import { isOfAccount } from "../ports/secret-owner.ts";
import type { SecretVersion } from "../ports/vault.ts";
import { accountIn } from "../request/account-of-request.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";

const lookAt = "Look at the secret's versions in Key Vault.";

interface ComparedSecret {
  readonly comparison: Comparison;
  /** Key Vault did not answer: it may soon. */
  readonly away?: Away;
}

/**
 * Whether the enabled version of the account's secret is the one that signed on; none, where the account ended. Reads
 * states, never a value. Changes nothing.
 */
export async function compareSecret(acting: StepContext): Promise<ComparedSecret> {
  const { deps, place, request } = acting;
  const isEnded = kindOf(request.draft).ends === "account";
  const { secret } = request.facts;
  if (secret === undefined && !isEnded) return { comparison: { expected: [], findings: [] } };
  const name = secret?.name ?? deps.nameSecret(place.tenant, accountIn(request).userName);
  const what = isEnded
    ? `Whether no version of the secret ${name} is enabled`
    : `Whether the version that signed on is the enabled one of the secret ${name}`;
  const read = await retryRead(deps.clock, () => deps.vault.listVersions(name));
  const items = read.ok
    ? judgeVersions(acting, name, read.value)
    : [unseen(what, read.error.words)];
  const comparison = {
    expected: [expectThat("secret", what, lookAt)],
    findings: byEye("vault", [found("secret", items)]),
  };
  return { comparison, ...(!read.ok && isAway(read.error) && { away: read.error }) };
}

function judgeVersions(
  acting: StepContext,
  name: string,
  versions: readonly SecretVersion[],
): readonly VerificationItem[] {
  const wanted = acting.request.facts.secret?.version;
  return [
    ...compareVersions(name, listEnabled(acting, versions), wanted),
    ...listNewer(name, versions, wanted),
  ];
}

/**
 * Whoever reads a secret by its name gets its newest version, whoever stored that one. Where the account ended, only its own
 * count: another's value signs nobody on as it.
 */
function listEnabled({ request }: StepContext, versions: readonly SecretVersion[]): string[] {
  const isEnded = kindOf(request.draft).ends === "account";
  return versions
    .filter((version) => version.enabled)
    .filter((version) => !isEnded || isOfAccount(version, accountIn(request)))
    .map(({ reference }) => reference.version);
}

/** A version that is newer and disabled stands before the one that is wanted: Key Vault refuses whoever reads by name. */
function listNewer(
  name: string,
  versions: readonly SecretVersion[],
  wanted: string | undefined,
): readonly VerificationItem[] {
  const { createdAt: since } = versions.find(({ reference }) => reference.version === wanted) ?? {};
  if (since === undefined) return [];
  const isHidden = versions.some(
    ({ enabled, createdAt }) => !enabled && createdAt !== undefined && createdAt > since,
  );
  const words = `The newest version of the secret ${name} is disabled: whoever reads it by name is refused.`;
  return isHidden ? [toItem("other", words)] : [];
}

/** `wanted` is absent where none may be enabled. */
function compareVersions(
  name: string,
  enabled: readonly string[],
  wanted: string | undefined,
): readonly VerificationItem[] {
  const others = enabled.filter((version) => version !== wanted).length;
  const isThere = wanted === undefined || enabled.includes(wanted);
  return [
    ...(isThere
      ? []
      : [toItem("missing", `The version of the secret ${name} that signed on is not enabled.`)]),
    ...(others === 0
      ? []
      : [
          toItem("too-much", `${others} more of the secret ${name} can be read: enabled versions.`),
        ]),
  ];
}
