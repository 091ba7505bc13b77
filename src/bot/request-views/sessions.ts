import type { Account } from "../../flows/request/draft.ts";

type Sessions = Pick<Account, "doNotAllowUiSessions" | "sessionTimeoutMinutes">;

/** How an account's sessions are limited, for a line that says more of it. */
export function describeSessions(account: Sessions): string {
  const { sessionTimeoutMinutes: minutes } = account;
  return `UI sessions ${describeUi(account)}, session timeout ${minutes === undefined ? "left out" : `${minutes} minutes`}`;
}

/** How an account's sessions are limited, a line each. */
export function listSessions(account: Sessions): readonly string[] {
  const { sessionTimeoutMinutes: minutes } = account;
  return [
    `Session timeout: ${minutes === undefined ? "the tenant's default (left out)" : `${minutes} minutes`}`,
    `UI sessions: ${describeUi(account)}`,
  ];
}

function describeUi({ doNotAllowUiSessions }: Sessions): string {
  return doNotAllowUiSessions ? "not allowed" : "allowed";
}
