import { kindOf } from "../kinds/kinds.ts";
import type { GroupSettings } from "../model/group-settings.ts";
import type { TenantName } from "../model/ids.ts";
import { findTokens } from "../model/sign-on.ts";
import type { Store } from "../ports/store.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";
import { type Account, type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";

/**
 * The accounts that the bot answers for: of each the request that settled last what it holds. A retired
 * one is none any more.
 *
 * @param done requests that were carried out, oldest first
 */
export function toInventory(done: readonly Request[]): readonly Request[] {
  const last = new Map<string, Request>();
  for (const request of done) {
    const account = accountOf(request.draft);
    if (account === undefined) continue;
    const key = `${account.tenant} ${account.userName.toLowerCase()}`;
    last.delete(key);
    if (kindOf(account).ends !== "account") last.set(key, request);
  }
  return [...last.values()];
}

/** The request about this account that was carried out last, its retirement too. Names are compared without case. */
export async function findLast(
  store: Store,
  { tenant, userName }: { readonly tenant: TenantName; readonly userName: string },
): Promise<Request | undefined> {
  const newestFirst = await store.listByUserName(userName);
  return newestFirst.find(({ draft, phase }) => draft.tenant === tenant && phase.kind === "done");
}

/** @returns `undefined` where the bot answers for no such account. */
export async function findInInventory(
  store: Store,
  named: Parameters<typeof findLast>[1],
): Promise<Request | undefined> {
  const last = await findLast(store, named);
  return last !== undefined && kindOf(last.draft).ends === "account" ? undefined : last;
}

/**
 * The account as the inventory has it, for a request that changes it. Its keys stay; how the password came
 * about is the change's own matter.
 */
export function toAccount(request: Request): Account {
  const account = accountIn(request);
  const { recipe, userName, system, doNotAllowUiSessions, sessionTimeoutMinutes } = account;
  return {
    ...(recipe !== undefined && { recipe }),
    userName,
    system: { kind: "existing", id: systemIdOf(request), name: system.name },
    doNotAllowUiSessions,
    ...(sessionTimeoutMinutes !== undefined && { sessionTimeoutMinutes }),
    groupName: account.groupName,
    permissions: account.permissions,
    ...(account.businessProcesses && { businessProcesses: account.businessProcesses }),
    ...(account.isAdopted && { isAdopted: account.isAdopted }),
    ...signOnOf(account),
    ...groupOf(account),
    ...stillThere(account),
  };
}

/** What the request did not end. */
function stillThere(account: AccountDraft): Pick<Account, "client" | "segmented"> {
  const { client, segmented } = account;
  const { ends } = kindOf(account);
  return {
    ...(client !== undefined && ends !== "client" && { client }),
    ...(segmented !== undefined && ends !== "segments" && { segmented }),
  };
}

function signOnOf(
  account: Account,
): Pick<
  Account,
  "x509" | "saml" | "furtherTokens" | "exemptFromPasswordExpiry" | "authenticationPolicy"
> {
  return {
    ...findTokens(account),
    ...(account.furtherTokens && { furtherTokens: account.furtherTokens }),
    ...(account.exemptFromPasswordExpiry === true && { exemptFromPasswordExpiry: true }),
    ...(account.authenticationPolicy && { authenticationPolicy: account.authenticationPolicy }),
  };
}

function groupOf({ group, isGroupInactive }: Account): GroupSettings {
  return {
    ...(group !== undefined && { group }),
    ...(isGroupInactive === true && { isGroupInactive }),
  };
}
