import { findAlike } from "../../unicode/look-alike.ts";
import { isSameName } from "../model/names.ts";
import { groupsOf } from "../model/segments.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { AccountDraft } from "./draft.ts";

type Rules = Pick<Tenant, "protectedAccounts" | "protectedGroups">;

/** What is said of an account that the configuration protects, or that looks like one; otherwise `undefined`. */
export function describeProtectedAccount(
  userName: string,
  { protectedAccounts }: Rules,
): string | undefined {
  const kept = findAlike(userName, protectedAccounts);
  return kept === undefined
    ? undefined
    : `The account ${toSubject(userName, kept)} is protected by the bot's configuration.`;
}

/** What is said of a security group that the configuration protects, whatever the case or spacing; otherwise `undefined`. */
export function describeProtectedGroup(
  groupName: string,
  { protectedGroups }: Rules,
): string | undefined {
  const kept = findAlike(groupName, protectedGroups);
  return kept === undefined
    ? undefined
    : `The security group ${toSubject(groupName, kept)} is protected by the bot's configuration.`;
}

/** Why a domain, or a business process's policy, is refused in this tenant; `undefined` where it is not. */
export function describeRefused(
  domain: string,
  { refusedDomains }: Pick<Tenant, "refusedDomains">,
): string | undefined {
  const refused = findAlike(domain, refusedDomains);
  return refused === undefined
    ? undefined
    : `${toSubject(domain, refused)} administers security itself, so this bot does not ask for it. Take it out.`;
}

/** A name that only looks like one of a list is told with the one that it looks like. */
function toSubject(name: string, listed: string): string {
  return isSameName(name, listed) ? name : `${name} looks like ${listed}, which`;
}

/** What is said of the first of a request's account and groups that has become protected since it was asked for. */
export function describeProtected(
  draft: Pick<AccountDraft, "userName" | "groupName" | "segmented">,
  rules: Rules,
): string | undefined {
  const [group] = groupsOf(draft).flatMap((name) => describeProtectedGroup(name, rules) ?? []);
  return describeProtectedAccount(draft.userName, rules) ?? group;
}
