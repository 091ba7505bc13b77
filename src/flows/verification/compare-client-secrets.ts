import { kindOf } from "../kinds/kinds.ts";
import type { StepContext } from "../lifecycle/step-context.ts";
import { type ClientValue, clientValues } from "../model/api-client.ts";
import { type Away, isAway } from "../model/fault.ts";
import { toItem, unseen, type VerificationItem } from "../model/verification.ts";
import { retryRead } from "../ports/retry.ts";
import { isOfAccount } from "../ports/secret-owner.ts";
import type { SecretVersion } from "../ports/vault.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { AccountDraft } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { byEye, type Comparison, expectThat, found } from "./expectation.ts";

/** One value of the account's client: the version that has to be enabled, or that none may be. */
interface ExpectedSecret {
  readonly kind: ClientValue;
  readonly version?: string;
}

/**
 * Looks into the vault whether the versions of a client's values that a request stored are those that are read there, and
 * whether none is after an end of the client or its account. Reads states, never a value. Changes nothing.
 */
export async function compareClientSecrets(acting: StepContext): Promise<ComparedSecrets> {
  const account = accountIn(acting.request);
  const looked: ComparedSecrets[] = [];
  for (const secret of listExpected(acting.request)) {
    looked.push(await compareSecret(acting, { account, ...secret }));
  }
  const away = looked.find((one) => one.away !== undefined)?.away;
  return {
    expected: looked.flatMap(({ expected }) => expected),
    findings: looked.flatMap(({ findings }) => findings),
    ...(away && { away }),
  };
}

interface ComparedSecrets extends Comparison {
  /** The vault did not answer, and may soon. */
  readonly away?: Away;
}

function listExpected({ draft, facts }: Request): readonly ExpectedSecret[] {
  const { ends } = kindOf(draft);
  if (ends === "account" || ends === "client") return clientValues.map((kind) => ({ kind }));
  const { client } = facts;
  return (client?.stored ?? []).map(({ value: kind, reference: { version } }) => ({
    kind,
    version,
  }));
}

async function compareSecret(
  { deps, place }: StepContext,
  { account, kind, version }: ExpectedSecret & { readonly account: AccountDraft },
): Promise<ComparedSecrets> {
  const name = deps.nameSecret(place.tenant, account.userName, kind);
  const fact = `secret: ${kind}`;
  const what =
    version === undefined
      ? `Whether every version of the secret ${name} is disabled`
      : `Whether the secret ${name} holds what this request stored`;
  const versions = await retryRead(deps.clock, () => deps.vault.listVersions(name));
  const items = versions.ok
    ? compareVersions(
        name,
        // Whoever reads it by name gets the newest, whoever stored that one; of what ended, only its own count.
        versions.value.filter((one) => version !== undefined || isOfAccount(one, account)),
        version,
      )
    : [unseen(what, versions.error.words)];
  return {
    expected: [expectThat(fact, what, "Look at it in Key Vault.")],
    findings: byEye("vault", [found(fact, items)]),
    ...(!versions.ok && isAway(versions.error) && { away: versions.error }),
  };
}

function compareVersions(
  name: string,
  versions: readonly SecretVersion[],
  wanted: string | undefined,
): readonly VerificationItem[] {
  const enabled = versions.filter((one) => one.enabled).map(({ reference }) => reference.version);
  const others = enabled.filter((version) => version !== wanted);
  const isMissing = wanted !== undefined && !enabled.includes(wanted);
  const what = wanted === undefined ? "is enabled still" : "is enabled as well";
  return [
    ...(isMissing ? [toItem("missing", `The version ${wanted} of ${name} is not enabled.`)] : []),
    ...others.map((version) => toItem("too-much", `The version ${version} of ${name} ${what}.`)),
  ];
}
