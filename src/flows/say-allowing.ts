import { isExempt } from "./allowing.ts";
import { accountOf, type Draft } from "./draft.ts";
import type { Request } from "./request.ts";
import type { TitledList } from "./titled-list.ts";

/** What takes effect at once after the activation, so that an approver decides on it too. */
export function listAllowed({ draft, plan }: Pick<Request, "draft" | "plan">): TitledList[] {
  const account = accountOf(draft);
  if (account === undefined) return [];
  const isEnd = account.kind === "retire";
  const names = new Set(plan.map(({ name }) => name));
  return [
    ...(names.has("exempt-from-password-expiry") && isExempt(account)
      ? [
          {
            title: `Then ${account.userName} is exempted from password expiration, at once.`,
            lines: [],
          },
        ]
      : []),
    ...(names.has("remove-password-exemption")
      ? [
          {
            title: `Then ${account.userName} is exempt from password expiration no more.`,
            lines: [],
          },
        ]
      : []),
    ...(names.has("activate-authentication-policies")
      ? [{ title: sayPolicies(isEnd ? "taken out of" : "allowed in"), lines: [] }]
      : []),
  ];
}

function sayPolicies(what: string): string {
  return `Then the user's group is ${what} the authentication policy, and everything that is pending in the authentication policies is activated, at once and from whomever it is. The bot cannot see what else is pending there. Before you approve, look at Activate All Pending Authentication Policy Changes.`;
}

/** The same in a dialog, which holds 300 characters. */
export function alsoAllowing(draft: Draft): string {
  const account = accountOf(draft);
  const isPart = account?.kind === "create" || account?.kind === "retire";
  return isPart && account.authenticationPolicy !== undefined
    ? " Also all pending authentication policies, unseen."
    : "";
}

/** What an approver decides on where an approval counted no more right before that activation. */
export const policiesAnew =
  "What stands before this in the plan is done, and is not done again. By this approval everything that is pending in the authentication policies is activated, at once and from whomever it is, and the rest of the plan follows. The bot cannot see what is pending there: before you approve, look at Activate All Pending Authentication Policy Changes. If you deny it, what the request did is undone; permissions that are active by now change with the next activation in the tenant only.";
