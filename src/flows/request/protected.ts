import { isOneOf } from "../model/permissions.ts";
import { groupsOf } from "../model/segments.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { AccountDraft } from "./draft.ts";

type Rules = Pick<Tenant, "protectedAccounts" | "protectedGroups">;

/** What is said of an account that the configuration protects, whatever the case or spacing; otherwise `undefined`. */
export function describeProtectedAccount(
  userName: string,
  { protectedAccounts }: Rules,
): string | undefined {
  return isOneOf(userName, protectedAccounts)
    ? `The account ${userName} is protected by the bot's configuration.`
    : undefined;
}

/** The same of a security group. */
export function describeProtectedGroup(
  groupName: string,
  { protectedGroups }: Rules,
): string | undefined {
  return isOneOf(groupName, protectedGroups)
    ? `The security group ${groupName} is protected by the bot's configuration.`
    : undefined;
}

/** The same of all that a request is about: it may have been protected since it was asked for. */
export function describeProtected(
  draft: Pick<AccountDraft, "userName" | "groupName" | "segmented">,
  rules: Rules,
): string | undefined {
  const [group] = groupsOf(draft).flatMap((name) => describeProtectedGroup(name, rules) ?? []);
  return describeProtectedAccount(draft.userName, rules) ?? group;
}
