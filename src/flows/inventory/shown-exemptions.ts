import { isSameAccount } from "../model/account-name.ts";
import { accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Why a list of exemptions in which nobody is known counts as not seen. */
export const nobodyKnown =
  "The report of exemptions names no account that the bot knows, so it may hide rows. Exempt the bot's own account: then it shows.";

/**
 * Whether a list of those who are exempt from password expiration shows who is not. Workday leaves rows out for whoever may
 * not see them, so an empty list proves nothing, nor does one whose names are not user names: one row at least has to be an
 * account that is known. That whoever sees it sees the others is an inference.
 *
 * @param known user names, as {@link listKnownAccounts} has them
 */
export function showsExemptions(names: readonly string[], known: readonly string[]): boolean {
  return names.some((name) => known.some((one) => isSameAccount(one, name)));
}

/** The tenant's accounts that are known by name: the bot's own and others that are protected, and those of its requests. */
export function listKnownAccounts(
  { name, protectedAccounts }: Pick<Tenant, "name" | "protectedAccounts">,
  requests: readonly Pick<Request, "draft">[],
): readonly string[] {
  const asked = requests
    .flatMap(({ draft }) => accountOf(draft) ?? [])
    .filter(({ tenant }) => tenant === name)
    .map(({ userName }) => userName);
  return [...protectedAccounts, ...asked];
}
