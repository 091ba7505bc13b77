import type { RequestId } from "../model/ids.ts";
import type { Account } from "../request/draft.ts";
import type { Task } from "../tasks/task.ts";

type Asked = Pick<
  Account,
  "userName" | "groupName" | "exemptFromPasswordExpiry" | "authenticationPolicy"
>;

/** What a request for this account does after the activation, before the credential is issued. */
export function planSignOnTasks(account: Asked, id: RequestId): readonly Task[] {
  const allow = toAllow(account);
  return [
    ...(isExempt(account) ? [toExempt(account)] : []),
    ...(allow === undefined ? [] : [allow, toActivation(account, id)]),
  ];
}

/** What ends an account's exemption and its place in the authentication policy, when the account ends. */
export function planSignOnEnd(account: Asked, id: RequestId): readonly Task[] {
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
export function undoSignOnTasks(account: Asked): readonly (readonly [Task["name"], Task])[] {
  const remove = toRemove(account);
  return [
    ...(remove === undefined ? [] : [["allow-in-authentication-policy", remove] as const]),
    ["exempt-from-password-expiry", toUnexempt(account)],
  ];
}

/** What undoes which of {@link planSignOnEnd}. */
export function undoSignOnEnd(account: Asked): readonly (readonly [Task["name"], Task])[] {
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

function toExempt({ userName }: Asked): Task {
  return { name: "exempt-from-password-expiry", userName };
}

function toUnexempt({ userName }: Asked): Task {
  return { name: "remove-password-exemption", userName };
}

function toAllow({ userName, groupName, authenticationPolicy }: Asked): Task | undefined {
  if (authenticationPolicy === undefined) return undefined;
  const { name: policy, allowedTypes } = authenticationPolicy;
  const where = { userName, groupName, ...(policy !== undefined && { policy }) };
  return { name: "allow-in-authentication-policy", ...where, allowedTypes };
}

function toRemove({ userName, groupName, authenticationPolicy }: Asked): Task | undefined {
  if (authenticationPolicy === undefined) return undefined;
  const { name: policy } = authenticationPolicy;
  const where = { userName, groupName, ...(policy !== undefined && { policy }) };
  return { name: "remove-from-authentication-policy", ...where };
}

function toActivation({ userName, groupName }: Asked, id: RequestId): Task {
  const comment = `${id}: how the ISU ${userName} of the security group ${groupName} may sign on.`;
  return { name: "activate-authentication-policies", comment };
}
