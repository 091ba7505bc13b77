import type { TitledList } from "../model/titled-list.ts";
import type { ApprovalAsked } from "../request/approval-asked.ts";

/** What a card begins with that is asked although the plan was approved; nothing where it was not. */
export function listAskedAgain({
  again = [],
}: Pick<ApprovalAsked, "again">): readonly TitledList[] {
  if (again.length === 0) return [];
  return [{ title: askedAgain, lines: again, isDanger: true }];
}

const askedAgain = "Asked again, although the plan was approved:";
