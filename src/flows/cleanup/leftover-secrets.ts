import { clientValues, type SecretKind } from "../model/api-client.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { SecretVersion } from "../ports/vault.ts";
import type { AccountDraft } from "../request/draft.ts";
import type { Leftover } from "../request/event.ts";
import type { Request } from "../request/request.ts";
import { isOfRequest } from "../steps/client-secrets.ts";

/** What a request left in the vault under any of the names that it may have written to, in one item. */
export async function findLeftoverSecrets(
  deps: FlowDeps,
  { draft, ...request }: Request & { readonly draft: AccountDraft },
): Promise<Leftover | undefined> {
  const { tenant } = deps.contextOf(draft.tenant);
  const left: string[] = [];
  for (const kind of listKinds(request)) {
    const name = deps.nameSecret(tenant, draft.userName, kind);
    const versions = await deps.vault.listVersions(name);
    const own = versions.ok ? versions.value.filter((one) => isOfRequest(one, request)) : undefined;
    if (own?.every(({ enabled }) => !enabled) !== true) left.push(describeOpen(name));
    // Of a password whose newest version is disabled there is more to say: see lookForPassword.
    else if (versions.ok && kind !== "password") left.push(...describeBuried(versions.value, own));
  }
  return left.length === 0 ? undefined : { what: "secret", words: left.join(" ") };
}

function listKinds({ begun }: Pick<Request, "begun">): readonly SecretKind[] {
  const hasClient =
    begun.includes("register-api-client") || begun.includes("replace-refresh-token");
  return [
    ...(begun.includes("issue-credential") ? (["password"] as const) : []),
    ...(hasClient ? clientValues : []),
  ];
}

function newestOf(versions: readonly SecretVersion[]): SecretVersion | undefined {
  return versions.toSorted((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0))[0];
}

function describeOpen(name: string): string {
  return `The secret ${name} may still have an enabled version of this request. Disable it in Key Vault.`;
}

/** A vault cannot put an older version first, and the bot cannot read its value to store it anew. */
function describeBuried(
  versions: readonly SecretVersion[],
  own: readonly SecretVersion[],
): readonly string[] {
  const newest = newestOf(versions);
  const last = newestOf(versions.filter(({ enabled }) => enabled));
  if (newest === undefined || last === undefined || !own.includes(newest)) return [];
  const { name, versionedUrl } = newest.reference;
  return [
    `The newest version of the secret ${name} is this request's and is disabled (${versionedUrl}), so whoever reads it by its name alone gets nothing. The last enabled one is ${last.reference.versionedUrl}. Look in Workday whether its value still counts: if so, store it again in Key Vault, or let readers name that version. A later request that stores a value takes this off the list.`,
  ];
}
