import { isListed } from "../../unicode/look-alike.ts";
import { changesOf, processChangeOf } from "../kinds/changes.ts";
import { kindOf } from "../kinds/kinds.ts";
import type { BusinessProcess } from "../model/business-process.ts";
import { existingGroupOf } from "../model/group-settings.ts";
import type { PendingChanges } from "../model/pending.ts";
import {
  listPermissions,
  noPermissions,
  type Permission,
  type Permissions,
} from "../model/permissions.ts";
import { heldBy } from "../model/segments.ts";
import { type AccountDraft, accountOf, type Draft } from "../request/draft.ts";
import type { GoesLive } from "../request/other-request.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What a request for domains that administer security needs at least. */
const sensitiveNeeds = 2;

/**
 * How many people have to approve: more where nobody sees what else would go live, and two at least for
 * domains that the owner allows although they administer security. Nobody is held up who takes one away
 * from an account that stays.
 */
export function neededFor(
  { approvals, sensitiveDomains }: Tenant,
  draft: Draft,
  pending: PendingChanges,
): number {
  const isUnseen = isInNoReport(pending) || undoesUnseen(draft);
  const needed = isUnseen ? approvals.neededWhenUnseen : approvals.needed;
  const isSensitive = listDomains(draft).some((domain) => isListed(domain, sensitiveDomains));
  return isSensitive && needed < sensitiveNeeds ? sensitiveNeeds : needed;
}

/** The same for all that goes live with a card: no request of which a part does needs fewer than on its own. */
export function neededForAll(tenant: Tenant, draft: Draft, { pending, others }: GoesLive): number {
  let most = neededFor(tenant, draft, pending);
  for (const { needed } of others) if (needed > most) most = needed;
  return most;
}

/** What decides how many people are asked for, where the authentication policies are activated too: nobody sees these. */
export function leastSeen(isPoliciesToo: boolean, pending: PendingChanges): PendingChanges {
  return isPoliciesToo ? { kind: "authentication-policies" } : pending;
}

function isInNoReport({ kind }: PendingChanges): boolean {
  return kind === "cannot-see" || kind === "authentication-policies";
}

/** Whether a roll back undoes activations of which nobody sees what they made live. */
function undoesUnseen(draft: Draft): boolean {
  const undone = kindOf(draft).undoes?.(draft) ?? [];
  return undone.some(({ request }) => request === undefined);
}

/** The domains and business process policies that somebody may do more with afterwards. */
function listDomains(draft: Draft): readonly string[] {
  const { widens, group } = kindOf(draft);
  if (widens !== undefined) return widens(draft);
  // Whatever else the account holds stays as it is.
  if (group === "set") {
    return [
      ...changesOf(draft).flatMap(({ added }) => listPermissions(added).map(toDomain)),
      ...processChangeOf(draft).added.map(toPolicy),
    ];
  }
  const account = accountOf(draft);
  if (account === undefined) return [];
  const { businessProcesses = [] } = account;
  return [
    ...[heldBy(account), heldBefore(account)].flatMap(listPermissions).map(toDomain),
    ...businessProcesses.map(toPolicy),
  ];
}

/** What a group that was there holds besides: whoever joins it, or may use it from then on, may do that too. */
function heldBefore(account: AccountDraft): Permissions {
  const found = "found" in account ? account.found : undefined;
  return (found ?? existingGroupOf(account))?.holds ?? noPermissions;
}

function toPolicy({ policy }: BusinessProcess): string {
  return policy;
}

function toDomain({ domain }: Permission): string {
  return domain;
}
