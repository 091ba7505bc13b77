import { formatUtc } from "../model/ids.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { RollbackDraft, UndoneActivation } from "../request/draft.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { TitledList } from "../text/titled-list.ts";
import { truncate } from "../text/truncate.ts";
import { describeOthersChange } from "./describe-change.ts";

/** One activation on one line: when, who, and what they wrote. */
export function formatTimestamp({ at, by, comment }: SecurityTimestamp): string {
  const who = by === "" ? "somebody" : truncate(by, 100);
  return `${formatUtc(at)}, ${who}: ${comment === "" ? "no comment" : truncate(comment, 200)}`;
}

/** What a roll back does, as the requester and the approver see it. */
export function listRollback(draft: RollbackDraft, tenant: Tenant): readonly TitledList[] {
  const { to, undone, again, affected } = draft;
  const unknown = undone.filter(({ request }) => request === undefined).length;
  return [
    { title: "Back to:", lines: [formatTimestamp(to)] },
    { title: `Activations that are undone (${undone.length}):`, lines: undone.map(describeUndone) },
    {
      title: `Pending again, as far as the bot knows from its own requests (${again.length}):`,
      lines: again.map(
        (change) => describeOthersChange(change) + markDomain(change.policy, tenant),
      ),
    },
    ...(unknown === 0
      ? []
      : [
          {
            title: `The bot cannot see what the activations of others made live (${unknown}). All of that is undone and pending again as well: ask those who activated.`,
            lines: [],
          },
        ]),
    ...listStopped(affected),
  ];
}

function describeUndone(one: UndoneActivation): string {
  const whose = one.request === undefined ? "no request of the bot" : one.request;
  return `${formatTimestamp(one)} (${whose})`;
}

function listStopped(affected: RollbackDraft["affected"]): readonly TitledList[] {
  if (affected.length === 0) {
    return [{ title: "No account that the bot answers for is known to lose anything.", lines: [] }];
  }
  const lines = affected.map(
    ({ userName, groupName, loses }) =>
      `${truncate(userName, 100)} loses ${loses} of the permissions of ${truncate(groupName, 150)}`,
  );
  return [{ title: `Accounts that stop working as asked (${affected.length}):`, lines }];
}
