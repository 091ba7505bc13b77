import { processChangeOf } from "../kinds/changes.ts";
import { kindOf } from "../kinds/kinds.ts";
import { isSameName } from "../model/names.ts";
import { type AccountDraft, accountOf } from "../request/draft.ts";
import type { Request } from "../request/request.ts";

/**
 * Business processes in which a group may act by all that the bot's requests have asked for: what one takes away is gone for
 * all.
 *
 * @param done requests that were carried out, oldest first
 * @returns the names of their policies
 */
export function listKnownProcesses(
  done: readonly Request[],
  { tenant, groupName }: Pick<AccountDraft, "tenant" | "groupName">,
): readonly string[] {
  let known: readonly string[] = [];
  for (const { draft } of done) {
    const account = accountOf(draft);
    if (account?.tenant !== tenant || !isSameName(account.groupName, groupName)) continue;
    const removed = processChangeOf(account).removed.map(({ policy }) => policy);
    const left = known.filter((policy) => !removed.some((one) => isSameName(one, policy)));
    const isOver = kindOf(account).ends === "account";
    const added = isOver ? [] : (account.businessProcesses ?? []).map(({ policy }) => policy);
    known = [...left, ...added];
  }
  return known;
}
