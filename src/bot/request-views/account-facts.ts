import { isAboutSegments } from "../../flows/kinds/facts.ts";
import { describeClientScope } from "../../flows/model/api-client.ts";
import { type Account, type AccountDraft, accountOf } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { type Block, fields } from "../blocks/block.ts";
import { code, escape, mention } from "../blocks/mrkdwn.ts";
import { describeSystem } from "../blocks/request-titles.ts";

type Sessions = Pick<Account, "doNotAllowUiSessions" | "sessionTimeoutMinutes">;

/** What a request is about, in short facts side by side. */
export function showFacts({ draft }: Request, { label }: Tenant): Block[] {
  return [fields([`*Tenant:* ${escape(label)}`, ...listAccount(accountOf(draft))])];
}

function listAccount(account: AccountDraft | undefined): readonly string[] {
  if (account === undefined) return [];
  const { userName, system, groupName, client } = account;
  return [
    ...(isAboutAccess(account)
      ? [`*Account:* ${code(userName)}`]
      : [
          `*Account:* ${code(userName)}, ${describeSessions(account)}`,
          `*Integration system:* ${describeSystem(system, code)}`,
        ]),
    `*Security group:* ${code(groupName)}`,
    ...(client === undefined
      ? []
      : [
          `*API client:* ${code(client.name)} (${escape(truncate(describeClientScope(client), 600))})`,
        ]),
    ...("tell" in account && account.tell.length > 0
      ? [`*Told when it changes:* ${account.tell.map(mention).join(", ")}`]
      : []),
  ];
}

/** Where only what an account may do becomes different: its system and its sessions say nothing of that. */
export function isAboutAccess(account: AccountDraft): boolean {
  return "before" in account || isAboutSegments(account);
}

/** How an account's sessions are limited, for a line that says more of it. */
function describeSessions(account: Sessions): string {
  const { sessionTimeoutMinutes: minutes } = account;
  return `UI sessions ${describeUi(account)}, session timeout ${minutes === undefined ? "left out" : `${minutes} minutes`}`;
}

/** The same on a line of its own. */
export function nameSessions(account: Sessions): string {
  const { sessionTimeoutMinutes: minutes } = account;
  const timeout =
    minutes === undefined ? "the tenant's default timeout" : `timeout ${minutes} minutes`;
  return `Sessions: ${timeout}, UI ${describeUi(account)}`;
}

function describeUi({ doNotAllowUiSessions }: Sessions): string {
  return doNotAllowUiSessions ? "not allowed" : "allowed";
}
