import type { RequestId } from "../model/ids.ts";
import type { Account, Asked } from "../request/draft.ts";
import type { Task } from "../tasks/task.ts";
import { toComment } from "./comment.ts";

type AskedAccount = Pick<
  Account,
  "userName" | "groupName" | "exemptFromPasswordExpiry" | "authenticationPolicy"
> &
  Pick<Asked, "reason" | "ticket">;

/** What a request for this account does after the activation, before the credential is issued. */
export function planSignOnTasks(account: AskedAccount, id: RequestId): readonly Task[] {
  const allow = toAllow(account);
  return [
    ...(isExempt(account) ? [toExempt(account)] : []),
    ...(allow === undefined ? [] : [allow, toActivation(account, id)]),
  ];
}

/** What ends an account's exemption and its place in the authentication policy, when the account ends. */
export function planSignOnEnd(account: AskedAccount, id: RequestId): readonly Task[] {
  const remove = toRemove(account);
  return [
    ...(isExempt(account) ? [toUnexempt(account)] : []),
    ...(remove === undefined ? [] : [remove, toActivation(account, id)]),
  ];
}

/**
 * What undoes which of {@link planSignOnTasks}, last first. The authentication policies are not activated once
 * more: that takes effect for everything pending there, and nobody has approved it.
 */
export function undoSignOnTasks(account: AskedAccount): readonly (readonly [Task["name"], Task])[] {
  const remove = toRemove(account);
  return [
    ...(remove === undefined ? [] : [["allow-in-authentication-policy", remove] as const]),
    ["exempt-from-password-expiry", toUnexempt(account)],
  ];
}

/** What undoes which of {@link planSignOnEnd}. */
export function undoSignOnEnd(account: AskedAccount): readonly (readonly [Task["name"], Task])[] {
  const allow = toAllow(account);
  return [
    ...(allow === undefined ? [] : [["remove-from-authentication-policy", allow] as const]),
    ["remove-password-exemption", toExempt(account)],
  ];
}

export function isExempt({
  exemptFromPasswordExpiry,
}: Pick<Account, "exemptFromPasswordExpiry">): boolean {
  return exemptFromPasswordExpiry === true;
}

function toExempt({ userName }: AskedAccount): Task {
  return { name: "exempt-from-password-expiry", userName };
}

function toUnexempt({ userName }: AskedAccount): Task {
  return { name: "remove-password-exemption", userName };
}

function toAllow({ userName, groupName, authenticationPolicy }: AskedAccount): Task | undefined {
  if (authenticationPolicy === undefined) return undefined;
  const { name: policy, allowedTypes } = authenticationPolicy;
  const where = { userName, groupName, ...(policy !== undefined && { policy }) };
  return { name: "allow-in-authentication-policy", ...where, allowedTypes };
}

function toRemove({ userName, groupName, authenticationPolicy }: AskedAccount): Task | undefined {
  if (authenticationPolicy === undefined) return undefined;
  const { name: policy } = authenticationPolicy;
  const where = { userName, groupName, ...(policy !== undefined && { policy }) };
  return { name: "remove-from-authentication-policy", ...where };
}

function toActivation(account: AskedAccount, id: RequestId): Task {
  const { userName, groupName } = account;
  const words = `how the ISU ${userName} of the security group ${groupName} may sign on.`;
  const comment = toComment(id, words, account);
  return { name: "activate-authentication-policies", comment };
}
