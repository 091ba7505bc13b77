import { cut } from "../text/truncate.ts";
import type { RollbackDraft, UndoneActivation } from "../request/draft.ts";
import { sayUtc } from "../model/ids.ts";
import { markDomain } from "../tenant/flag-security-domain.ts";
import { sayOthersChange } from "./describe-change.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { SecurityTimestamp } from "../model/tenant-reports.ts";
import type { TitledList } from "../text/titled-list.ts";

/** One activation on one line: when, who, and what they wrote. */
export function sayTimestamp({ at, by, comment }: SecurityTimestamp): string {
  const who = by === "" ? "somebody" : cut(by, 100);
  return `${sayUtc(at)}, ${who}: ${comment === "" ? "no comment" : cut(comment, 200)}`;
}

/** What a roll back does, as the requester and the approver see it. */
export function listRollback(draft: RollbackDraft, tenant: Tenant): readonly TitledList[] {
  const { to, undone, again, affected } = draft;
  const unknown = undone.filter(({ request }) => request === undefined).length;
  return [
    { title: "Back to:", lines: [sayTimestamp(to)] },
    { title: `Activations that are undone (${undone.length}):`, lines: undone.map(sayUndone) },
    {
      title: `Pending again, as far as the bot knows from its own requests (${again.length}):`,
      lines: again.map((change) => sayOthersChange(change) + markDomain(change.policy, tenant)),
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

function sayUndone(one: UndoneActivation): string {
  const whose = one.request === undefined ? "no request of the bot" : one.request;
  return `${sayTimestamp(one)} (${whose})`;
}

function listStopped(affected: RollbackDraft["affected"]): readonly TitledList[] {
  if (affected.length === 0) {
    return [{ title: "No account that the bot answers for is known to lose anything.", lines: [] }];
  }
  const lines = affected.map(
    ({ userName, groupName, loses }) =>
      `${cut(userName, 100)} loses ${loses} of the permissions of ${cut(groupName, 150)}`,
  );
  return [{ title: `Accounts that stop working as asked (${affected.length}):`, lines }];
}
