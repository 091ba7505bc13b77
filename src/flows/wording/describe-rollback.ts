import { formatUtc } from "../model/ids.ts";
import type { PendingChange } from "../model/pending.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { TitledList } from "../model/titled-list.ts";
import type { RollbackDraft, UndoneActivation } from "../request/draft.ts";
import type { OtherRequest } from "../request/other-request.ts";
import { listRegained } from "../request/rollback.ts";
import { isGuarded } from "../tenant/catalogue.ts";
import { markDomain, securityMark } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { count } from "../text/count.ts";
import { truncate } from "../text/truncate.ts";
import { describeOthersChange } from "./describe-change.ts";

/** One activation on one line: when, who, and what they wrote. */
export function formatTimestamp({ at, by, comment }: SecurityTimestamp): string {
  const who = by === "" ? "somebody" : truncate(by, 100);
  return `${formatUtc(at)}, ${who}: ${comment === "" ? "no comment" : truncate(comment, 200)}`;
}

/** What a roll back does, as the requester and the approver see it. */
export function listRollback(
  draft: RollbackDraft,
  tenant: Tenant,
  others: readonly OtherRequest[] = [],
): readonly TitledList[] {
  const { to, undone, again, affected } = draft;
  const regained = listRegained(draft);
  const lost = again.filter((one) => !regained.includes(one));
  const unknown = undone.filter(({ request }) => request === undefined).length;
  return [
    { title: "Back to:", lines: [formatTimestamp(to)] },
    { title: `Activations that are undone (${undone.length}):`, lines: undone.map(describeUndone) },
    ...listWorksAgain(regained, others, tenant),
    {
      title: `Lost, and pending again, as far as the bot knows from its own requests (${lost.length}):`,
      lines: lost.map((change) => describeOthersChange(change) + markDomain(change.policy, tenant)),
    },
    ...(unknown === 0
      ? []
      : [
          {
            title: `The bot cannot see what the activations of others made live (${unknown}). All of that is undone and pending again as well, and what they took away works again: ask those who activated.`,
            lines: [],
          },
        ]),
    ...listStopped(affected),
  ];
}

/** It takes effect at once, as if it were granted now, so whoever had to do with it does not approve it. */
function listWorksAgain(
  regained: readonly PendingChange[],
  others: readonly OtherRequest[],
  tenant: Tenant,
): readonly TitledList[] {
  if (regained.length === 0) return [];
  const lines = regained.map(
    ({ access, policy, action, securityGroup }) =>
      `${[access || action, policy].filter((part) => part !== "").join(": ")} for ${securityGroup}${markDomain(policy, tenant)}`,
  );
  return [
    {
      title: `Regained: was taken away, and works again at once (${regained.length}):`,
      lines,
      isDanger: true,
    },
    ...(others.length === 0
      ? []
      : [
          {
            title: `Who asked for what is regained, took it away, or carried out a step of that, cannot approve this (${others.length}):`,
            lines: others.map(({ id }) => `${id}, asked for by`),
            people: others.map(({ askedBy }) => askedBy),
          },
        ]),
  ];
}

/** How much works again, for the top of a card; `undefined` where nothing does. */
export function describeRegained(draft: RollbackDraft, tenant: Tenant): string | undefined {
  const regained = listRegained(draft);
  if (regained.length === 0) return undefined;
  const guarded = regained.filter(({ policy }) => isGuarded(tenant, policy)).length;
  const worst =
    guarded === 0 ? "" : ` (${guarded} ${guarded === 1 ? securityMark : "administer security"})`;
  return `${count(regained.length, "permission")} taken away before ${regained.length === 1 ? "works" : "work"} again${worst}`;
}

function describeUndone(one: UndoneActivation): string {
  const whose = one.request === undefined ? "no request of the bot" : one.request;
  return `${formatTimestamp(one)} (${whose})`;
}

function listStopped(affected: RollbackDraft["affected"]): readonly TitledList[] {
  if (affected.length === 0) {
    return [{ title: "As far as the bot knows, no account loses anything.", lines: [] }];
  }
  const lines = affected.map(
    ({ userName, groupName, loses }) =>
      `${truncate(userName, 100)} loses ${loses} of the permissions of ${truncate(groupName, 150)}`,
  );
  return [{ title: `Accounts that stop working as asked (${affected.length}):`, lines }];
}
