import { kindOf } from "../kinds/kinds.ts";
import { isExempt } from "../kinds/sign-on-tasks.ts";
import type { TitledList } from "../model/titled-list.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";
import { type ApprovalStep, listFollowing, type Step, type StepName } from "../tasks/step.ts";

/** What takes effect at once by an approval beside everything else, so that an approver decides on it too. */
export function listAllowed({ draft, plan }: Decided, step: ApprovalStep): TitledList[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const names = namesOf(listFollowing(plan, step));
  const { userName } = account;
  const said = [
    ...(names.has("exempt-from-password-expiry") && isExempt(account)
      ? [`Then ${userName} is exempted from password expiration, at once.`]
      : []),
    ...(names.has("remove-password-exemption")
      ? [`Then ${userName} is no longer exempt from password expiration.`]
      : []),
    ...(names.has("activate-authentication-policies")
      ? [describePolicies(isTakenOut(account) ? "taken out of" : "allowed in")]
      : []),
  ];
  return said.map((title) => ({ title, lines: [] }));
}

function isTakenOut(account: AccountDraft): boolean {
  const isRemoved = "policyChange" in account && account.policyChange?.kind === "remove";
  return isRemoved || kindOf(account).ends === "account";
}

type Decided = Pick<Request, "draft" | "plan">;

function namesOf(steps: readonly Step[]): ReadonlySet<StepName> {
  return new Set(steps.map(({ name }) => name));
}

function describePolicies(what: string): string {
  return `Then the user's group is ${what} the authentication policy, and everything that is pending in the authentication policies is activated, at once and from whomever it is. The bot cannot see what else is pending there. Before you approve, look at Activate All Pending Authentication Policy Changes.`;
}

/** That an approval activates the authentication policies too, for a dialog, which holds 300 characters. */
export function alsoAllowing({ plan }: Decided, step: ApprovalStep): string {
  return namesOf(listFollowing(plan, step)).has("activate-authentication-policies")
    ? " Also all pending authentication policies, unseen."
    : "";
}

/** What an approver decides on where an approval counted no more right before that activation. */
export const policiesAnew =
  "What stands before this in the plan is done, and is not done again. By this approval everything that is pending in the authentication policies is activated, at once and from whomever it is, and the rest of the plan follows. The bot cannot see what is pending there: before you approve, look at Activate All Pending Authentication Policy Changes. If you deny it, what the request did is undone; permissions that are active by now change with the next activation in the tenant only.";
